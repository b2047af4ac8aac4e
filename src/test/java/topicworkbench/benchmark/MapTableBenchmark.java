package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import topicworkbench.math.RandomStream;
import topicworkbench.topic.DocumentMap;
import topicworkbench.workspace.MapTable;

/** How long a map takes to write and to read: {@code MapTableBenchmark DOCUMENTS}. */
public final class MapTableBenchmark {
    private static final int READS = 5;

    private MapTableBenchmark() { }

    public static void main(String[] arguments) throws IOException {
        int documents = Integer.parseInt(arguments[0]);
        RandomStream random = RandomStream.of(1, "map");
        float[][] position = new float[2][documents];
        for (int i = 0; i < documents; i++) {
            position[0][i] = (float) (50 * random.nextGaussian());
            position[1][i] = (float) (50 * random.nextGaussian());
        }
        Path folder = Files.createTempDirectory("map-table");
        Path table = folder.resolve("map.parquet");
        try {
            long start = System.nanoTime();
            MapTable.write(table, IntStream.range(0, documents).toArray(), new DocumentMap(position[0], position[1]));
            System.out.printf("write_s=%.2f MB=%.1f%n", (System.nanoTime() - start) * 1e-9, Files.size(table) / 1e6);
            for (int read = 0; read < READS; read++) {
                start = System.nanoTime();
                int found = MapTable.read(table, documents).documents();
                System.out.printf("RESULT N=%d read_s=%.3f%n", found, (System.nanoTime() - start) * 1e-9);
            }
        } finally {
            Files.deleteIfExists(table);
            Files.delete(folder);
        }
    }
}

package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import topicworkbench.math.FloatMatrix;

/** Tables as raw little-endian doubles, row after row: what the peers' scripts write and read. */
final class RawTable {

    private RawTable() { }

    static FloatMatrix read(Path file, int rows, int columns) throws IOException {
        FloatMatrix points = FloatMatrix.zeros(rows, columns);
        try (FileChannel channel = FileChannel.open(file)) {
            var doubles = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer();
            for (int i = 0; i < points.values().length; i++) {
                points.values()[i] = (float) doubles.get(i);
            }
        }
        return points;
    }

    static void write(Path file, FloatMatrix map) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(map.values().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : map.values()) {
            bytes.putDouble(value);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(bytes.flip());
        }
    }
}

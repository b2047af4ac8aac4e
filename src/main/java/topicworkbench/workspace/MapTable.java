package topicworkbench.workspace;

import java.nio.file.Path;
import org.duckdb.DuckDBReadableVector;
import topicworkbench.topic.DocumentMap;

/** map.parquet: where each document lies in the plane. */
public final class MapTable {

    private MapTable() { }

    /**
     * A row for each document in the corpus's order.
     *
     * @param reviews of each document the number of its review
     */
    public static void write(Path target, int[] reviews, DocumentMap map) {
        ParquetTable.write(target, "review INTEGER, x FLOAT, y FLOAT", appender -> {
            for (int document = 0; document < map.documents(); document++) {
                appender.beginRow().append(reviews[document]).append(map.x()[document]).append(map.y()[document]).endRow();
            }
        });
    }

    /** To the last bit as it was written. */
    public static DocumentMap read(Path file, int documents) {
        float[] x = new float[documents];
        float[] y = new float[documents];
        ParquetTable.read(file, "x, y", documents, (first, chunk) -> {
            DuckDBReadableVector xs = chunk.vector(0);
            DuckDBReadableVector ys = chunk.vector(1);
            for (int row = 0; row < chunk.rowCount(); row++) {
                x[first + row] = xs.getFloat(row);
                y[first + row] = ys.getFloat(row);
            }
        });
        return new DocumentMap(x, y);
    }
}

package topicworkbench.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** selections.parquet: reviews that people chose on the map or elsewhere and gave a name. */
public final class SelectionTable {

    private SelectionTable() { }

    /**
     * In place of what was there.
     *
     * @param selections by name the numbers of the reviews; a selection of none leaves no trace
     */
    public static void write(Path target, Map<String, int[]> selections) {
        ParquetTable.write(target, "selection VARCHAR, review INTEGER", appender -> {
            for (Map.Entry<String, int[]> selection : selections.entrySet()) {
                for (int review : selection.getValue()) {
                    appender.beginRow().append(selection.getKey()).append(review).endRow();
                }
            }
        });
    }

    /**
     * @return by name the numbers of the reviews, in the order in which they were written; empty if there is no file
     * @throws topicworkbench.failure.ExplainedException if the file is damaged
     */
    public static Map<String, int[]> read(Path file) {
        Map<String, IntStream.Builder> found = new LinkedHashMap<>();
        if (Files.exists(file)) {
            ParquetTable.read(file, "selection, review", (_, chunk) -> {
                for (int row = 0; row < chunk.rowCount(); row++) {
                    found.computeIfAbsent(chunk.vector(0).getString(row), name -> IntStream.builder())
                            .add(chunk.vector(1).getInt(row));
                }
            });
        }
        Map<String, int[]> selections = new LinkedHashMap<>();
        found.forEach((name, reviews) -> selections.put(name, reviews.build().toArray()));
        return selections;
    }
}

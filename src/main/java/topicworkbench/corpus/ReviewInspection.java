package topicworkbench.corpus;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How files would be read, one by one: what {@code inspect} prints and the window previews. */
public record ReviewInspection(List<FileInspection> files) {

    public ReviewInspection {
        files = List.copyOf(files);
    }

    /**
     * How one file would be read.
     *
     * @param reading   format, encoding, layout, columns and counts, of the rows looked at
     * @param complete  whether all rows were looked at, or only the first
     * @param columns   the file's columns, in order
     * @param firstRows their values in the first rows as the file holds them; null where a value is missing
     * @param stars     stars to number of rows, rising
     * @param unrated   rows without stars
     * @param badRows   the first rows that cannot be read, with the reason
     */
    public record FileInspection(IngestReport.FileReport reading, boolean complete, List<String> columns,
            List<List<String>> firstRows, SortedMap<Double, Long> stars, long unrated, List<BadRow> badRows) {

        public FileInspection {
            columns = List.copyOf(columns);
            firstRows = firstRows.stream().map(Collections::unmodifiableList).toList();
            stars = Collections.unmodifiableSortedMap(new TreeMap<>(stars));
            badRows = List.copyOf(badRows);
        }

        /** Whether a run can use the file: without a column of text it cannot. */
        public boolean usable() {
            return reading.columns().containsKey(ReviewField.TEXT);
        }
    }

    /**
     * A row that cannot be read.
     *
     * @param line   from 1
     * @param reason in words
     * @param raw    its first characters
     */
    public record BadRow(long line, String reason, String raw) { }
}

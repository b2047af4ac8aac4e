package topicworkbench.corpus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import topicworkbench.failure.ExplainedException;

/**
 * How the files were read.
 *
 * @param read     rows understood
 * @param rejected rows that could not be read; the rejected table lists them
 * @param complete whether all rows were looked at, or only the first of each file
 * @param files    the same of each file, in the order read
 * @param kept     columns that no field uses and that are kept all the same
 * @param leftOut  such columns that were to be kept and are not
 */
public record IngestReport(long read, long rejected, boolean complete, List<FileReport> files, List<OtherColumns.Kept> kept,
        List<OtherColumns.LeftOut> leftOut) {

    public IngestReport {
        files = List.copyOf(files);
        kept = kept == null ? List.of() : List.copyOf(kept); // not told by jobs of older versions
        leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
    }

    /** The same, with what became of the other columns. */
    public IngestReport with(List<OtherColumns.Kept> otherKept, List<OtherColumns.LeftOut> otherLeftOut) {
        return new IngestReport(read, rejected, complete, files, otherKept, otherLeftOut);
    }

    /**
     * How one file was read.
     *
     * @param file         its path
     * @param format       its kind and packing, for example "CSV, gzip"
     * @param encoding     how its text is encoded; of Parquet "UTF-8"
     * @param layout       the published layout it follows, or "Columns by name"
     * @param columns      field to the column that holds it
     * @param unrecognised columns that no field uses
     * @param read         rows understood
     * @param rejected     rows that could not be read
     * @param damaged      rows whose text holds damaged characters (U+FFFD); kept
     * @param unreadable   field to the number of rows whose value was not understood and is left empty
     */
    public record FileReport(String file, String format, String encoding, String layout,
            Map<ReviewField, String> columns, List<String> unrecognised, long read, long rejected, long damaged,
            Map<ReviewField, Long> unreadable) {

        public FileReport {
            columns = inOrder(columns);
            unrecognised = List.copyOf(unrecognised);
            unreadable = inOrder(unreadable);
        }
    }

    private static <V> Map<ReviewField, V> inOrder(Map<ReviewField, V> fields) {
        Map<ReviewField, V> ordered = new EnumMap<>(ReviewField.class);
        ordered.putAll(fields);
        return Collections.unmodifiableMap(ordered);
    }

    /**
     * Refuses files of which too little could be read.
     *
     * @param swallowed    rows that an unclosed quote took in, beyond those that are counted as rejected
     * @param commonReason tells why most rows were rejected
     */
    public void requireMostlyRead(long swallowed, Supplier<String> commonReason) {
        long rows = read + rejected;
        if (rows == 0) {
            throw new ExplainedException("There is not a single review in " + names() + ".",
                    "Give a file with rows below its column names.");
        }
        if (2 * (rejected + swallowed) > rows + swallowed) {
            throw new ExplainedException(String.format(Locale.ROOT, "%,d of %,d rows of %s could not be read, most of them "
                    + "because of: %s.", rejected + swallowed, rows + swallowed, names(), commonReason.get()),
                    "Repair the file (text that holds the delimiter or line breaks must stand in double quotes, on as many "
                            + "columns as the first line names), or leave it out; a run lists the rows in its rejected.parquet.");
        }
    }

    private String names() {
        String first = files.get(0).file();
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
    }

    public static IngestReport of(List<FileReport> files, boolean complete) {
        return new IngestReport(files.stream().mapToLong(FileReport::read).sum(),
                files.stream().mapToLong(FileReport::rejected).sum(), complete, files, List.of(), List.of());
    }
}

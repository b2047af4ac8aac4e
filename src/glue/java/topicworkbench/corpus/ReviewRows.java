package topicworkbench.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The rows of one review file, read by plain Java: what Spark's tasks run. */
public interface ReviewRows extends Closeable {

    /** The next row, or null at the end. */
    ReviewRow next() throws IOException;

    /** How the file was understood; nothing is counted yet. */
    IngestReport.FileReport description();

    /** Opens the rows of a Parquet file. */
    interface ParquetRows {
        ReviewRows open(Path file, ReviewLayout layout, ReviewColumns fields, Map<String, String> others) throws IOException;
    }

    /**
     * @param file           on this machine's disk, its name that of the original
     * @param columns        the user's own columns, field key to column name
     * @param keep           which columns that no field uses are read too, as {@link OtherColumns} takes them
     * @param scratch        a file that may be written, for a repaired copy
     * @param parquetColumns tells the names of a Parquet file's columns
     * @throws topicworkbench.failure.ExplainedException if the file cannot be read
     */
    static ReviewRows open(Path file, Map<String, String> columns, List<String> keep, Path scratch,
            Function<Path, List<String>> parquetColumns, ParquetRows parquet) throws IOException {
        ReviewFile review = new ReviewFileSniffer(parquetColumns, columns).sniff(file);
        review.fields().requireText(file.toString());
        Map<String, String> others = OtherColumns.of(review.fields(), keep);
        return review.format() == ReviewFormat.PARQUET ? parquet.open(file, review.layout(), review.fields(), others)
                : ReviewFileRows.of(review, others, scratch);
    }

    static IngestReport.FileReport description(ReviewFile file) {
        return new IngestReport.FileReport(file.path().toString(), file.describe(), file.encoding().title(),
                file.layout().title(), file.fields().of(), file.fields().unrecognised(), 0, 0, 0, Map.of());
    }
}

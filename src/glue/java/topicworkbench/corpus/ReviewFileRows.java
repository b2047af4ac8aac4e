package topicworkbench.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import topicworkbench.math.ProgressListener;

/**
 * The rows of one text file of reviews, read by plain Java: the same rows, and the same rows rejected for the same
 * reasons, as {@link ReviewIngest} reads with DuckDB. What Spark's tasks run.
 */
public final class ReviewFileRows implements ReviewRows {
    private final ReviewFile file;
    private final ReviewRecords records;
    private final ReviewNormalizer normalizer;
    private final Map<ReviewField, Integer> columns = new EnumMap<>(ReviewField.class);
    private final Map<String, Integer> others = new HashMap<>();

    private ReviewFileRows(ReviewFile file, Map<String, String> others, ReviewFile readable) throws IOException {
        this.file = file;
        records = open(readable);
        normalizer = new ReviewNormalizer(file.layout());
        file.fields().of().forEach((field, column) -> columns.put(field, file.columns().indexOf(column)));
        others.forEach((name, column) -> this.others.put(name, file.columns().indexOf(column)));
    }

    /**
     * @param file    how it is to be read, not Parquet
     * @param others  name to column of those that are read beside the fields
     * @param scratch a file that may be written, for a repaired copy
     */
    static ReviewFileRows of(ReviewFile file, Map<String, String> others, Path scratch) {
        TextCheck check = TextCheck.of(file, ProgressListener.NONE);
        check.requireClosed(file);
        ReviewFile readable = file;
        if (check.needsRepair(file.encoding())) {
            check.repair(file, scratch, ProgressListener.NONE);
            readable = file.at(scratch, TextEncoding.UTF_8);
        }
        try {
            return new ReviewFileRows(file, others, readable);
        } catch (IOException e) {
            throw TextCheck.broken(file.path(), e);
        }
    }

    private static ReviewRecords open(ReviewFile file) throws IOException {
        return switch (file.format()) {
            case CSV, TSV -> DelimitedRecords.of(file);
            case JSON_LINES -> new JsonLines(file.openText(), file.columns());
            case JSON_ARRAY -> new JsonValues(file.openText(), file.columns(), true, file.path());
            case JSON_OBJECTS -> new JsonValues(file.openText(), file.columns(), false, file.path());
            case PARQUET -> throw new IllegalArgumentException("Parquet is no text");
        };
    }

    @Override
    public ReviewRow next() {
        try {
            ReviewRecords.Record record = records.next();
            if (record == null) {
                return null;
            }
            if (record.reason() != null) {
                return ReviewRow.rejected(record.number(), record.line(), record.reason(), record.raw(), record.swallowed());
            }
            Map<ReviewField, String> values = new EnumMap<>(ReviewField.class);
            columns.forEach((field, column) -> values.put(field, record.values()[column]));
            Map<String, String> more = new HashMap<>();
            others.forEach((name, column) -> more.put(name, record.values()[column]));
            return normalizer.review(record.number(), values, more);
        } catch (IOException e) {
            throw TextCheck.broken(file.path(), e);
        }
    }

    @Override
    public IngestReport.FileReport description() {
        return ReviewRows.description(file);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}

package topicworkbench.sagemaker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import topicworkbench.math.CsrCounts;

/** Term counts as RecordIO-protobuf, a record a document: what SageMaker's NTM and LDA are trained on. */
public final class CountRecords {

    private CountRecords() { }

    /**
     * @param rows the documents to write, in this order
     * @param out  stays open
     */
    public static void write(CsrCounts counts, int[] rows, OutputStream out) throws IOException {
        RecordIoWriter records = new RecordIoWriter(out);
        for (int row : rows) {
            int start = counts.rowStarts()[row];
            int end = counts.rowStarts()[row + 1];
            float[] values = new float[end - start];
            for (int i = 0; i < values.length; i++) {
                values[i] = counts.counts()[start + i];
            }
            records.write(new FeatureRecord(Arrays.copyOfRange(counts.columnIndices(), start, end), values,
                    counts.columns()).encoded());
        }
    }

    /**
     * Reads sparse or dense records to the end of the stream; zeros are dropped.
     *
     * @param columns number of terms
     * @param in      stays open
     * @throws IOException if the stream is damaged, or a record holds something else than counts of these terms
     */
    public static CsrCounts read(InputStream in, int columns) throws IOException {
        int[] starts = new int[1024];
        int[] indices = new int[1024];
        int[] counts = new int[1024];
        int rows = 0;
        int stored = 0;
        RecordIoReader records = new RecordIoReader(in);
        for (byte[] payload = records.next(); payload != null; payload = records.next()) {
            FeatureRecord record = FeatureRecord.decoded(payload);
            int previous = -1;
            for (int i = 0; i < record.values().length; i++) {
                int column = record.keys() == null ? i : record.keys()[i];
                int count = (int) record.values()[i];
                if (column <= previous || column >= columns || count < 0 || count != record.values()[i]) {
                    throw new IOException("Record " + (rows + 1) + " holds " + record.values()[i] + " in column " + column
                            + ": no counts of " + columns + " terms in rising order.");
                }
                previous = column;
                if (count > 0) {
                    if (stored == indices.length) {
                        indices = Arrays.copyOf(indices, 2 * stored);
                        counts = Arrays.copyOf(counts, 2 * stored);
                    }
                    indices[stored] = column;
                    counts[stored++] = count;
                }
            }
            if (++rows == starts.length) {
                starts = Arrays.copyOf(starts, 2 * rows);
            }
            starts[rows] = stored;
        }
        return new CsrCounts(rows, columns, Arrays.copyOf(starts, rows + 1), Arrays.copyOf(indices, stored),
                Arrays.copyOf(counts, stored));
    }
}

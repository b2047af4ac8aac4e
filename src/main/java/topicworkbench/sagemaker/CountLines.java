package topicworkbench.sagemaker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import topicworkbench.math.CsrCounts;

/**
 * Term counts as SageMaker's NTM and LDA take them in {@code text/csv}: a line a document with a whole number for each term,
 * and no header. It is the form for a few documents; many are written as {@link CountRecords}.
 */
public final class CountLines {
    /** Characters of a line; a million terms take two million. */
    private static final int LONGEST_LINE = 1 << 24;

    private CountLines() { }

    /** @param out stays open */
    public static void write(CsrCounts counts, int[] rows, OutputStream out) throws IOException {
        for (int row : rows) {
            StringBuilder line = new StringBuilder(2 * counts.columns());
            int at = counts.rowStarts()[row];
            for (int column = 0; column < counts.columns(); column++) {
                boolean stored = at < counts.rowStarts()[row + 1] && counts.columnIndices()[at] == column;
                line.append(column > 0 ? "," : "").append(stored ? counts.counts()[at++] : 0);
            }
            out.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * @param columns number of terms
     * @param in      stays open
     * @throws IOException if a line holds something else than a count for each term
     */
    public static CsrCounts read(InputStream in, int columns) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        List<int[]> documents = new ArrayList<>(); // of each the columns, then the counts
        int stored = 0;
        for (String line = next(lines); line != null; line = next(lines)) {
            int[] document = document(line, columns, documents.size() + 1);
            stored = Math.addExact(stored, document.length / 2);
            documents.add(document);
        }
        int[] starts = new int[documents.size() + 1];
        int[] indices = new int[stored];
        int[] counts = new int[stored];
        for (int row = 0; row < documents.size(); row++) {
            int[] document = documents.get(row);
            int size = document.length / 2;
            System.arraycopy(document, 0, indices, starts[row], size);
            System.arraycopy(document, size, counts, starts[row], size);
            starts[row + 1] = starts[row] + size;
        }
        return new CsrCounts(documents.size(), columns, starts, indices, counts);
    }

    private static int[] document(String line, int columns, int number) throws IOException {
        int[] indices = new int[Math.min(columns, line.length() / 2 + 1)];
        int[] counts = new int[indices.length];
        int size = 0;
        int column = 0;
        for (int from = 0; from <= line.length(); column++) {
            int to = line.indexOf(',', from) < 0 ? line.length() : line.indexOf(',', from);
            int count = count(line.substring(from, to).strip());
            if (count < 0 || column >= columns) {
                throw notCounts(number, columns);
            }
            if (count > 0) {
                indices[size] = column;
                counts[size++] = count;
            }
            from = to + 1;
        }
        if (column != columns) {
            throw notCounts(number, columns);
        }
        int[] document = Arrays.copyOf(indices, 2 * size);
        System.arraycopy(counts, 0, document, size, size);
        return document;
    }

    /** A whole number, also one written as 2.0; -1 if the text is none. */
    private static int count(String text) {
        return text.matches("\\d{1,9}(\\.0{0,9})?") ? Integer.parseInt(text.substring(0, (text + ".").indexOf('.'))) : -1;
    }

    private static IOException notCounts(int line, int columns) {
        return new IOException("Line " + line + " does not hold a count for each of " + columns + " terms.");
    }

    /** Null at the end. */
    private static String next(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        int character;
        while ((character = lines.read()) >= 0 && character != '\n') {
            if (line.length() == LONGEST_LINE) {
                throw new IOException("A line is longer than " + LONGEST_LINE + " characters.");
            }
            line.append((char) character);
        }
        return character < 0 && line.isEmpty() ? null : line.toString();
    }
}

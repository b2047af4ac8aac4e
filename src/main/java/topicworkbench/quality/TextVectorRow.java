package topicworkbench.quality;

import java.nio.charset.StandardCharsets;

/**
 * One line of word vectors as text: a word, which may itself hold spaces, and after it one number a dimension. Split at
 * ASCII spaces only, as words may hold other kinds of space.
 */
record TextVectorRow(String word, byte[] line, int numbersStart, int numbersEnd, int dimensions) {

    /** The row, or null if the line has fewer fields than a word and {@code dimensions} numbers. */
    static TextVectorRow of(byte[] line, int dimensions) {
        int end = trimmedEnd(line);
        int at = end;
        if (dimensions < 1) {
            return null;
        }
        for (int field = 0; field < dimensions; field++) {
            while (at > 0 && line[at - 1] != ' ') {
                at--;
            }
            at--; // onto the space before the field
            if (at <= 0) {
                return null;
            }
        }
        return new TextVectorRow(new String(line, 0, at, StandardCharsets.UTF_8), line, at + 1, end, dimensions);
    }

    /** Whether the line is a word and {@code dimensions} numbers. */
    static boolean isRow(byte[] line, int dimensions) {
        TextVectorRow row = of(line, dimensions);
        try {
            return row != null && row.numbers().length == dimensions;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Number of space-separated fields. */
    static int fields(byte[] line) {
        int fields = 1;
        for (int i = 0; i < trimmedEnd(line); i++) {
            fields += line[i] == ' ' ? 1 : 0;
        }
        return fields;
    }

    /** @throws NumberFormatException if a field is no number */
    float[] numbers() {
        String[] fields = new String(line, numbersStart, numbersEnd - numbersStart, StandardCharsets.ISO_8859_1).split(" ");
        float[] numbers = new float[fields.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.parseFloat(fields[i]);
        }
        return numbers;
    }

    private static int trimmedEnd(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\r')) {
            end--;
        }
        return end;
    }
}

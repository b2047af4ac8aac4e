package topicworkbench.corpus;

import java.io.Closeable;
import java.io.IOException;

/** The records of a review file in its order, those that cannot be read among them. */
interface ReviewRecords extends Closeable {
    /** Characters of a rejected record that are kept. */
    int EXCERPT = 200;

    /** The next record, or null at the end. */
    Record next() throws IOException;

    /**
     * A record as it was taken apart.
     *
     * @param number from 1 over the records that could be taken apart, or 0
     * @param values of the columns in the file's order, null for none; null where the record cannot be read
     * @param line   where it begins, from 1
     * @param reason why it cannot be read, or null
     * @param raw    the first characters of one that cannot be read, or null
     * @param swallowed lines that it takes in up to the end of the file because nothing closes its quote, or 0
     */
    record Record(long number, String[] values, long line, String reason, String raw, long swallowed) {

        static Record read(long number, String[] values, long line) {
            return new Record(number, values, line, null, null, 0);
        }

        static Record rejected(long number, long line, String reason, String raw, long swallowed) {
            return new Record(number, null, line, reason, excerpt(raw), swallowed);
        }
    }

    /** The first characters, as people count them. */
    static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= EXCERPT ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT));
    }
}

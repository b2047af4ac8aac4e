package topicworkbench.corpus;

import topicworkbench.failure.ExplainedException;

/** What is said of a review file that cannot be read, by both engines in the same words. */
public final class DamagedFile {
    private DamagedFile() { }

    /** @param file as people know it; @param cause null if there is none */
    public static ExplainedException parquet(Object file, Throwable cause) {
        return new ExplainedException(file + " is a damaged Parquet file.", "Copy or download it again.", cause);
    }

    /** @param cause null if there is none */
    static ExplainedException json(Object file, Throwable cause) {
        return new ExplainedException(file + " is not valid JSON.",
                "Repair it, or write one JSON object a line: then only the broken lines are left out.", cause);
    }
}

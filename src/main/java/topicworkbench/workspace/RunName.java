package topicworkbench.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.failure.InvalidOptionException;

/** What a run or a study is called: one line that is neither empty nor long. */
public final class RunName {
    /** Characters. */
    public static final int LONGEST = 200;

    private RunName() { }

    /** The name without control characters; refuses one that is empty or too long. */
    public static String require(String name) {
        String stripped = oneLine(name);
        InvalidOptionException.unless(!stripped.isEmpty() && stripped.length() <= LONGEST, "name",
                "\"" + name + "\"", "Give 1 to " + LONGEST + " characters.");
        return stripped;
    }

    /** As much of a name as may be kept. */
    public static String shortened(String name) {
        return name.substring(0, Math.min(LONGEST, name.length()));
    }

    /** What a file holds, which somebody else may have written; the other name where it holds none. */
    static String in(Path file, String otherwise) {
        try {
            String name = oneLine(Files.readString(file));
            return name.isEmpty() ? otherwise : shortened(name);
        } catch (IOException e) {
            return otherwise;
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}

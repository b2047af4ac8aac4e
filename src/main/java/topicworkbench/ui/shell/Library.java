package topicworkbench.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library the program is built with; the build lists them from their own descriptions.
 *
 * @param name    as repositories list it
 * @param license one or several, as the library's makers name them
 */
record Library(String name, String version, String license) {
    private static final String LIST = "libraries.txt";
    /** {@code (License) (Other license) Name (group:artifact:version - address)}. */
    private static final Pattern LINE = Pattern.compile("\\s*((?:\\([^)]*\\) )+).* \\([^:]+:([^:]+):([^ ]+) - .*\\)");

    static List<Library> all() {
        try (InputStream list = Library.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().map(LINE::matcher)
                    .filter(Matcher::matches).map(Library::of)
                    .sorted(Comparator.comparing(Library::name, String.CASE_INSENSITIVE_ORDER)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library of(Matcher line) {
        return new Library(line.group(2), line.group(3), line.group(1).strip().replace(") (", " or ")
                .replaceAll("^\\(|\\)$", ""));
    }
}

package topicworkbench.cli;

import java.util.List;

/** A heading with what belongs to it, a line each. */
final class TextList {
    private TextList() { }

    /** Adds it below what is there, after an empty line; nothing where nothing belongs to it. */
    static void add(StringBuilder text, String heading, List<String> items) {
        if (!items.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n');
            items.forEach(item -> text.append("  ").append(item).append('\n'));
        }
    }
}

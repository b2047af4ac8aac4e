package topicworkbench.ui.shell;

/**
 * Something that can be done from anywhere in the window, by the palette or by keys.
 *
 * @param title  what it does, or the name of what it leads to
 * @param detail said beside it; may be empty
 * @param keys   as JavaFX writes key combinations, for example {@code Shortcut+K}; empty for none
 */
record Command(Kind kind, String title, String detail, String keys, Runnable action) {

    /** In which of the palette's groups a command stands. */
    enum Kind {
        GO("Go to"), ACTION("Do"), SETTING("Setting"), HELP("Help"), RUN("Run");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Command of(Kind kind, String title, String keys, Runnable action) {
        return new Command(kind, title, "", keys, action);
    }
}

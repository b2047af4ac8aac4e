package topicworkbench.ui.support;

/** Which of the two looks the user wants. */
public enum Appearance {
    SYSTEM("Follow the system"), LIGHT("Light"), DARK("Dark");

    private final String words;

    Appearance(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}

package topicworkbench.curation;

import java.util.Locale;

/** What a person thinks of a topic. */
public enum Verdict {
    GOOD, JUNK;

    /** As journals and files write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

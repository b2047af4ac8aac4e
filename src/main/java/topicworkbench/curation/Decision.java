package topicworkbench.curation;

import java.time.Instant;
import java.util.Objects;

/** One line of the journal: who did what, and when. */
public record Decision(Instant time, String who, CurationEntry entry) {

    public Decision {
        Objects.requireNonNull(time);
        Objects.requireNonNull(entry);
        who = who == null ? "" : who;
    }
}

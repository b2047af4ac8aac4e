package topicworkbench.curation;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import topicworkbench.failure.ExplainedException;

/**
 * The decisions about one run's topics, kept in an append-only file, and the state they lead to. Several processes may
 * write to the file: each look takes in what others have decided, in the order in which it was written.
 */
public final class CurationJournal {
    private final Path file;
    private final Journal journal;
    private final Clock clock;
    private final String who;
    private long readTo;
    private Curation curation;

    /**
     * @param modelTopics of the run
     * @param who         writes the lines to come
     */
    public CurationJournal(Path file, int modelTopics, Clock clock, String who) {
        this.file = file;
        this.journal = new Journal(file);
        this.curation = Curation.of(modelTopics);
        this.clock = clock;
        this.who = who;
    }

    /** Written by whoever has started the program. */
    public static CurationJournal of(Path file, int modelTopics) {
        return new CurationJournal(file, modelTopics, Clock.systemUTC(), System.getProperty("user.name", ""));
    }

    /** As it stands now. */
    public synchronized Curation curation() {
        Journal.Read read = journal.readFrom(readTo);
        if (read.start() < readTo) { // another file has taken its place
            curation = Curation.of(curation.modelTopics());
        }
        readTo = read.end();
        List<Decision> decisions = read.entries().stream().map(CurationJson::read).flatMap(Optional::stream).toList();
        if (!decisions.isEmpty()) {
            curation = curation.with(decisions);
        }
        return curation;
    }

    /**
     * Keeps an entry; one that would change nothing is not written.
     *
     * @return the state it leads to
     * @throws ExplainedException if it does not fit, or cannot be kept
     */
    public synchronized Curation decide(CurationEntry entry) {
        Curation before = curation();
        before.problem(entry).ifPresent(problem -> {
            throw new ExplainedException(problem, "Look at the topics as they are now, and decide again.");
        });
        Decision decision = new Decision(Instant.now(clock).truncatedTo(ChronoUnit.MILLIS), who, entry);
        if (entry instanceof CurationEntry.Edit && before.with(decision).equals(before)) {
            return before;
        }
        try {
            journal.append(CurationJson.write(decision));
        } catch (UncheckedIOException e) {
            throw new ExplainedException("The decision could not be kept in " + file + ".",
                    "See that the run's folder is there, may be written to, and has room left.", e);
        }
        return curation();
    }

    /** Every decision that was ever written, oldest first, those that were undone or never fitted among them. */
    public List<Decision> decisions() {
        return journal.read().stream().map(CurationJson::read).flatMap(Optional::stream).toList();
    }
}

package topicworkbench.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import topicworkbench.run.EventInWords;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunEvent.EpochFinished;
import topicworkbench.run.RunEvent.MapShaped;
import topicworkbench.run.RunEvent.Note;
import topicworkbench.run.RunEvent.RunEnded;
import topicworkbench.run.RunEvent.StageFinished;
import topicworkbench.run.RunEvent.StageProgress;
import topicworkbench.run.RunEvent.StageStarted;
import topicworkbench.run.RunEvent.TopicsFormed;
import topicworkbench.run.Stage;

/** One line that is drawn over: stage, percent, time left in the stage; finished stages stay above it. */
final class ProgressBar implements ProgressDisplay {
    private static final int WIDTH = 20;
    private static final Duration SOON_ENOUGH_TO_GUESS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(100);

    private final Terminal terminal;
    private Stage stage = Stage.INGEST;
    private Instant started = Instant.EPOCH;
    private Instant drawn = Instant.EPOCH;
    private double fraction = Double.NaN;
    private String detail = "";
    private boolean closed;

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized void accept(RunEvent event) {
        if (closed) {
            return;
        }
        switch (event) {
            case StageStarted start -> {
                stage = start.stage();
                started = start.time();
                fraction = Double.NaN;
                detail = "";
                draw(start.time());
            }
            case StageProgress progress -> {
                fraction = progress.fraction();
                if (Duration.between(drawn, progress.time()).compareTo(BETWEEN_DRAWINGS) >= 0) {
                    draw(progress.time());
                }
            }
            case MapShaped shaped -> {
                detail = EventInWords.map(shaped);
                draw(shaped.time());
            }
            case EpochFinished epoch -> {
                detail = EventInWords.epochInShort(epoch);
                draw(epoch.time());
            }
            case StageFinished finished -> above(finished.stage().key() + ": " + EventInWords.finished(finished));
            case Note note -> above("  " + Terminal.line(note.text()));
            case TopicsFormed formed -> { }
            case RunEnded ended -> terminal.redraw("");
        }
    }

    private void above(String line) {
        terminal.redraw("");
        terminal.tell(line);
    }

    private void draw(Instant now) {
        drawn = now;
        terminal.redraw(String.format(Locale.ROOT, "%-9s [%s] %s%s  %s", stage.key(), bar(), percent(), timeLeft(now), detail)
                .stripTrailing());
    }

    private String bar() {
        int filled = Double.isNaN(fraction) ? 0 : (int) Math.round(Math.clamp(fraction, 0, 1) * WIDTH);
        return "#".repeat(filled) + "-".repeat(WIDTH - filled);
    }

    private String percent() {
        return Double.isNaN(fraction) ? "   " : String.format(Locale.ROOT, "%3d%%", (int) (100 * Math.clamp(fraction, 0, 1)));
    }

    private String timeLeft(Instant now) {
        Duration spent = Duration.between(started, now);
        return !(fraction > 0) || spent.compareTo(SOON_ENOUGH_TO_GUESS) < 0 ? ""
                : "  " + EventInWords.seconds(spent.toMillis() / 1000.0 * (1 - fraction) / fraction) + " left";
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            terminal.redraw("");
        }
        closed = true;
    }
}

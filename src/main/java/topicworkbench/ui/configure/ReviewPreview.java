package topicworkbench.ui.configure;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.corpus.ReviewInspector;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.math.ProgressListener;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/** A look at the chosen reviews, read in the background as a run would read their beginning. */
public final class ReviewPreview {
    /** Rows of each file: enough to see columns and stars, a moment to read. */
    private static final long ROWS = 1000;

    private final LatestTask reading;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(new Look.Nothing());

    /** What there is to see. */
    public sealed interface Look {
        record Nothing() implements Look { }

        record Reading() implements Look { }

        record Seen(ReviewInspection inspection) implements Look { }

        record Failed(UserMessage why) implements Look { }
    }

    ReviewPreview(BackgroundTasks tasks) {
        this.reading = new LatestTask(tasks);
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    void show(ReviewSource source) {
        look.set(new Look.Reading());
        reading.run(() -> ReviewInspector.inspect(source, ROWS, ProgressListener.NONE),
                inspection -> look.set(new Look.Seen(inspection)),
                problem -> look.set(new Look.Failed(UserMessage.of(problem))));
    }
}

package topicworkbench.ui.monitor;

import java.util.Arrays;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import topicworkbench.run.RunEvent.MapShaped;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.PointGrid;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.Messages;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.RunFolder;

/** The map of a run while it forms. Prepared only while somebody watches, since the run needs the processors itself. */
public final class FormingMapViewModel {
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Shape> shape = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty watched = new SimpleBooleanProperty();
    private Subscription subscription = Subscription.EMPTY;
    private LiveRun run;
    private RunFolder folder;
    /** Of each document; read when the first map comes, since training is over by then. */
    private int[] topics;
    private boolean busy;

    /** The map at one step, its points in the colors of their topics. */
    public record Shape(MapShaped event, ColoredPoints points) { }

    FormingMapViewModel(BackgroundTasks tasks, Messages messages) {
        this.tasks = tasks;
        this.messages = messages;
        watched.subscribe(this::look);
    }

    void follow(LiveRun newRun, RunFolder of) {
        close();
        run = newRun;
        folder = of;
        subscription = run.mapProperty().subscribe(this::look);
    }

    void close() {
        subscription.unsubscribe();
        subscription = Subscription.EMPTY;
        run = null;
        topics = null;
        shape.set(null);
    }

    private void look() {
        MapShaped newest = run == null ? null : run.mapProperty().get();
        if (newest == null || !watched.get() || busy || shape.get() != null && shape.get().event() == newest) {
            return;
        }
        busy = true;
        LiveRun of = run;
        int[] known = topics;
        var file = folder.files().documentTopic();
        tasks.run(() -> {
            int[] codes = known == null ? DocumentTables.readTopics(file, newest.map().documents()) : known;
            int[] palette = new int[1 + Arrays.stream(codes).max().orElse(0)];
            Arrays.setAll(palette, TopicColors::rgb);
            PointGrid grid = new PointGrid(newest.map().x(), newest.map().y());
            return new Prepared(codes, new Shape(newest, new ColoredPoints(grid, document -> palette[codes[document]])));
        }, prepared -> {
            busy = false;
            if (of == run) {
                topics = prepared.topics;
                shape.set(prepared.shape);
            }
            look(); // another may have come meanwhile
        }, problem -> {
            busy = false;
            messages.tell(problem);
        });
    }

    private record Prepared(int[] topics, Shape shape) { }

    /** Null before there is one. */
    public ReadOnlyObjectProperty<Shape> shapeProperty() {
        return shape.getReadOnlyProperty();
    }

    /** Whether somebody looks at it. */
    public BooleanProperty watchedProperty() {
        return watched;
    }
}

package topicworkbench.ui.cloud;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.ui.support.BackgroundTasks;

/** A deployment or deletion as it goes: resources with their newest state, lines of the image's build, and the step at hand. */
final class PlatformWork implements Consumer<Event> {
    private final BackgroundTasks tasks;
    private final ObservableList<Resource> resources = FXCollections.observableArrayList();
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(Double.NaN);

    /** @param state in words; @param reason AWS's, or empty */
    record Resource(String stack, String name, String type, String state, String reason, Mark mark, Instant since) {
        static Resource of(Event.ResourceChanged event) {
            String state = event.state();
            Mark mark = state.contains("FAILED") ? Mark.BAD : state.contains("ROLLBACK") ? Mark.DOUBT
                    : state.endsWith("_COMPLETE") ? Mark.GOOD : Mark.GOING;
            return new Resource(event.stack(), event.resource(), CloudWords.type(event.type()), CloudWords.sentence(state),
                    event.reason() == null ? "" : event.reason(), mark, event.time());
        }
    }

    PlatformWork(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** In the order in which they began. */
    ObservableList<Resource> resources() {
        return resources;
    }

    /** Of the image's build. */
    ObservableList<String> log() {
        return log;
    }

    /** What is done now, in words. */
    ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Of the step, 0 to 1; NaN while not known. */
    ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    void begin(String first) {
        resources.clear();
        log.clear();
        step.set(first);
        fraction.set(Double.NaN);
    }

    /** Hears the platform, on any thread. */
    @Override
    public void accept(Event event) {
        tasks.onWindowThread(() -> show(event));
    }

    private void show(Event event) {
        switch (event) {
            case Event.ResourceChanged changed -> show(Resource.of(changed));
            case Event.BuildLine line -> log.add(line.text());
            case Event.Step now -> {
                step.set(now.text());
                fraction.set(now.fraction());
            }
        }
    }

    /** The reason why something failed is kept when it is taken back after that. */
    private void show(Resource resource) {
        for (int i = 0; i < resources.size(); i++) {
            Resource before = resources.get(i);
            if (before.stack().equals(resource.stack()) && before.name().equals(resource.name())) {
                resources.set(i, resource.reason().isEmpty() && !before.reason().isEmpty() && resource.mark() != Mark.GOOD
                        ? new Resource(resource.stack(), resource.name(), resource.type(), resource.state(), before.reason(),
                                resource.mark(), resource.since()) : resource);
                return;
            }
        }
        resources.add(resource);
    }
}

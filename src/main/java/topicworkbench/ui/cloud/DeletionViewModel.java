package topicworkbench.ui.cloud;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.Deletion;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.StoppableTask;
import topicworkbench.ui.support.UserMessage;

/** Taking everything away again: what would go and stay, what must end first, and how it goes. */
public final class DeletionViewModel {
    private final CloudViewModel account;
    private final LatestTask looking;
    private final StoppableTask task;
    private final PlatformWork work;
    private final BooleanProperty withData = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(new Stand.Looking());
    /** Of what is shown: another place that is chosen meanwhile is not what was agreed to. */
    private CloudPlace at;

    /** How far it is. */
    sealed interface Stand {
        record Looking() implements Stand { }

        record Shown(Deletion deletion) implements Stand { }

        record Deleting(Deletion deletion) implements Stand { }

        record Done(Deletion deletion) implements Stand { }

        /** Nobody waits any more; AWS goes on. */
        record Stopped() implements Stand { }

        record Failed(UserMessage why) implements Stand { }
    }

    public DeletionViewModel(CloudViewModel account, BackgroundTasks tasks) {
        this.account = account;
        looking = new LatestTask(tasks);
        task = new StoppableTask(tasks);
        work = new PlatformWork(tasks);
        withData.subscribe((was, is) -> look());
    }

    ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    PlatformWork work() {
        return work;
    }

    /** Whether the reviews and runs in the bucket go too. */
    BooleanProperty withDataProperty() {
        return withData;
    }

    /** What everything that would go begins with. */
    String name() {
        return at == null ? account.place().name() : at.name();
    }

    boolean isGoing() {
        return stand.get() instanceof Stand.Deleting;
    }

    /** Looks at what there is, unless a deletion is under way. */
    void open() {
        if (!isGoing()) {
            look();
        }
    }

    void look() {
        at = account.place();
        Platform platform = account.cloud().platform(at);
        boolean data = withData.get();
        stand.set(new Stand.Looking());
        looking.run(() -> platform.deletion(data), found -> stand.set(new Stand.Shown(found)), this::fail);
    }

    /** Does it; there is no way back. */
    void delete() {
        if (stand.get() instanceof Stand.Shown(Deletion deletion) && deletion.blockers().isEmpty()) {
            work.begin("Deleting");
            stand.set(new Stand.Deleting(deletion));
            Platform platform = account.cloud().platform(at);
            task.run(() -> {
                platform.settle(work);
                platform.delete(deletion, work);
                return deletion;
            }, done -> {
                stand.set(new Stand.Done(done));
                account.messages().tell("Deleted from AWS: " + name() + ".");
                account.refresh();
            }, why -> {
                fail(why);
                account.refresh();
            }, () -> {
                stand.set(new Stand.Stopped());
                account.refresh();
            });
        }
    }

    private void fail(Throwable why) {
        stand.set(new Stand.Failed(UserMessage.of(why)));
    }

    /** Ends the waiting, not what AWS does. */
    void stop() {
        task.stop();
    }
}

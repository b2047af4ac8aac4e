package topicworkbench.ui.cloud;

import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.StoppableTask;
import topicworkbench.ui.support.UserMessage;

/** A deployment: its choices, then what it would change, then how it goes. Nothing changes before the difference was seen. */
public final class DeployViewModel {
    /** Leaves a choice as it is deployed. */
    static final String UNCHANGED = "unchanged";
    static final String NOBODY = "nobody";
    static final String ADDRESS = "address";
    static final String NONE = "none";
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final CloudViewModel account;
    private final BackgroundTasks tasks;
    private final StoppableTask task;
    private final PlatformWork work;
    private final StringProperty notify = new SimpleStringProperty(UNCHANGED);
    private final StringProperty email = new SimpleStringProperty("");
    private final ObjectProperty<Boolean> startOnUpload = new SimpleObjectProperty<>();
    private final StringProperty classify = new SimpleStringProperty(UNCHANGED);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Stand> stand = new ReadOnlyObjectWrapper<>(new Stand.Choosing());
    private CloudPlace at;

    /** How far it is. */
    sealed interface Stand {
        record Choosing() implements Stand { }

        record Planning() implements Stand { }

        record Planned(ChangePlan plan) implements Stand { }

        record Applying(ChangePlan plan) implements Stand { }

        record Done(String release) implements Stand { }

        /** Nobody waits any more; AWS goes on. */
        record Stopped() implements Stand { }

        /** @param began whether something was changed before it failed */
        record Failed(UserMessage why, boolean began) implements Stand { }
    }

    public DeployViewModel(CloudViewModel account, BackgroundTasks tasks) {
        this.account = account;
        this.tasks = tasks;
        task = new StoppableTask(tasks);
        work = new PlatformWork(tasks);
    }

    ReadOnlyObjectProperty<Stand> standProperty() {
        return stand.getReadOnlyProperty();
    }

    PlatformWork work() {
        return work;
    }

    /** {@link #UNCHANGED}, {@link #NOBODY} or {@link #ADDRESS}. */
    StringProperty notifyProperty() {
        return notify;
    }

    StringProperty emailProperty() {
        return email;
    }

    /** Null leaves it as it is deployed. */
    ObjectProperty<Boolean> startOnUploadProperty() {
        return startOnUpload;
    }

    /** {@link #UNCHANGED}, {@link #NONE} or an endpoint's name. */
    StringProperty classifyProperty() {
        return classify;
    }

    /** What is wrong with the choices, or empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Names of the endpoints that could classify. */
    List<String> endpoints() {
        List<Endpoint> there = account.endpoints().value();
        return there == null ? List.of() : there.stream().map(Endpoint::name).toList();
    }

    boolean isGoing() {
        return stand.get() instanceof Stand.Applying || stand.get() instanceof Stand.Planning;
    }

    /** Begins with the choices, unless one is under way. */
    void open() {
        if (!isGoing()) {
            discard();
        }
    }

    /** Asks AWS what would change. */
    void plan() {
        boolean addressed = notify.get().equals(ADDRESS);
        if (addressed && !EMAIL.matcher(email.get().strip()).matches()) {
            problem.set("Give an e-mail address, for example ann@example.org.");
            return;
        }
        problem.set("");
        Platform.Options options = new Platform.Options(addressed ? email.get().strip() : notify.get().equals(NOBODY) ? "" : null,
                startOnUpload.get(), classify.get().equals(UNCHANGED) ? null : classify.get().equals(NONE) ? "" : classify.get());
        at = account.place();
        Platform platform = account.cloud().platform(at);
        work.begin("Asking AWS what would change");
        stand.set(new Stand.Planning());
        task.run(() -> {
            platform.settle(work);
            return platform.plan(options);
        }, plan -> stand.set(new Stand.Planned(plan)), why -> fail(why, false), this::stopped);
    }

    /** Changes the account as the plan says. */
    void apply() {
        if (stand.get() instanceof Stand.Planned(ChangePlan plan)) {
            work.begin("Changing the stacks");
            stand.set(new Stand.Applying(plan));
            Platform platform = account.cloud().platform(at);
            task.run(() -> {
                platform.apply(plan, work);
                return plan.release();
            }, release -> {
                stand.set(new Stand.Done(release));
                account.messages().tell("Deployed: release " + release + ".");
                account.refresh();
            }, why -> {
                fail(why, true);
                account.refresh();
            }, this::stopped);
        }
    }

    private void fail(Throwable why, boolean began) {
        UserMessage message = UserMessage.of(why);
        stand.set(new Stand.Failed(message, began));
        account.messages().tell(message);
    }

    private void stopped() {
        stand.set(new Stand.Stopped());
        account.refresh();
    }

    /** Ends the waiting, not what AWS does. */
    void stop() {
        task.stop();
    }

    /** Goes back to the choices; change sets that wait in the account are taken away. */
    void discard() {
        if (stand.get() instanceof Stand.Planned(ChangePlan plan) && !plan.isEmpty()) {
            Platform platform = account.cloud().platform(at);
            tasks.run(() -> {
                platform.discard(plan);
                return plan;
            }, gone -> { }, account.messages()::tell);
        }
        stand.set(new Stand.Choosing());
    }
}

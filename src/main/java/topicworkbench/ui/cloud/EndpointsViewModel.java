package topicworkbench.ui.cloud;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Endpoints;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.StoppableTask;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.Workspace;

/** Models behind endpoints: made, with what an hour costs told before, and taken away; each says itself how that goes. */
public final class EndpointsViewModel {
    private final CloudViewModel account;
    private final Workspace workspace;
    private final BackgroundTasks tasks;
    private final StoppableTask creating;
    private final LatestTask listing;
    private final LatestTask pricing;
    private final EndpointQuestion question;
    private final ObservableList<RunSummary> served = FXCollections.observableArrayList();
    private final ObjectProperty<RunSummary> run = new SimpleObjectProperty<>();
    private final ObjectProperty<CloudOptions.Endpoint.Kind> kind = new SimpleObjectProperty<>(CloudOptions.Endpoint.Kind.SERVERLESS);
    private final StringProperty instanceType = new SimpleStringProperty(CloudOptions.DEFAULTS.endpoint().instanceType());
    private final ObjectProperty<Integer> memory = new SimpleObjectProperty<>(CloudOptions.DEFAULTS.endpoint().memoryMb());
    private final ReadOnlyDoubleWrapper hour = new ReadOnlyDoubleWrapper(Double.NaN);
    private final ReadOnlyObjectWrapper<Making> making = new ReadOnlyObjectWrapper<>(new Making.Nothing());
    private final ObservableMap<String, UserMessage> told = FXCollections.observableHashMap();
    private final Map<String, StoppableTask> deleting = new HashMap<>();

    /** How the making of an endpoint stands. */
    sealed interface Making {
        record Nothing() implements Making { }

        /** @param state AWS's word */
        record Going(String state) implements Making { }

        record Failed(UserMessage why) implements Making { }
    }

    public EndpointsViewModel(CloudViewModel account, Workspace workspace, BackgroundTasks tasks) {
        this.account = account;
        this.workspace = workspace;
        this.tasks = tasks;
        creating = new StoppableTask(tasks);
        listing = new LatestTask(tasks);
        pricing = new LatestTask(tasks);
        question = new EndpointQuestion(account, workspace, tasks);
        kind.subscribe((was, is) -> price());
        instanceType.subscribe((was, is) -> price());
    }

    /** Runs that were trained on AWS, passed their gate and are here: those whose model can be put behind an endpoint. */
    ObservableList<RunSummary> served() {
        return served;
    }

    ObjectProperty<RunSummary> runProperty() {
        return run;
    }

    ObjectProperty<CloudOptions.Endpoint.Kind> kindProperty() {
        return kind;
    }

    /** Of a real-time endpoint. */
    StringProperty instanceTypeProperty() {
        return instanceType;
    }

    /** Megabytes of a serverless one. */
    ObjectProperty<Integer> memoryProperty() {
        return memory;
    }

    /** What an hour of the chosen endpoint costs; 0 by use, NaN while not known. */
    ReadOnlyDoubleProperty hourProperty() {
        return hour.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Making> makingProperty() {
        return making.getReadOnlyProperty();
    }

    /** The command that finds the topics of a file of reviews by the chosen run's model, without an endpoint. */
    String transformCommand() {
        return "topic-workbench cloud endpoint transform " + run.get().id() + " --input reviews.csv --output topics.csv";
    }

    void tellCopied(String command) {
        account.messages().tell("Copied: " + command);
    }

    /** What is to be said about an endpoint's deletion, by its name. */
    ObservableMap<String, UserMessage> told() {
        return told;
    }

    /** What one of them makes of a text. */
    EndpointQuestion question() {
        return question;
    }

    boolean isDeleting(String name) {
        return deleting.containsKey(name);
    }

    /** Reads which runs could be served, and what that would cost. */
    void open() {
        listing.run(() -> workspace.runs().stream().filter(each -> each.spec() != null && each.spec().cloud().onAws()
                && each.state() == RunState.DONE).toList(), found -> {
            served.setAll(found);
            if (run.get() == null || !found.contains(run.get())) {
                run.set(found.isEmpty() ? null : found.getFirst());
            }
        }, account.messages()::tell);
        price();
    }

    private CloudOptions.Endpoint options() {
        return new CloudOptions.Endpoint(kind.get(), instanceType.get() == null ? "" : instanceType.get().strip(), memory.get());
    }

    private void price() {
        hour.set(Double.NaN);
        if (account.account() == null) {
            return;
        }
        CloudPlace at = account.place();
        try {
            CloudOptions.Endpoint wanted = options();
            pricing.run(() -> account.cloud().spending(at).endpointHour(wanted), hour::set, unknown -> hour.set(Double.NaN));
        } catch (InvalidOptionException halfTyped) {
            pricing.forget();
        }
    }

    /** Makes it, or updates the one that the run has. */
    void create() {
        if (run.get() == null || making.get() instanceof Making.Going) {
            return;
        }
        String id = run.get().id();
        String name = run.get().name();
        CloudPlace at = account.place();
        CloudOptions.Endpoint options;
        try {
            options = options();
        } catch (InvalidOptionException wrong) {
            making.set(new Making.Failed(UserMessage.of(wrong)));
            return;
        }
        making.set(new Making.Going("Creating"));
        creating.run(() -> account.cloud().endpoints(at).create(id, null, options, state -> tasks.onWindowThread(() -> {
            if (making.get() instanceof Making.Going) {
                making.set(new Making.Going(state));
            }
            account.lookAtEndpoints();
        })), made -> {
            making.set(new Making.Nothing());
            account.messages().tell("The endpoint " + made.name() + " of " + name + " is in service: " + CloudWords.hour(made.priceHour())
                    + (made.priceHour() > 0 ? " an hour until it is deleted." : "."));
            account.lookAtEndpoints();
        }, why -> {
            making.set(new Making.Failed(UserMessage.of(why)));
            account.lookAtEndpoints();
        }, () -> {
            making.set(new Making.Nothing());
            account.lookAtEndpoints();
        });
    }

    /** Ends the waiting, not what AWS does. */
    void stopWaiting() {
        creating.stop();
    }

    /** Takes it away; it stays in the list until it is gone. */
    void delete(Endpoint endpoint) {
        String name = endpoint.name();
        if (isDeleting(name)) {
            return;
        }
        CloudPlace at = account.place();
        Endpoints endpoints = account.cloud().endpoints(at);
        StoppableTask task = new StoppableTask(tasks);
        deleting.put(name, task);
        told.put(name, UserMessage.news("Being deleted"));
        task.run(() -> {
            endpoints.delete(name);
            return name;
        }, gone -> {
            deleting.remove(name);
            told.remove(name);
            account.messages().tell("The endpoint " + name + " is gone.");
            account.lookAtEndpoints();
        }, why -> {
            deleting.remove(name);
            told.put(name, UserMessage.of(why));
            account.lookAtEndpoints();
        }, () -> deleting.remove(name));
    }
}

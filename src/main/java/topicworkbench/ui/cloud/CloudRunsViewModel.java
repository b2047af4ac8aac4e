package topicworkbench.ui.cloud;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns.Found;
import topicworkbench.cloud.Spending.Ledger;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Runs of the account, from whatever computer they were started: brought here, and asked what they have cost. */
public final class CloudRunsViewModel {
    private final CloudViewModel account;
    private final Workspace workspace;
    private final LiveRuns liveRuns;
    private final LatestTask bringing;
    private final Looking<Ledger> ledger;
    private final ObjectProperty<Found> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper onItsWay = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UserMessage> problem = new ReadOnlyObjectWrapper<>();
    private final LatestTask naming;
    private final ReadOnlyObjectWrapper<Map<String, String>> names = new ReadOnlyObjectWrapper<>(Map.of());

    public CloudRunsViewModel(CloudViewModel account, Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks) {
        this.account = account;
        this.workspace = workspace;
        this.liveRuns = liveRuns;
        bringing = new LatestTask(tasks);
        ledger = new Looking<>(tasks);
        naming = new LatestTask(tasks);
        account.runs().foundProperty().subscribe(found -> {
            if (account.runs().value() != null) {
                List<Found> runs = account.runs().value();
                naming.run(() -> read(runs), names::set, account.messages()::tell);
            }
        });
        selected.subscribe((before, now) -> {
            if (before == null || now == null || !before.id().equals(now.id())) {
                ledger.clear();
                problem.set(null);
            }
        });
    }

    /** Only the account knows the others, and by their id. */
    private Map<String, String> read(List<Found> runs) {
        Map<String, String> read = new HashMap<>();
        runs.stream().filter(Found::isHere).forEach(run -> workspace.folder(run.here())
                .ifPresent(folder -> read.put(run.id(), folder.summary().name())));
        return read;
    }

    /** What runs that are here are called, by their id in the account. */
    ReadOnlyObjectProperty<Map<String, String>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** The run that is looked at more closely, or null. */
    ObjectProperty<Found> selectedProperty() {
        return selected;
    }

    /** What the selected run has cost, once that was asked. */
    Looking<Ledger> ledger() {
        return ledger;
    }

    /** Whether a run is being brought here. */
    ReadOnlyBooleanProperty onItsWayProperty() {
        return onItsWay.getReadOnlyProperty();
    }

    /** Why the selected run could not be brought here, or null. */
    ReadOnlyObjectProperty<UserMessage> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void readLedger() {
        CloudPlace at = account.place();
        String id = selected.get().id();
        ledger.look(() -> account.cloud().spending(at).ledger(id));
    }

    /** Makes the run's folder here, then follows it or fetches what it has made, as any run that was interrupted. */
    void bring(Found run) {
        CloudPlace at = account.place();
        onItsWay.set(true);
        problem.set(null);
        bringing.run(() -> Brought.of(workspace.find(account.cloud().runs(at).adopt(run))), here -> {
            Consumer<LiveRun> begun = live -> {
                onItsWay.set(false);
                account.refresh();
            };
            if (here.canBeFollowed()) {
                liveRuns.follow(here.id(), here.name(), begun, this::fail);
            } else {
                liveRuns.resume(here.id(), here.name(), begun, this::fail);
            }
        }, this::fail);
    }

    /** @param canBeFollowed resuming instead would begin a run anew, and bill it, that AWS has forgotten */
    private record Brought(String id, String name, boolean canBeFollowed) {
        static Brought of(RunFolder folder) {
            return new Brought(folder.id(), folder.summary().name(), folder.canBeFollowed());
        }
    }

    private void fail(Throwable why) {
        onItsWay.set(false);
        problem.set(UserMessage.of(why));
    }
}

package topicworkbench.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.workspace.Workspace;

/** The run that the window looks at, and those it could look at. */
final class LookedAtViewModel {
    private final Workspace workspace;
    private final LatestTask listing;
    private final Messages messages;
    private final ObservableList<RunSummary> runs = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper id = new ReadOnlyStringWrapper();

    LookedAtViewModel(Workspace workspace, BackgroundTasks tasks, Messages messages) {
        this.workspace = workspace;
        this.listing = new LatestTask(tasks);
        this.messages = messages;
    }

    /** Newest first, without those in the archive. */
    ObservableList<RunSummary> runs() {
        return runs;
    }

    /** Null while no run is looked at. */
    ReadOnlyStringProperty idProperty() {
        return id.getReadOnlyProperty();
    }

    void look(String runId) {
        id.set(runId);
    }

    Optional<RunSummary> find(String runId) {
        return runs.stream().filter(run -> run.id().equals(runId)).findFirst();
    }

    void refresh() {
        listing.run(() -> workspace.runs().stream().filter(run -> !run.remarks().archived()).toList(), this::show,
                messages::tell);
    }

    private void show(List<RunSummary> found) {
        if (!runs.equals(found)) {
            runs.setAll(found);
        }
    }
}

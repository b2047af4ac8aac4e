package topicworkbench.ui.configure;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.Workspace;

/** The runs of the workspace, to set up another like one of them. */
public final class EarlierRuns {
    private final Workspace workspace;
    private final LatestTask reading;
    private final ObservableList<RunSummary> all = FXCollections.observableArrayList();
    private final FilteredList<RunSummary> found = new FilteredList<>(all);
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<UserMessage> problem = new ReadOnlyObjectWrapper<>();

    EarlierRuns(Workspace workspace, BackgroundTasks tasks) {
        this.workspace = workspace;
        this.reading = new LatestTask(tasks);
        search.subscribe(text -> found.setPredicate(run -> matches(run, text)));
    }

    /** Newest first, of those whose name or id holds the searched text. */
    public ObservableList<RunSummary> found() {
        return found;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Why there is no list, or null. */
    public ReadOnlyObjectProperty<UserMessage> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void refresh() {
        search.set("");
        reading.run(() -> workspace.runs().stream().filter(run -> run.spec() != null).toList(), this::show,
                why -> problem.set(UserMessage.of(why)));
    }

    private void show(List<RunSummary> runs) {
        problem.set(null);
        all.setAll(runs);
    }

    private static boolean matches(RunSummary run, String text) {
        String wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        return (run.name() + " " + run.id()).toLowerCase(Locale.ROOT).contains(wanted);
    }
}

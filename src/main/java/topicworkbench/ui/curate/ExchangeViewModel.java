package topicworkbench.ui.curate;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.comparison.LabelTransfer;
import topicworkbench.curation.Replay;
import topicworkbench.export.LabelsFile;
import topicworkbench.export.LabelsImport;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Labels of one run, taken from other runs and files or written to them; what comes in is looked at before it is done. */
public final class ExchangeViewModel {
    private final Workspace workspace;
    private final BackgroundTasks tasks;
    private final LatestTask comparing;
    private final Messages messages;
    private final Runnable whenApplied;
    private final ObservableList<RunSummary> sources = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content.Nothing(""));
    private RunFolder run;

    /** What there is to see. */
    public sealed interface Content {
        /** Nothing has been asked for yet. @param run whose labels these are */
        record Nothing(String run) implements Content { }

        record Comparing() implements Content { }

        /** To be looked at, then applied. */
        record Proposed(LabelTransfer transfer) implements Content { }

        record Failed(UserMessage why) implements Content { }
    }

    /** @param whenApplied shows the run's topics as they are then */
    public ExchangeViewModel(Workspace workspace, BackgroundTasks tasks, Messages messages, Runnable whenApplied) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.comparing = new LatestTask(tasks);
        this.messages = messages;
        this.whenApplied = whenApplied;
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Runs whose labels can be replayed: those with topics, but for the run itself. */
    public ObservableList<RunSummary> sources() {
        return sources;
    }

    public String runName() {
        return run == null ? "" : run.summary().name();
    }

    public void open(RunFolder wanted) {
        run = wanted;
        comparing.forget();
        content.set(new Content.Nothing(runName()));
        tasks.run(() -> workspace.runs().stream().filter(other -> other.quality() != null && !other.id().equals(wanted.id())).toList(),
                sources::setAll, messages::tell);
    }

    /** @param file ends in .csv or .json; the person has agreed to replace it where it is there */
    public void export(Path file) {
        RunFolder from = run;
        tasks.run(() -> {
            LabelsFile.write(from, file, true);
            return file;
        }, written -> messages.tell("Labels written to " + written + "."), messages::tell);
    }

    public void readFile(Path file) {
        RunFolder to = run;
        propose(() -> LabelsImport.read(to, file));
    }

    public void replay(RunSummary source) {
        RunFolder to = run;
        propose(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                return LabelTransfer.between(workspace.find(source.id()), to, threads);
            }
        });
    }

    private void propose(Callable<LabelTransfer> transfer) {
        content.set(new Content.Comparing());
        comparing.run(transfer, found -> content.set(new Content.Proposed(found)),
                problem -> content.set(new Content.Failed(UserMessage.of(problem))));
    }

    /** Does what fits and what the person accepts, as one step that undo takes back. */
    public void apply(List<Replay.Doubt> accepted) {
        if (content.get() instanceof Content.Proposed(LabelTransfer transfer)) {
            tasks.run(() -> transfer.apply(accepted), done -> {
                content.set(new Content.Nothing(runName()));
                messages.tell(done ? transfer.reason() + ": done. One undo takes all of it back." : "There was nothing to do.");
                whenApplied.run();
            }, messages::tell);
        }
    }
}

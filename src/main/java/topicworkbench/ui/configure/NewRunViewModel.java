package topicworkbench.ui.configure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.UserMessage;

/** A run that is being set up, and then watched. */
public final class NewRunViewModel {
    private static final UserMessage NO_REVIEWS = new UserMessage(UserMessage.Kind.FAILURE, "No reviews are chosen.",
            "Choose a file or a folder, or use the sample.");

    private final LiveRuns liveRuns;
    private final ReviewPreview preview;
    private final RunForm form = new RunForm();
    private final ObservableList<String> paths = FXCollections.observableArrayList();
    private final ObservableList<String> shownPaths = FXCollections.unmodifiableObservableList(paths);
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<UserMessage> sourceError = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<UserMessage> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveRun> run = new ReadOnlyObjectWrapper<>();

    public NewRunViewModel(LiveRuns liveRuns, BackgroundTasks tasks) {
        this.liveRuns = liveRuns;
        this.preview = new ReviewPreview(tasks);
    }

    public ReviewPreview preview() {
        return preview;
    }

    public RunForm form() {
        return form;
    }

    /** Files and folders of reviews. */
    public ObservableList<String> paths() {
        return shownPaths;
    }

    /** Empty for a name made from the corpus. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What is wrong with the choice of reviews, or null. */
    public ReadOnlyObjectProperty<UserMessage> sourceErrorProperty() {
        return sourceError.getReadOnlyProperty();
    }

    /** Why the last try to start was refused, or null. */
    public ReadOnlyObjectProperty<UserMessage> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /** The run that was started last from here; null once other reviews are chosen. */
    public ReadOnlyObjectProperty<LiveRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    public void choose(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            show(chosen.stream().map(Path::toString).toList());
        }
    }

    /** Sets the form up as this specification. */
    public void show(RunSpec spec) {
        form.show(spec);
        show(spec.source().paths());
    }

    public void useSample() {
        show(List.of(SampleReviews.PATH));
    }

    private void show(List<String> chosen) {
        paths.setAll(chosen);
        sourceError.set(null);
        refusal.set(null);
        run.set(null);
        preview.show(new ReviewSource(paths, Map.of()));
    }

    /** Starts the run, or says what is wrong: beside the field, and in one sentence beside the button. */
    public void start() {
        refusal.set(null);
        sourceError.set(paths.isEmpty() ? NO_REVIEWS : null);
        Optional<RunSpec> spec = form.spec(new ReviewSource(paths, Map.of()));
        if (paths.isEmpty()) {
            refusal.set(NO_REVIEWS);
        } else if (spec.isEmpty()) {
            refusal.set(form.errors().getFirst().errorProperty().get());
        } else {
            String chosen = name.get() == null ? "" : name.get().strip();
            liveRuns.start(spec.get(), chosen.isEmpty() ? SpecInWords.corpus(spec.get()) : chosen, run::set,
                    this::refuse);
        }
    }

    private void refuse(Throwable why) {
        if (why instanceof InvalidOptionException option) {
            form.refuse(option);
        }
        refusal.set(UserMessage.of(why));
    }
}

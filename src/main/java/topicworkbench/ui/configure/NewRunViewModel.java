package topicworkbench.ui.configure;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.CommandText;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Setting.Section;
import topicworkbench.run.SpecInWords;
import topicworkbench.study.StudyRunner;
import topicworkbench.study.StudySpec;
import topicworkbench.study.Variation;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.Workspace;

/** A run that is being set up. */
public final class NewRunViewModel {
    /** Stands for the choice of reviews where fields are named. */
    static final String REVIEWS = "reviews";
    private static final String WHERE = "where";

    private final EarlierRuns earlier;
    private final LiveRuns liveRuns;
    private final BackgroundTasks tasks;
    private final ReviewChoice reviews;
    private final LivePreview preview;
    private final CloudLaunchViewModel launch;
    private final RunForm form = new RunForm();
    private final StudyForm study = new StudyForm();
    private final StudyRunner studies;
    private boolean starting;
    private Consumer<String> onStudy = id -> { };
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<UserMessage> message = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> attention = new ReadOnlyObjectWrapper<>();

    public NewRunViewModel(Workspace workspace, LiveRuns liveRuns, StudyRunner studies, BackgroundTasks tasks,
            WindowPreferences preferences, CloudLaunchViewModel launch) {
        this.launch = launch;
        this.studies = studies;
        this.earlier = new EarlierRuns(workspace, tasks);
        this.liveRuns = liveRuns;
        this.tasks = tasks;
        this.reviews = new ReviewChoice(preferences, this::look);
        this.preview = new LivePreview(tasks);
        reviews.paths().addListener((Observable changed) -> message.set(null));
        if (!preferences.settings().wordVectors().isEmpty()) {
            form.field("embeddings").textProperty().set(preferences.settings().wordVectors());
        }
        form.checksProperty().subscribe((before, now) -> {
            look();
            study.check(form.usableProperty().get());
            reconsider();
        });
        study.errorProperty().subscribe((before, now) -> reconsider());
    }

    /** What is varied over several runs. */
    public StudyForm study() {
        return study;
    }

    /** @param listener gets the id of a study that was started */
    public void whenStudyStarted(Consumer<String> listener) {
        onStudy = listener;
    }

    /** Those whose specification may be taken over. */
    public EarlierRuns earlier() {
        return earlier;
    }

    public LivePreview preview() {
        return preview;
    }

    /** What the run would take and cost on AWS. */
    public CloudLaunchViewModel launch() {
        return launch;
    }

    public RunForm form() {
        return form;
    }

    public ReviewChoice reviews() {
        return reviews;
    }

    /** Empty for a name made from the corpus. */
    public StringProperty nameProperty() {
        return name;
    }

    /** What came of the last thing that was asked of the whole form, or null: why Start refused, where it was saved. */
    public ReadOnlyObjectProperty<UserMessage> messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The setting that the user is to look at, or {@link #REVIEWS}; null for none. */
    public ReadOnlyObjectProperty<String> attentionProperty() {
        return attention.getReadOnlyProperty();
    }

    /** Takes files and folders as reviews; one specification opens instead. */
    public void choose(List<Path> chosen) {
        if (chosen.size() == 1 && SpecificationFile.isOne(chosen.getFirst())) {
            open(chosen.getFirst());
        } else if (!chosen.isEmpty()) {
            reviews.choosePaths(chosen.stream().map(path -> path.toAbsolutePath().toString()).toList());
        }
    }

    private ReviewSource source() {
        return reviews.source(form.usableProperty().get().source().keep());
    }

    /** Follows the form, unless what it says of reviews or text cannot be used. */
    private void look() {
        boolean wrong = form.errors().stream().map(field -> field.setting().section())
                .anyMatch(section -> section == Section.FILTER || section == Section.TEXT);
        if (!wrong && !reviews.paths().isEmpty()) {
            RunSpec spec = form.usableProperty().get();
            preview.show(source(), spec.filter(), spec.text());
        }
        lookAtAws();
    }

    /** Looks up what the form would take there, also where the preferences now name another place. */
    public void lookAtAws() {
        RunSpec whole = form.usableProperty().get().withSource(source());
        launch.follow(whole.cloud().onAws() && !reviews.paths().isEmpty() && form.errors().isEmpty() ? whole : null);
    }

    /** Sets the form up as this specification. */
    public void show(RunSpec spec) {
        form.show(spec);
        name.set("");
        reviews.show(spec.source());
    }

    /** Opens a specification, refusing what the command line refuses, in the same words. */
    public void open(Path file) {
        tasks.run(() -> RunSpecFile.read(file), spec -> {
            show(spec);
            message.set(UserMessage.news("Opened " + file.getFileName() + "."));
        }, this::refuse);
    }

    /** Saves the specification, if the form is in order. */
    public void save(Path file) {
        checked().ifPresent(spec -> tasks.run(() -> {
            SpecificationFile.write(file, spec);
            return file;
        }, saved -> message.set(UserMessage.news("Saved as " + saved.getFileName() + ".")), this::refuse));
    }

    /** A file name to propose for the specification. */
    public String fileName() {
        return SpecificationFile.name(form.usableProperty().get().withSource(source()));
    }

    /** The command that starts the same run, if the form is in order. */
    public Optional<String> command() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Optional<String> command = study.rows().isEmpty()
                ? checked().map(spec -> CommandText.of(spec, chosenName(), launch.place().options(), windows))
                : checked().flatMap(this::checkedStudy).map(spec -> CommandText.ofStudy(spec.base(),
                        spec.variations().stream().map(Variation::text).toList(), spec.draws(), chosenName(), windows));
        command.ifPresent(text -> message.set(UserMessage.news("The command is on the clipboard.")));
        return command;
    }

    /** Starts the run, or the study, or says what is wrong: beside the field, and in one sentence beside the button. */
    public void start() {
        if (starting) {
            return; // the same press again, while prices are looked up or AWS answers
        }
        checked().ifPresent(spec -> {
            if (study.rows().isEmpty()) {
                begin(spec);
                String chosen = chosenName();
                liveRuns.start(spec, chosen.isEmpty() ? SpecInWords.corpus(spec) : chosen, started -> begun(), this::notBegun);
            } else {
                startStudy(spec);
            }
        });
    }

    private void startStudy(RunSpec base) {
        String chosen = chosenName();
        checkedStudy(base).ifPresent(spec -> {
            begin(base);
            liveRuns.ask(base, spec.trials().size(), () -> tasks.run(
                    () -> studies.start(spec, chosen.isEmpty() ? null : chosen, (number, trial, event) -> { }).id(), id -> {
                        begun();
                        onStudy.accept(id);
                    }, this::notBegun), this::notBegun);
        });
    }

    private void begin(RunSpec spec) {
        starting = true;
        message.set(spec.cloud().onAws() ? UserMessage.news("Looking up what it costs…") : null);
    }

    private void begun() {
        starting = false;
        message.set(null);
    }

    private void notBegun(Throwable why) {
        starting = false;
        refuse(why);
        if (launch.outlookProperty().get() instanceof Look.Seen<LaunchOutlook>(LaunchOutlook seen) && seen.obstacle().isPresent()) {
            draw(WHERE); // below it stands what the account lacks, and the way out
        }
    }

    private Optional<StudySpec> checkedStudy(RunSpec base) {
        Optional<StudySpec> spec = study.check(base);
        if (spec.isEmpty()) {
            message.set(study.errorProperty().get());
        }
        return spec;
    }

    private String chosenName() {
        return name.get() == null ? "" : name.get().strip();
    }

    /** The specification; where there is none, the first mistake is told and shown. */
    private Optional<RunSpec> checked() {
        message.set(null);
        reviews.refuse(null);
        try {
            RunSpecs.requireReviews(form.usableProperty().get().withSource(source()));
        } catch (InvalidOptionException e) {
            refuse(e);
            return Optional.empty();
        }
        Optional<RunSpec> spec = form.spec(source());
        if (spec.isEmpty()) {
            List<FormField> wrong = form.errors();
            message.set(summary(wrong));
            draw(wrong.getFirst().setting().name());
        }
        return spec;
    }

    /** A refusal stands as long as there is something to correct. */
    private void reconsider() {
        UserMessage told = message.get();
        if (told != null && told.isFailure() && reviews.errorProperty().get() == null) {
            List<FormField> wrong = form.errors();
            message.set(wrong.isEmpty() ? study.errorProperty().get() : summary(wrong));
        }
    }

    private static UserMessage summary(List<FormField> wrong) {
        UserMessage first = wrong.getFirst().errorProperty().get();
        return wrong.size() == 1 ? first : new UserMessage(first.kind(), wrong.size() + " fields cannot be used; the first: "
                + first.text(), first.remedy());
    }

    private void refuse(Throwable why) {
        UserMessage told = UserMessage.of(why);
        message.set(told);
        if (why instanceof InvalidOptionException option) {
            if (option.option().equals(REVIEWS)) {
                reviews.refuse(told);
                draw(REVIEWS);
            } else if (form.refuse(option)) {
                draw(option.option());
            }
        }
    }

    private void draw(String setting) {
        attention.set(null); // the same field may ask for it again
        attention.set(setting);
    }
}

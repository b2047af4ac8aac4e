package topicworkbench.ui.explore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.curation.Curation;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.classify.ServiceModel;
import topicworkbench.exploration.classify.TextTopics;
import topicworkbench.exploration.classify.TextTopics.Answer;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/** The topics of a text that somebody types, by the run's model or one from the cloud. */
final class AskViewModel {
    /** Topics worth a bar. */
    private static final double LEAST_SHARE = 0.01;

    private final Exploration exploration;
    private final MixtureWords mixture;
    private final LatestTask loading;
    private final LatestTask asking;
    private final ReadOnlyObjectWrapper<TextTopics> model = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(new Told.Nothing());
    private String text = "";
    private boolean ofRun = true;

    /** One topic of the text. @param words of the text that speak for it */
    record Bar(String topic, String color, double share, List<String> words) { }

    /** What is said about the text. */
    sealed interface Told {
        /** No text, or none that was looked at yet. */
        record Nothing() implements Told { }

        /** Largest first. @param known words of the text that the model knows */
        record Bars(List<Bar> bars, int known) implements Told { }

        /** The model knows no word of it. */
        record NoWord() implements Told { }

        record Failed(UserMessage why) implements Told { }
    }

    AskViewModel(Exploration exploration, BackgroundTasks tasks) {
        this.exploration = exploration;
        this.mixture = new MixtureWords(exploration);
        this.loading = new LatestTask(tasks);
        this.asking = new LatestTask(tasks);
        exploration.runProperty().subscribe(run -> askRun());
    }

    /** Null until it has been read. */
    ReadOnlyObjectProperty<TextTopics> modelProperty() {
        return model.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Whether it is the run's own model that is asked. */
    boolean isOfRun() {
        return ofRun;
    }

    /** Asks the run's own model from now on. */
    void askRun() {
        ExploredRun run = exploration.runProperty().get();
        model.set(null);
        told.set(new Told.Nothing());
        ofRun = true;
        loading.forget();
        if (run != null) {
            loading.run(() -> TextTopics.of(run), this::loaded, this::failed);
        }
    }

    /**
     * Asks a model that SageMaker trained.
     *
     * @param vocabulary the vocab.txt it was trained with; null if that was the run's
     */
    void askService(Path modelTarGz, Path vocabulary) {
        ExploredRun run = exploration.runProperty().get();
        loading.run(() -> ServiceModel.read(modelTarGz, vocabulary, run.corpus(), run.folder().spec().text()),
                read -> {
                    ofRun = false;
                    loaded(read);
                }, this::failed);
    }

    private void loaded(TextTopics read) {
        model.set(read);
        ask(text);
    }

    private void failed(Throwable problem) {
        told.set(new Told.Failed(UserMessage.of(problem)));
    }

    /** What is typed so far. */
    void ask(String typed) {
        text = typed;
        TextTopics asked = model.get();
        if (asked == null) {
            return; // asked when it has been read
        }
        if (typed.isBlank()) {
            asking.forget();
            told.set(new Told.Nothing());
            return;
        }
        asking.run(() -> asked.ask("", typed), answer -> told.set(answer.known() == 0 ? new Told.NoWord()
                : new Told.Bars(ofRun ? asPeopleSee(answer) : asTheModelHas(asked, answer), answer.known())), this::failed);
    }

    private List<Bar> asPeopleSee(Answer answer) {
        Curation curation = exploration.curating().curatedProperty().get().curation();
        List<Bar> bars = new ArrayList<>();
        for (MixtureWords.Share share : mixture.of(answer.shares(), LEAST_SHARE)) {
            Set<String> words = new LinkedHashSet<>();
            for (int topic = 0; topic < answer.shares().length; topic++) {
                if (curation.home(topic) == share.topic()) {
                    words.addAll(answer.words().get(topic));
                }
            }
            bars.add(new Bar(exploration.topicName(share.topic()), exploration.curating().color(share.topic()), share.share(),
                    List.copyOf(words)));
        }
        return bars;
    }

    private static List<Bar> asTheModelHas(TextTopics model, Answer answer) {
        List<Bar> bars = new ArrayList<>();
        for (int topic : answer.strongestFirst()) {
            if (answer.shares()[topic] >= LEAST_SHARE) {
                bars.add(new Bar(TopicNames.of(model.topics().get(topic)), TopicColors.web(topic), answer.shares()[topic],
                        answer.words().get(topic)));
            }
        }
        return bars;
    }
}

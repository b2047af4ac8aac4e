package topicworkbench.ui.cloud;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.classify.EndpointModel;
import topicworkbench.exploration.classify.TextTopics;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A text put to an endpoint. Its words are counted here, so that the run must be in the workspace. */
final class EndpointQuestion {
    /** Topics worth a bar. */
    private static final double LEAST_SHARE = 0.01;

    private final CloudViewModel account;
    private final Workspace workspace;
    private final LatestTask asking;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(new Told.Nothing());
    private TextTopics model;
    private String modelOf = "";

    /** One topic of the text. @param words of the text that speak for it */
    record Bar(String topic, String color, double share, List<String> words) { }

    /** What the endpoint says. */
    sealed interface Told {
        record Nothing() implements Told { }

        record Asking() implements Told { }

        /** Largest first; none where the model knows no word. @param known words of the text that it knows */
        record Answer(List<Bar> bars, int known) implements Told { }

        record Failed(UserMessage why) implements Told { }
    }

    EndpointQuestion(CloudViewModel account, Workspace workspace, BackgroundTasks tasks) {
        this.account = account;
        this.workspace = workspace;
        this.asking = new LatestTask(tasks);
    }

    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    void ask(Endpoint endpoint, String text) {
        if (endpoint == null || text.isBlank()) {
            asking.forget();
            told.set(new Told.Nothing());
            return;
        }
        CloudPlace at = account.place();
        told.set(new Told.Asking());
        asking.run(() -> {
            TextTopics asked = model(at, endpoint);
            return answer(asked, asked.ask("", text));
        }, told::set, why -> told.set(new Told.Failed(UserMessage.of(why))));
    }

    /** Reading a run takes longer than asking. */
    private synchronized TextTopics model(CloudPlace at, Endpoint endpoint) {
        String key = at + " " + endpoint.name() + " " + endpoint.run();
        if (!key.equals(modelOf)) {
            RunFolder folder = endpoint.run() == null ? null : workspace.folderOfAccount(endpoint.run()).orElse(null);
            if (folder == null) {
                throw new ExplainedException("The run behind " + endpoint.name()
                        + " is not on this computer, and its words are counted here.",
                        "Bring the run here first, from the list of runs.");
            }
            model = EndpointModel.of(ExploredRun.open(folder, ProgressListener.NONE), account.cloud().endpoints(at), endpoint.name());
            modelOf = key;
        }
        return model;
    }

    private static Told answer(TextTopics model, TextTopics.Answer answer) {
        List<Bar> bars = new ArrayList<>();
        for (int topic : answer.strongestFirst()) {
            if (answer.known() > 0 && answer.shares()[topic] >= LEAST_SHARE) {
                bars.add(new Bar(TopicNames.of(model.topics().get(topic)), TopicColors.web(topic), answer.shares()[topic],
                        answer.words().get(topic)));
            }
        }
        return new Told.Answer(bars, answer.known());
    }
}

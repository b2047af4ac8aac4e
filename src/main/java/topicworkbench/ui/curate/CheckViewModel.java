package topicworkbench.ui.curate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.exploration.CheckAnswers;
import topicworkbench.exploration.CheckQuestion;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.TopicCheck;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;

/** The five-minute check of one run: a question at a time, each answer kept at once, the agreement at the end. */
public final class CheckViewModel {
    private final BackgroundTasks tasks;
    private final LatestTask opening;
    private final Messages messages;
    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content.Nothing());
    private CuratedRun run;
    private CheckAnswers answers;
    private List<CheckQuestion> questions = List.of();
    private long seed;

    /** What there is to see. */
    public sealed interface Content {
        record Nothing() implements Content { }

        record Drawing() implements Content { }

        /** @param number from 1 */
        record Asking(CheckQuestion question, int number, int of) implements Content { }

        /** @param topics as they were asked about, with their WETC */
        record Done(CheckAnswers.Result result, List<Topic> topics, String vectors) implements Content { }

        record Failed(UserMessage why) implements Content { }
    }

    private record Drawn(List<CheckQuestion> questions, long seed) { }

    public CheckViewModel(BackgroundTasks tasks, Messages messages) {
        this.tasks = tasks;
        this.opening = new LatestTask(tasks);
        this.messages = messages;
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    public String runName() {
        return run == null ? "" : run.run().summary().name();
    }

    /** Draws the next questions of a run; whoever checks it again is asked others. */
    public void open(CuratedRun wanted) {
        run = wanted;
        answers = new CheckAnswers(wanted.run().folder().files().checks(), Clock.systemUTC(), System.getProperty("user.name", ""));
        content.set(new Content.Drawing());
        opening.run(() -> {
            CheckAnswers.Result before = answers.result();
            long next = wanted.run().folder().spec().seed() + before.words().answered() + before.reviews().answered();
            return new Drawn(TopicCheck.questions(wanted, next), next);
        }, drawn -> {
            questions = drawn.questions();
            seed = drawn.seed();
            ask(0);
        }, problem -> content.set(new Content.Failed(UserMessage.of(problem))));
    }

    private void ask(int index) {
        content.set(new Content.Asking(questions.get(index), index + 1, questions.size()));
    }

    /** @param choice from 0; -1 for cannot tell */
    public void answer(int choice) {
        if (!(content.get() instanceof Content.Asking(CheckQuestion question, int number, int of))
                || choice >= question.choices()) {
            return;
        }
        CheckAnswers kept = answers;
        long drawnBy = seed;
        if (number < of) {
            ask(number);
            tasks.run(() -> {
                kept.keep(question, drawnBy, choice);
                return null;
            }, done -> { }, messages::tell);
        } else {
            content.set(new Content.Drawing());
            tasks.run(() -> {
                kept.keep(question, drawnBy, choice);
                return kept.result();
            }, this::finish, messages::tell);
        }
    }

    /** Ends the check with what has been answered so far. */
    public void finish() {
        CheckAnswers kept = answers;
        opening.run(kept::result, this::finish, messages::tell);
    }

    private void finish(CheckAnswers.Result result) {
        List<Topic> asked = run.topics().stream().filter(topic -> result.byTopic().containsKey(topic.id())).toList();
        content.set(new Content.Done(result, asked, run.run().result().quality().vectors()));
    }

    /** What people call the topics of the run. */
    public Map<Integer, Topic> topics() {
        return run.topics().stream().collect(Collectors.toMap(Topic::id, topic -> topic));
    }
}

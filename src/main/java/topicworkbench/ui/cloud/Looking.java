package topicworkbench.ui.cloud;

import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/** One thing that is looked up in the account: what came of it last, kept in sight while it is looked up again. */
final class Looking<T> {
    private final LatestTask task;
    private final ReadOnlyObjectWrapper<Found<T>> found = new ReadOnlyObjectWrapper<>(new Found.NotYet<>());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** What came of it. */
    sealed interface Found<T> {
        /** It was not looked up yet. */
        record NotYet<T>() implements Found<T> { }

        /** The account's answer. */
        record There<T>(T value) implements Found<T> { }

        /** Why there is no answer. */
        record Failed<T>(UserMessage why) implements Found<T> { }
    }

    Looking(BackgroundTasks tasks) {
        task = new LatestTask(tasks);
    }

    ReadOnlyObjectProperty<Found<T>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Whether an answer is waited for. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Null while there is none. */
    T value() {
        return found.get() instanceof Found.There<T>(T value) ? value : null;
    }

    /** The answer to an older question is dropped. */
    void look(Callable<T> question) {
        look(question, () -> { });
    }

    /** @param then after the answer, also where it is the same as before */
    void look(Callable<T> question, Runnable then) {
        busy.set(true);
        task.run(question, answer -> {
            end(new Found.There<>(answer));
            then.run();
        }, why -> {
            end(new Found.Failed<>(UserMessage.of(why)));
            then.run();
        });
    }

    private void end(Found<T> answer) {
        busy.set(false);
        found.set(answer);
    }

    /** Forgets the answer, and the one that may still come. */
    void clear() {
        task.forget();
        end(new Found.NotYet<>());
    }
}

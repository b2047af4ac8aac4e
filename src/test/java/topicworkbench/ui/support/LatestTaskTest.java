package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final LatestTask latest = new LatestTask(new BackgroundTasks() {
        @Override
        public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
            waiting.add(() -> new SameThreadTasks().run(work, onSuccess, onFailure));
        }

        @Override
        public Subscription repeat(Duration pause, Runnable action) {
            return Subscription.EMPTY;
        }

        @Override
        public void onWindowThread(Runnable action) {
            action.run();
        }
    });

    @Test
    void anOlderAnswerIsDroppedEvenIfItComesLast() {
        latest.run(() -> "old", answers::add, why -> { });
        latest.run(() -> "new", answers::add, why -> { });
        waiting.get(1).run();
        waiting.get(0).run();
        assertThat(answers).containsExactly("new");
    }

    @Test
    void anOlderFailureIsDropped() {
        latest.<String>run(() -> {
            throw new IllegalStateException("old");
        }, answers::add, why -> answers.add("failed"));
        latest.run(() -> "new", answers::add, why -> { });
        waiting.forEach(Runnable::run);
        assertThat(answers).containsExactly("new");
    }

    @Test
    void whatIsForgottenIsNotAnswered() {
        latest.run(() -> "old", answers::add, why -> { });
        latest.forget();
        waiting.forEach(Runnable::run);
        assertThat(answers).isEmpty();
    }

    @Test
    void whatIsDroppedIsHandedBackSoThatItCanBeClosed() {
        List<String> dropped = new ArrayList<>();
        latest.run(listener -> "old", answers::add, why -> { }, dropped::add);
        latest.run(listener -> "new", answers::add, why -> { }, dropped::add);
        waiting.forEach(Runnable::run);
        assertThat(answers).containsExactly("new");
        assertThat(dropped).containsExactly("old");
    }
}

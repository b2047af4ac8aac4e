package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTaskTest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final LatestTask latest = new LatestTask(new TasksOn(waiting::add));

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

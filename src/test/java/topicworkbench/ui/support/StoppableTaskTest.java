package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting can be ended, and ends nothing else: the thread that waited does other work after that. */
@Timeout(60)
class StoppableTaskTest {
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new TasksOn(one);

    private void run(StoppableTask task, Callable<String> work) {
        task.run(work, heard::add, why -> heard.add("failed: " + why.getMessage()), () -> heard.add("stopped"));
    }

    @Test
    void stoppingInterruptsTheWaitAndNothingAfterIt() throws InterruptedException {
        StoppableTask task = new StoppableTask(tasks);
        CountDownLatch waiting = new CountDownLatch(1);
        run(task, () -> {
            waiting.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        waiting.await();
        task.stop();
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("stopped");
        task.stop(); // ended already: whoever uses the thread now is not interrupted
        run(new StoppableTask(tasks), () -> Thread.currentThread().isInterrupted() ? "interrupted" : "undisturbed");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("undisturbed");
    }

    @Test
    void whatIsStoppedBeforeItBeginsNeverBegins() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        one.execute(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                heard.add("the other was interrupted");
            }
        });
        StoppableTask task = new StoppableTask(tasks);
        run(task, () -> "begun");
        task.stop();
        busy.countDown();
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("stopped");
    }

    @Test
    void failuresAndAnswersComeThrough() throws InterruptedException {
        StoppableTask task = new StoppableTask(tasks);
        run(task, () -> {
            throw new IllegalStateException("refused");
        });
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("failed: refused");
        run(task, () -> "answer");
        assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo("answer");
    }
}

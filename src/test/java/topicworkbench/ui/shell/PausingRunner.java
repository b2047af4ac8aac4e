package topicworkbench.ui.shell;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;

/** The real runner, which waits before it trains while a test wants to click on a run that goes. */
final class PausingRunner implements PipelineRunner {
    private final PipelineRunner real;
    private volatile CountDownLatch training = new CountDownLatch(0);

    PausingRunner(PipelineRunner real) {
        this.real = real;
    }

    void pauseBeforeTraining() {
        training = new CountDownLatch(1);
    }

    void goOn() {
        training.countDown();
    }

    @Override
    public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
        return real.start(spec, name, listener.andThen(this::pause));
    }

    @Override
    public RunHandle resume(String runId, Consumer<RunEvent> listener) {
        return real.resume(runId, listener.andThen(this::pause));
    }

    @Override
    public RunHandle follow(String runId, Consumer<RunEvent> listener) {
        return real.follow(runId, listener.andThen(this::pause));
    }

    private void pause(RunEvent event) {
        if (event instanceof RunEvent.StageStarted begun && begun.stage() == Stage.TRAIN) {
            try {
                training.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

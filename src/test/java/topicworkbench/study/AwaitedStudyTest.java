package topicworkbench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.Workspace;

@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class AwaitedStudyTest {
    @TempDir
    private Path folder;

    /** Many times, since it takes luck to look between two steps of a study's beginning. */
    @Test
    void aStudyCanBeAwaitedAsSoonAsItIsFound() throws InterruptedException, IOException {
        StudySpec spec = new StudySpec(SmallRun.spec(SmallReviews.write(folder.resolve("reviews.csv"))),
                List.of(Variation.parse("num_topics=2,3,5,8")), 0);
        for (int time = 0; time < 100; time++) {
            Workspace own = new Workspace(folder.resolve("time" + time));
            AwaitedRuns awaited = new AwaitedRuns(own);
            awaited.studies = new StudyRunner(own, awaited);
            awaited.studies.start(spec, "found", (number, trial, event) -> { }).await();
            assertThat(awaited.found.join().rows()).hasSize(4);
        }
    }

    /** Runs that end once somebody awaits their study, who looks for it from the moment that the first begins. */
    private static final class AwaitedRuns implements PipelineRunner {
        private final Workspace workspace;
        private final CountDownLatch seen = new CountDownLatch(1);
        private final CompletableFuture<StudyTable> found = new CompletableFuture<>();
        private final AtomicBoolean begun = new AtomicBoolean();
        private StudyRunner studies;

        AwaitedRuns(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> listener) {
            if (begun.compareAndSet(false, true)) {
                String study = new Studies(workspace).all().getFirst().id();
                Thread.ofPlatform().daemon().start(() -> look(study));
            }
            return new ScriptedHandle(name, spec, seen);
        }

        private void look(String study) {
            Optional<StudyHandle> handle = Optional.empty();
            while (handle.isEmpty()) {
                handle = studies.going(study);
            }
            seen.countDown();
            try {
                found.complete(handle.get().await());
            } catch (InterruptedException | RuntimeException e) {
                found.completeExceptionally(e);
            }
        }

        @Override
        public RunHandle resume(String runId, Consumer<RunEvent> listener) {
            throw new AssertionError();
        }
    }

    private record ScriptedHandle(String id, RunSpec spec, CountDownLatch end) implements RunHandle {
        @Override
        public RunState state() {
            return RunState.RUNNING;
        }

        @Override
        public void cancel() { }

        @Override
        public void stopTraining() { }

        @Override
        public RunSummary await() throws InterruptedException {
            end.await();
            return null;
        }
    }
}

package topicworkbench.ui.support;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;

/** A runner that does nothing by itself: the test says what happens. */
public final class ScriptedRunner implements PipelineRunner {
    public static final String ID = "20260101-120000-abcd";

    public final List<RunSpec> started = new ArrayList<>();
    public final List<String> names = new ArrayList<>();
    public final List<String> resumed = new ArrayList<>();
    public final List<String> followed = new ArrayList<>();
    public int cancelled;
    public int stopped;
    /** Thrown instead of starting, if set. */
    public RuntimeException refusal;
    private Consumer<RunEvent> listener;

    @Override
    public RunHandle start(RunSpec spec, String name, Consumer<RunEvent> newListener) {
        if (refusal != null) {
            throw refusal;
        }
        started.add(spec);
        names.add(name);
        return handle(ID, spec, newListener);
    }

    @Override
    public RunHandle resume(String runId, Consumer<RunEvent> newListener) {
        resumed.add(runId);
        return handle(runId, RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS), newListener);
    }

    @Override
    public RunHandle follow(String runId, Consumer<RunEvent> newListener) {
        followed.add(runId);
        return handle(runId, Settings.apply(RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS), List.of("where=aws")), newListener);
    }

    public void tell(RunEvent event) {
        listener.accept(event);
    }

    public void end(RunState state, RunFailure failure) {
        tell(new RunEvent.RunEnded(Instant.EPOCH, state, failure));
    }

    private RunHandle handle(String id, RunSpec spec, Consumer<RunEvent> newListener) {
        listener = newListener;
        return new RunHandle() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public RunState state() {
                return RunState.RUNNING;
            }

            @Override
            public RunSpec spec() {
                return spec;
            }

            @Override
            public void cancel() {
                cancelled++;
            }

            @Override
            public void stopTraining() {
                stopped++;
            }

            @Override
            public RunSummary await() {
                throw new UnsupportedOperationException("not part of these tests");
            }
        };
    }
}

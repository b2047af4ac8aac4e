package topicworkbench.study;

import java.nio.file.Path;
import java.util.List;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/** A process of its own that carries a study out and tells its events, to be killed at any moment. */
final class DoomedStudy {
    private DoomedStudy() { }

    /** Arguments: the workspace, the study's name, its base as JSON, what it varies. */
    public static void main(String[] args) throws InterruptedException {
        Workspace workspace = new Workspace(Path.of(args[0]));
        StudyRunner runner = new StudyRunner(workspace, new LocalPipelineRunner(workspace, Threads.available()));
        runner.start(new StudySpec(RunSpecJson.read(args[2], "spec"), List.of(Variation.parse(args[3])), 0), args[1],
                (number, trial, event) -> {
                    System.out.println(number + " " + event);
                    System.out.flush();
                }).await();
    }
}

package topicworkbench.testdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.Workspace;

/** A real run on {@link SmallReviews}, done in a moment. */
public final class SmallRun {
    public static final int TOPICS = 3;

    private SmallRun() { }

    public static RunSpec spec(Path csv) {
        return Settings.apply(RunSpecs.defaults(RunSpecs.LDA, TOPICS)
                .withSource(new ReviewSource(List.of(csv.toString()), Map.of())), List.of("iterations=20"));
    }

    public static RunSummary in(Workspace workspace, String name) throws IOException, InterruptedException {
        Path csv = SmallReviews.write(workspace.root().resolve("small.csv"));
        return new LocalPipelineRunner(workspace, 1).start(spec(csv), name, event -> { }).await();
    }
}

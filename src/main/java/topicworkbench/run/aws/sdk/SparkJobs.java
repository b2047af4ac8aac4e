package topicworkbench.run.aws.sdk;

import java.util.List;
import topicworkbench.run.Stage;

/** What the stacks' Spark jobs are called. */
public final class SparkJobs {
    private SparkJobs() { }

    /** @param project that names begin with; @param stage of both that Spark does */
    public static String name(String project, Stage stage) {
        return project + "-" + stage.key();
    }

    /** Both, in order. */
    public static List<String> names(String project) {
        return List.of(name(project, Stage.INGEST), name(project, Stage.PREPARE));
    }
}

package topicworkbench.run.aws.sdk;

import java.util.Set;

/** AWS's words for how a job stands. */
public final class JobStates {
    private static final Set<String> ENDED = Set.of("Completed", "Failed", "Stopped");
    private static final Set<String> SPARK_ENDED = Set.of("SUCCEEDED", "FAILED", "TIMEOUT", "ERROR", "STOPPED", "EXPIRED");

    private JobStates() { }

    /** Whether a job of SageMaker, of any kind, costs no more. @param state null where it is not known */
    public static boolean isOver(String state) {
        return state != null && ENDED.contains(state);
    }

    /** The same of a run of a Spark job. */
    public static boolean isSparkOver(String state) {
        return state != null && SPARK_ENDED.contains(state);
    }
}

package topicworkbench.workspace;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What cloud.json holds: where in the cloud a run is, so that it is found again after the program was closed. Written before
 * anything that costs is started.
 *
 * @param account   twelve digits
 * @param region    of AWS
 * @param profile   of the user's configuration under which it was started, or null
 * @param stacks    name of the stacks
 * @param bucket    that holds the run's files
 * @param prefix    of their keys, without a slash at its end
 * @param pipeline  ARN of the state machine
 * @param attempt   from 1; every new execution of the run has the next
 * @param phase     how far it is
 */
public record CloudExecution(String account, String region, String profile, String stacks, String bucket, String prefix,
        String pipeline, int attempt, Phase phase) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PIPELINE = Pattern.compile("arn:[\\w-]+:states:[\\w-]+:\\d{12}:stateMachine:[\\w-]{1,80}");

    /** What keys of a run's files begin with. @param run its id in the account */
    public static String prefixOf(String run) {
        return "runs/" + run;
    }

    /** The run's id in the account, which is another than here where a file started it. */
    public String run() {
        return prefix.substring(prefix.lastIndexOf('/') + 1);
    }

    /** How far a run in the cloud is. */
    public enum Phase {
        /** Files go up; nothing works on them yet. */
        UPLOADING,
        /** An execution is asked for, and works on whether or not a program watches. */
        STARTED,
        /** The execution is over. */
        ENDED
    }

    public CloudExecution {
        Objects.requireNonNull(phase);
        if (!BUCKET.matcher(bucket).matches() || !PIPELINE.matcher(pipeline).matches() || attempt < 1 || prefix.isEmpty()) {
            throw new IllegalArgumentException("not where a run can be: " + bucket + " " + prefix + " " + pipeline + " " + attempt);
        }
    }

    public CloudExecution in(Phase newPhase) {
        return new CloudExecution(account, region, profile, stacks, bucket, prefix, pipeline, attempt, newPhase);
    }

    public CloudExecution next() {
        return new CloudExecution(account, region, profile, stacks, bucket, prefix, pipeline, attempt + 1, Phase.UPLOADING);
    }

    /** Of the execution, and what its jobs are tagged with: the run's id, and from the second attempt on its number. */
    public static String name(String runId, int attempt) {
        return attempt == 1 ? runId : runId + "-" + attempt;
    }

    /** ARN of the execution of a run. */
    public String arn(String runId) {
        return pipeline.replace(":stateMachine:", ":execution:") + ":" + name(runId, attempt);
    }
}

package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;

/** What may become of a job, told as Step Functions tells it of each service. */
final class FakeFate {
    private FakeFate() { }

    /** @param fate one that is not known changes nothing */
    static void happen(String fate, FakeExecution execution, FakeJob job) {
        switch (fate) {
            case "capacity" -> failed(execution, job, "Failed", "Failed",
                    "CapacityError: Unable to provision requested ML compute capacity. Please retry using a different ML instance type.");
            case "spot" -> failed(execution, job, "Stopped", "MaxWaitTimeExceeded", "Training job was interrupted: MaxWaitTimeExceeded.");
            case "failed" -> failed(execution, job, "Failed", "Failed", "AlgorithmError: exit code 1");
            case "explained" -> failed(execution, job, "Failed", "Failed", "Exception in User Class: topicworkbench.glue.SparkJob$"
                    + "JobFailedException : No review is left of 9. What to do: Widen the filters.");
            case "stopped" -> failed(execution, job, "Stopped", "Stopped", null);
            case "too long" -> failed(execution, job, job.kind.equals("glue") ? "Timeout" : "Stopped", "MaxRuntimeExceeded", null);
            case "quota" -> refused(execution, job, job.kind.equals("glue") ? "Glue.ConcurrentRunsExceededException"
                    : "SageMaker.ResourceLimitExceededException",
                    "The account-level service limit 'ml.g4dn.xlarge for training job usage' is"
                    + " 0 Instances, with current utilization of 0 Instances and a request delta of 1 Instances.");
            case "denied" -> refused(execution, job, "SageMaker.AmazonSageMakerException",
                    "User: arn:aws:sts::123456789012:assumed-role/states is not authorized to perform: sagemaker:CreateTrainingJob");
            case "timeout" -> execution.end("TIMED_OUT", "States.Timeout", null); // the job goes on
            case "aborted" -> execution.end("ABORTED", null, null); // the job goes on
            case "interrupted" -> List.of("Training", "Restarting", "Interrupted").forEach(state ->
                    execution.ahead.addFirst(() -> job.secondary = state));
            default -> { }
        }
    }

    /** The service never began it. */
    private static void refused(FakeExecution execution, FakeJob job, String error, String cause) {
        job.status = "Failed";
        execution.end("FAILED", error, cause);
    }

    private static void failed(FakeExecution execution, FakeJob job, String status, String secondary, String reason) {
        job.status = status.equals("Timeout") ? "Failed" : status;
        JsonObject cause = switch (job.kind) {
            case "glue" -> Json.of("JobName", job.name, "JobRunState", status.toUpperCase(Locale.ROOT), "ErrorMessage", reason);
            case "training" -> Json.of("TrainingJobName", job.name, "TrainingJobStatus", status, "SecondaryStatus", secondary,
                    "FailureReason", reason);
            default -> Json.of("ProcessingJobName", job.name, "ProcessingJobStatus", status, "FailureReason", reason);
        };
        execution.end("FAILED", "States.TaskFailed", cause.toString());
    }
}

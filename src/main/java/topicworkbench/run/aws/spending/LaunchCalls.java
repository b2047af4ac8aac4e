package topicworkbench.run.aws.spending;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.CloudOptions.Training;
import topicworkbench.run.RunSpec;

/** The calls that a launch makes and has made, in order, in words. */
final class LaunchCalls {
    private LaunchCalls() { }

    static List<String> of(RunSpec spec) {
        CloudOptions cloud = spec.cloud();
        List<String> calls = new ArrayList<>();
        calls.add("S3 CreateMultipartUpload, UploadPart, CompleteMultipartUpload: the reviews, to runs/<run>/raw/; what is there is not "
                + "sent again");
        calls.add("S3 PutObject: the specification, to runs/<run>/spec.json");
        calls.add("Step Functions StartExecution: the state machine, with the run's id as the name, so that there is one execution a run");
        calls.add("Glue StartJobRun: ingest, then prepare");
        calls.add("SageMaker CreateProcessingJob: count, then vectorise");
        if (cloud.training() == Training.TUNE) {
            calls.add("SageMaker CreateHyperParameterTuningJob: " + cloud.tuning().jobs() + " trainings of an NTM, "
                    + cloud.tuning().parallelJobs() + " at a time");
        } else {
            if (Trainings.ntm(spec)) {
                calls.add("SageMaker CreateTrainingJob: the NTM" + (Trainings.lda(spec) ? ", and beside it" : ""));
            }
            if (Trainings.lda(spec)) {
                calls.add("SageMaker CreateTrainingJob: the LDA");
            }
        }
        calls.add("SageMaker CreateProcessingJob: evaluate");
        calls.add("SageMaker CreateModel: if WETC and TU pass the gate");
        if (cloud.endpoint().wanted()) {
            calls.add("SageMaker CreateEndpointConfig, then CreateEndpoint or UpdateEndpoint: "
                    + (cloud.endpoint().kind() == CloudOptions.Endpoint.Kind.SERVERLESS
                    ? "serverless, " + cloud.endpoint().memoryMb() + " MB" : "1 × " + cloud.endpoint().instanceType()));
        }
        calls.add("CloudWatch Logs PutLogEvents: a line a step. SNS Publish: one message at the end");
        calls.add("To watch, from here: Step Functions GetExecutionHistory, SageMaker and Glue Describe…, CloudWatch GetMetricData, "
                + "Logs GetLogEvents");
        return calls;
    }
}

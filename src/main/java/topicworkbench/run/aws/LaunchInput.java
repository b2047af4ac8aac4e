package topicworkbench.run.aws;

import com.google.gson.JsonObject;
import topicworkbench.cloud.Endpoints;
import topicworkbench.cloud.Spending.Limits;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.CloudOptions.Training;
import topicworkbench.run.RunSpec;
import topicworkbench.run.ServiceHyperparameters;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.spending.Ceiling;

/**
 * What the state machine is told of a run.
 *
 * @param run    its id
 * @param name   of this execution, with which the names of its jobs begin
 * @param bucket with its files
 * @param prefix of their keys
 * @param spec   what is wanted
 * @param limits of its jobs
 */
record LaunchInput(String run, String name, String bucket, String prefix, RunSpec spec, Limits limits) {
    /** What a job may take beside its work: finding instances, pulling the image. */
    private static final int SLACK_SECONDS = 1800;
    private static final int MINUTE = 60;
    private static final int MOST_SECONDS = 99_999_999;
    /** Passes whatever the score; what is asked for nothing. */
    private static final double LEAST_WETC = -1;

    /** @param from the stage to begin with; those before are done */
    JsonObject json(Stage from) {
        JsonObject input = new JsonObject();
        input.addProperty("run", run);
        input.addProperty("jobs", name);
        input.addProperty("prefix", prefix);
        input.addProperty("from", from.key());
        input.add("reviews", place("raw/"));
        input.add("embeddings", place("embeddings/"));
        input.addProperty("algorithm", algorithm());
        input.add("spark", spark());
        input.add("processing", processing());
        input.add("training", training());
        input.add("tuning", tuning());
        input.add("gate", gate());
        input.add("endpoint", endpoint());
        return input;
    }

    private JsonObject place(String folder) {
        JsonObject place = new JsonObject();
        place.addProperty("uri", "s3://" + bucket + "/" + prefix + "/" + folder);
        return place;
    }

    private String algorithm() {
        return switch (spec.cloud().training()) {
            case ONE -> spec.model().algorithm();
            case BOTH -> "both";
            case TUNE -> "tune";
        };
    }

    private JsonObject spark() {
        JsonObject spark = new JsonObject();
        spark.addProperty("workerType", spec.cloud().processing().workerType());
        spark.addProperty("workers", spec.cloud().processing().workers());
        spark.addProperty("timeoutMinutes", Math.max(1, limits.sparkSeconds() / MINUTE));
        spark.addProperty("timeoutSeconds", limits.sparkSeconds() + SLACK_SECONDS);
        return spark;
    }

    private JsonObject processing() {
        JsonObject processing = new JsonObject();
        processing.addProperty("instanceType", spec.cloud().processing().instanceType());
        processing.addProperty("instances", spec.cloud().processing().instances());
        processing.addProperty("volumeGb", spec.cloud().machines().volumeGb());
        processing.addProperty("maxRuntimeSeconds", limits.processingSeconds());
        processing.addProperty("timeoutSeconds", limits.processingSeconds() + SLACK_SECONDS);
        return processing;
    }

    private JsonObject training() {
        CloudOptions.Machines machines = spec.cloud().machines();
        JsonObject training = new JsonObject();
        training.add("ntm", hyperparameters(ntm()));
        training.add("lda", hyperparameters(lda()));
        if (spec.cloud().training() == Training.TUNE) {
            TuningRanges.json(spec.cloud().tuning(), training.getAsJsonObject("ntm"));
        }
        training.addProperty("instanceType", machines.instanceType());
        training.addProperty("instances", machines.instances());
        training.addProperty("ldaInstanceType", machines.ldaInstanceType());
        training.addProperty("volumeGb", machines.volumeGb());
        training.addProperty("spot", machines.spot());
        JsonObject stopping = new JsonObject();
        stopping.addProperty("MaxRuntimeInSeconds", trainingSeconds());
        if (machines.spot()) {
            stopping.addProperty("MaxWaitTimeInSeconds", Ceiling.LONGEST_SPOT);
        }
        training.add("stopping", stopping);
        training.addProperty("timeoutSeconds", trainingSeconds() + (machines.spot() ? Ceiling.LONGEST_SPOT : 0) + SLACK_SECONDS);
        return training;
    }

    private int trainingSeconds() {
        return spec.cloud().machines().spot() ? Math.min(limits.trainingSeconds(), Ceiling.LONGEST_SPOT) : limits.trainingSeconds();
    }

    private JsonObject hyperparameters(ModelOptions model) {
        JsonObject all = new JsonObject();
        ServiceHyperparameters.of(spec.withCloud(CloudOptions.DEFAULTS).withModel(model)).forEach(all::addProperty);
        return all;
    }

    private NtmOptions ntm() {
        return spec.model() instanceof NtmOptions ntm ? ntm : NtmOptions.sagemaker(spec.model().topics());
    }

    private LdaOptions lda() {
        return spec.model() instanceof LdaOptions lda ? lda : LdaOptions.recommended(spec.model().topics());
    }

    private JsonObject tuning() {
        CloudOptions.Tuning options = spec.cloud().tuning();
        JsonObject tuning = new JsonObject();
        tuning.addProperty("strategy", options.strategy() == CloudOptions.Tuning.Strategy.BAYESIAN ? "Bayesian" : "Random");
        tuning.addProperty("jobs", options.jobs());
        tuning.addProperty("parallelJobs", Math.min(options.jobs(), options.parallelJobs()));
        tuning.add("ranges", TuningRanges.json(options, new JsonObject()));
        long rounds = Math.ceilDiv(options.jobs(), options.parallelJobs());
        tuning.addProperty("timeoutSeconds", Math.min(MOST_SECONDS, rounds * ((long) trainingSeconds() + SLACK_SECONDS)));
        return tuning;
    }

    private JsonObject gate() {
        JsonObject gate = new JsonObject();
        gate.addProperty("wetc", spec.gate().minWetc() == null ? LEAST_WETC : spec.gate().minWetc());
        gate.addProperty("tu", spec.gate().minTu() == null ? 0 : spec.gate().minTu());
        return gate;
    }

    private JsonObject endpoint() {
        CloudOptions.Endpoint options = spec.cloud().endpoint();
        JsonObject variant = new JsonObject();
        variant.addProperty("VariantName", "all");
        if (options.kind() == CloudOptions.Endpoint.Kind.SERVERLESS) {
            JsonObject serverless = new JsonObject();
            serverless.addProperty("MemorySizeInMB", options.memoryMb());
            serverless.addProperty("MaxConcurrency", 5);
            variant.add("ServerlessConfig", serverless);
        } else {
            variant.addProperty("InstanceType", options.instanceType());
            variant.addProperty("InitialInstanceCount", 1);
            variant.addProperty("InitialVariantWeight", 1);
        }
        JsonObject endpoint = new JsonObject();
        endpoint.addProperty("wanted", options.wanted());
        endpoint.addProperty("name", Endpoints.nameFor(run));
        endpoint.add("variant", variant);
        return endpoint;
    }
}

package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.templates.PipelineExecutions.End;
import topicworkbench.templates.PipelineExecutions.TaskFailure;
import topicworkbench.templates.PipelineExecutions.Tasks;

/**
 * The pipeline's definition executed: which way it goes, what it asks of AWS then, and how each failure ends. The jobs
 * themselves are answered as AWS would answer for good ones.
 */
class PipelineExecutionTest {
    private static final String EVENT = """
            {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "Object Created", "source": "aws.s3",
             "account": "123456789012", "time": "2026-11-12T00:00:00Z", "region": "us-east-1",
             "resources": ["arn:aws:s3:::topic-workbench-data"], "detail": {"version": "0",
             "bucket": {"name": "topic-workbench-data"}, "object": {"key": "raw/my \\"best\\" reviews.csv", "size": 5, "etag": "b1",
             "sequencer": "00617F08299329D189"}, "request-id": "N4N7GDK58NMKJ12R", "requester": "123456789012",
             "source-ip-address": "1.2.3.4", "reason": "PutObject"}}""";
    private static final String REQUEST = """
            {"algorithm": "%s",
             "spark": {"workerType": "G.1X", "workers": 2, "timeoutMinutes": 60, "timeoutSeconds": 3900},
             "processing": {"instanceType": "ml.m5.xlarge", "instances": 2, "volumeGb": 30, "maxRuntimeSeconds": 3600,
               "timeoutSeconds": 4500},
             "training": {"ntm": {"num_topics": "20"}, "lda": {"num_topics": "20"}, "instanceType": "ml.g4dn.xlarge",
               "ldaInstanceType": "ml.c5.xlarge", "instances": 1, "volumeGb": 30, "spot": false,
               "stopping": {"MaxRuntimeInSeconds": 3600}, "timeoutSeconds": 4500},
             "tuning": {"strategy": "Bayesian", "jobs": 4, "parallelJobs": 2, "timeoutSeconds": 9000,
               "ranges": {"ContinuousParameterRanges": [{"Name": "learning_rate", "MinValue": "0.0001", "MaxValue": "0.1"}]}},
             "embeddings": {"uri": "s3://topic-workbench-data/automatic/embeddings"},
             "gate": {"wetc": 0.2, "tu": 0.6},
             "endpoint": {"wanted": true, "name": "tw-reviews", "variant": {"VariantName": "all", "InstanceType": "ml.m5.xlarge",
               "InitialInstanceCount": 1, "InitialVariantWeight": 1}}}""";
    private static final String CHANNELS = """
            [{"ChannelName": "train", "ContentType": "application/x-recordio-protobuf", "DataSource": {"S3DataSource":
              {"S3DataType": "S3Prefix", "S3Uri": "s3://topic-workbench-data/runs/a-run/training/train",
               "S3DataDistributionType": "FullyReplicated"}}}]""";
    /** What AWS answers; where nothing is said here, nothing of it is used. */
    private static final Map<String, String> ANSWERS = Map.of(
            "Read clock", "{\"LogStreams\": [{\"LogStreamName\": \"e\", \"CreationTime\": 1700000000000}]}",
            "Read corpus", body("{\"ntm\": {\"hyperparameters\": {\"feature_dim\": \"5000\"}, \"channels\": " + CHANNELS
                    + "}, \"lda\": {\"hyperparameters\": {\"feature_dim\": \"5000\", \"mini_batch_size\": \"900\"}, \"channels\": "
                    + CHANNELS + "}}"),
            "Create NTM model", "{\"ModelArn\": \"arn:aws:sagemaker:us-east-1:123456789012:model/tw-a-run-0\"}",
            "Create LDA model", "{\"ModelArn\": \"arn:aws:sagemaker:us-east-1:123456789012:model/tw-a-run-0\"}",
            "Find endpoint", "{\"EndpointStatus\": \"InService\"}",
            "Look at endpoint", "{\"EndpointStatus\": \"InService\"}",
            "Read request", body(REQUEST.formatted("ntm")));
    private static final List<String> ALGORITHMS = List.of("ntm", "lda", "both", "tune");

    private static PipelineExecutions executions;

    @BeforeAll
    static void start() throws IOException {
        executions = PipelineExecutions.start();
    }

    @AfterAll
    static void stop() {
        if (executions != null) {
            executions.close();
        }
    }

    private static String body(String text) {
        JsonObject answer = new JsonObject();
        answer.addProperty("Body", text);
        return answer.toString();
    }

    private static String scores(String algorithm, double wetc) {
        return body("{\"algorithm\": \"" + (algorithm.equals("lda") ? "lda" : "ntm") + "\", \"wetc\": " + wetc
                + ", \"tu\": 0.75, \"artifact\": \"s3://topic-workbench-data/runs/a-run/models/model.tar.gz\"}");
    }

    private static JsonObject launched(String algorithm) {
        JsonObject input = json(REQUEST.formatted(algorithm));
        input.addProperty("run", "a-run");
        input.addProperty("jobs", "a-run");
        input.addProperty("prefix", "runs/a-run");
        return input;
    }

    /** AWS when all goes well. */
    private static Tasks good(String algorithm) {
        return (state, parameters) -> json(state.equals("Read scores") ? scores(algorithm, 0.3) : ANSWERS.getOrDefault(state, "{}"));
    }

    /** The same, but for one state, which fails each time. */
    private static Tasks failing(String algorithm, String failing, String error) {
        return (state, parameters) -> {
            if (state.equals(failing)) {
                throw new TaskFailure(error, "as the test wants it");
            }
            return good(algorithm).run(state, parameters);
        };
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ntm", "lda", "both", "tune"})
    void goesItsWayAndAsksAwsForWhatAwsUnderstands(String algorithm) throws IOException {
        End end = executions.execute(launched(algorithm), good(algorithm));
        assertThat(end.status()).as(end.cause()).isEqualTo("SUCCEEDED");
        assertThat(end.notifications()).extracting(PipelineExecutions.Asked::state).containsExactly("Notify done");
        assertThat(end.of(algorithm.equals("lda") ? "Create LDA model" : "Create NTM model")).hasSize(1);
        assertThat(end.of("Update endpoint")).hasSize(1);
        assertThat(end.faults()).isEmpty();
    }

    @Test
    void aFileStartsARunThatIsNamedAfterItsEvent() throws IOException {
        End end = executions.execute(json(EVENT), good("ntm"));
        assertThat(end.status()).as(end.cause()).isEqualTo("SUCCEEDED");
        String run = "auto-177931247ededc63b103";
        assertThat(end.of("Copy spec").getFirst().get("Key").getAsString()).isEqualTo("runs/" + run + "/spec.json");
        JsonObject arguments = end.of("Ingest").getFirst().getAsJsonObject("Arguments");
        assertThat(arguments.get("--input").getAsString()).isEqualTo("s3://topic-workbench-data/raw/my \"best\" reviews.csv");
        assertThat(arguments.get("--output").getAsString()).isEqualTo("s3://topic-workbench-data/runs/" + run + "/ingested");
        assertThat(end.of("Count").getFirst().get("ProcessingJobName").getAsString()).isEqualTo("tw-" + run + "-count-0");
        assertThat(end.faults()).isEmpty();
    }

    @Test
    void topicsThatAreNotGoodEnoughMakeNoModel() throws IOException {
        End end = executions.execute(launched("ntm"), (state, parameters) -> state.equals("Read scores")
                ? json(scores("ntm", 0.1)) : good("ntm").run(state, parameters));
        assertThat(end.status()).isEqualTo("SUCCEEDED");
        assertThat(end.notifications()).extracting(PipelineExecutions.Asked::state).containsExactly("Notify not accepted");
        assertThat(end.of("Create NTM model")).isEmpty();
    }

    @Test
    void anInputThatIsNoneIsToldAsSuch() throws IOException {
        End end = executions.execute(json("{\"reviews\": 5}"), good("ntm"));
        assertThat(end.error()).isEqualTo("TopicWorkbench.UnknownInput");
        assertThat(end.asked()).hasSize(1);
        JsonObject unknown = launched("ntm");
        unknown.addProperty("algorithm", "word2vec");
        assertThat(executions.execute(unknown, good("ntm")).error()).isEqualTo("TopicWorkbench.UnknownAlgorithm");
    }

    @Test
    void anEndpointThatIsNotThereIsMadeAndOneThatFailsIsTold() throws IOException {
        assertThat(executions.execute(launched("ntm"), failing("ntm", "Find endpoint", "SageMaker.SageMakerException"))
                .of("Create endpoint")).hasSize(1);
        End dead = executions.execute(launched("ntm"), (state, parameters) -> state.equals("Look at endpoint")
                ? json("{\"EndpointStatus\": \"Failed\"}") : good("ntm").run(state, parameters));
        assertThat(dead.error()).isEqualTo("TopicWorkbench.EndpointNotInService");
        assertThat(stage(dead)).isEqualTo("endpoint");
        End slow = executions.execute(launched("ntm"), (state, parameters) -> state.equals("Look at endpoint")
                ? json("{\"EndpointStatus\": \"Creating\"}") : good("ntm").run(state, parameters));
        assertThat(slow.error()).isEqualTo("TopicWorkbench.EndpointNotInService");
        assertThat(slow.of("Look at endpoint")).hasSize(120);
    }

    @Test
    void whateverFailsIsToldOnce() throws IOException {
        Map<String, JsonObject> ways = new LinkedHashMap<>();
        for (String algorithm : ALGORITHMS) {
            for (PipelineExecutions.Asked asked : executions.execute(launched(algorithm), good(algorithm)).asked()) {
                ways.putIfAbsent(asked.state(), launched(algorithm));
            }
        }
        executions.execute(json(EVENT), good("ntm")).asked().forEach(asked -> ways.putIfAbsent(asked.state(), json(EVENT)));
        ways.put("Create endpoint", launched("ntm")); // reached where there is none
        List<String> met = new ArrayList<>();
        for (Map.Entry<String, JsonObject> way : ways.entrySet()) {
            for (String error : List.of("Service.Exception", "States.Timeout", "States.TaskFailed")) {
                fails(way.getKey(), way.getValue(), error);
                met.add(way.getKey());
            }
        }
        assertThat(met).hasSizeGreaterThan(90);
    }

    private static void fails(String state, JsonObject input, String error) throws IOException {
        String algorithm = input.has("algorithm") ? input.get("algorithm").getAsString() : "ntm";
        Tasks failing = failing(algorithm, state, error);
        End end = executions.execute(input, (asked, parameters) -> {
            if (state.equals("Create endpoint") && asked.equals("Find endpoint")) {
                throw new TaskFailure("SageMaker.SageMakerException", "Could not find endpoint");
            }
            return failing.run(asked, parameters);
        });
        if (state.startsWith("Log ")) { // a line that is missing stops no run
            assertThat(end.status()).as(state).isEqualTo("SUCCEEDED");
        } else {
            assertThat(end.status()).as(state).isEqualTo("FAILED");
            assertThat(end.error()).as(state).isEqualTo(error);
        }
        if (!state.startsWith("Notify")) {
            assertThat(end.notifications()).as(state).hasSize(1);
        }
        if (end.status().equals("FAILED") && !state.startsWith("Notify")) {
            assertThat(stage(end)).as(state).isNotBlank();
            assertThat(end.faults()).isEmpty();
        }
    }

    private static String stage(End end) {
        return end.notifications().getFirst().parameters().getAsJsonObject("Message").get("stage").getAsString();
    }

    @Test
    void aServiceThatFailsInPassingIsAskedAgainForAJobOfAnotherName() throws IOException {
        int[] failures = {2};
        End end = executions.execute(launched("ntm"), (state, parameters) -> {
            if (state.equals("Train NTM") && failures[0]-- > 0) {
                throw new TaskFailure("SageMaker.AmazonSageMakerException", "Throttled");
            }
            return good("ntm").run(state, parameters);
        });
        assertThat(end.status()).isEqualTo("SUCCEEDED");
        assertThat(end.of("Train NTM")).extracting(asked -> asked.get("TrainingJobName").getAsString())
                .containsExactly("tw-a-run-ntm-0", "tw-a-run-ntm-1", "tw-a-run-ntm-2");
    }
}

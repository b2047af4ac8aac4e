package topicworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;

/** The function that classifies text, with S3, SageMaker and an endpoint played by a server. */
class ClassifyFunctionTest {
    private static final String TWO = """
            {"reviews": [{"title": "The zipper", "text": "The zipper broke, and the handle."}, {"text": "zzz qqq"}]}""";
    private final MovingClock clock = new MovingClock();
    private PlayedAws aws;
    private ClassifyFunction function;

    private static final class MovingClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void play() throws Exception {
        aws = new PlayedAws();
        String spec = RunSpecJson.write(RunSpecs.defaults(RunSpecs.NTM, PlayedAws.TOPICS));
        aws.files.put("reviews/runs/small/spec.json", spec);
        aws.files.put("reviews/runs/small/training/corpus/vocabulary.txt", "zipper\nhandle\nbattery\n");
        aws.files.put("reviews/runs/newer/spec.json", spec);
        aws.files.put("reviews/runs/newer/training/corpus/vocabulary.txt", "strap\nzipper\n");
        function = new ClassifyFunction(new EndpointTopics(new AwsServices(aws.environment()), "reviews", "tw-reviews", clock));
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void textBecomesCountsOfTheRunsWordsAndTheEndpointIsAsked() {
        same(function.answer(TWO), """
                {"run": "small", "answers": [{"known": 3, "topics": [{"topic": 0, "share": 0.6666666666666666},
                 {"topic": 1, "share": 0.3333333333333333}, {"topic": 2, "share": 0.0}]}, {"known": 0, "topics": []}]}""");
        assertThat(aws.called).containsExactly("SageMaker.DescribeEndpoint {\"EndpointName\":\"tw-reviews\"}",
                "SageMaker.ListTags {\"ResourceArn\":\"arn:aws:sagemaker:eu-west-1:123456789012:endpoint-config/tw-small-0-s2048\"}",
                "s3 reviews/runs/small/spec.json", "s3 reviews/runs/small/training/corpus/vocabulary.txt",
                "/endpoints/tw-reviews/invocations"
                        + " {\"instances\":[{\"data\":{\"features\":{\"keys\":[0,1],\"shape\":[3],\"values\":[2,1]}}}]}");
    }

    @Test
    void whatTheEndpointServesIsLookedAtOnceAMinute() {
        function.answer(TWO);
        aws.run = "newer";
        assertThat(function.answer(TWO)).contains("\"run\":\"small\"");
        clock.now = clock.now.plus(Duration.ofSeconds(61));
        assertThat(function.answer(TWO)).contains("\"run\":\"newer\"").contains("\"known\":2");
        assertThat(aws.called).filteredOn(call -> call.startsWith("s3")).hasSize(4);
    }

    @Test
    void ldasAnswersAreUnderstoodToo() {
        aws.shareName = "topic_mixture";
        assertThat(function.answer(TWO)).contains("0.6666");
    }

    @Test
    void noWordKnownAsksNobody() {
        assertThat(function.answer("{\"reviews\": [{\"text\": \"\"}]}")).contains("\"known\":0");
        assertThat(aws.called).noneMatch(call -> call.contains("invocations"));
    }

    @Test
    void aBusyEndpointIsAskedAgainAndADeadOneExplained() {
        aws.failures = 2;
        assertThat(function.answer(TWO)).contains("0.6666");
        aws.failures = 3;
        refused(TWO, "503");
    }

    @Test
    void otherEventsAnswersAndEndpointsAreExplained() {
        refused("nothing", "no reviews");
        refused("{\"reviews\": []}", "no reviews");
        refused("{\"reviews\": [null]}", "no reviews");
        aws.shareName = "score";
        refused(TWO, "answers otherwise");
        aws.run = "gone";
        aws.tagged = false;
        clock.now = clock.now.plus(Duration.ofSeconds(61));
        refused(TWO, "serves no model of Topic Workbench");
        aws.tagged = true;
        refused(TWO, "NoSuchKey");
    }

    private void refused(String event, String because) {
        assertThatThrownBy(() -> function.answer(event)).isInstanceOf(ExplainedException.class).hasMessageContaining(because);
    }

    private static void same(String json, String expected) {
        assertThat(JsonParser.parseString(json)).isEqualTo(JsonParser.parseString(expected));
    }
}

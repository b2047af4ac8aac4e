package topicworkbench.export;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.Counts;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunRemarks;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Spent;
import topicworkbench.run.Stage;
import topicworkbench.topic.Topic;

/** Runs made up for tests. */
final class Reports {
    private Reports() { }

    /** A finished run in which every text a stranger can choose is {@code hostile}. */
    static RunReport of(String hostile) {
        List<Topic> topics = List.of(
                new Topic(0, hostile, 0.7, 0.4, 0.9, 0.1, List.of(new Topic.Word(hostile, 0.2), new Topic.Word("refund", 0.1))),
                new Topic(1, null, 0.3, Double.NaN, 0.8, -0.2, List.of(new Topic.Word("battery", 0.3))));
        RunSummary summary = new RunSummary("20260101-000000-abcd", hostile, RunState.DONE,
                RunSpecs.defaults("ntm", 2).withSource(new ReviewSource(List.of(hostile), Map.of())),
                Instant.parse("2026-01-01T00:00:00Z"), new Counts(10, 1, 2, 1, 1, 6, 50, 300),
                new Quality(0.4, 0.85, -0.05, 812.5, 0.7, hostile, 40), null, RunRemarks.NONE,
                new Spent(1.5, 100, 0));
        return new RunReport(summary, topics, new Provenance("Topic Workbench", Map.of("java", hostile), 1, hostile, "00ff",
                Map.of(Stage.TRAIN, 1.5), Map.of(), Map.of(Stage.TRAIN, 100L), 100), false,
                List.of(new SkippedReviews(hostile, 3)));
    }
}

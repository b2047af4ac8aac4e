package topicworkbench.run.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import topicworkbench.reliability.FuzzTarget;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.endpoint.AnswerTarget;
import topicworkbench.run.aws.spending.PriceTarget;

/** The readers of what the cloud says. */
public final class CloudTargets {
    private static final String SCORES = """
            {"folder":"ntm","topics":4,"why":"best loss","quality":{"wetc":0.3,"tu":0.8,"npmi":0.1,"perplexity":700.5,"stability":null,
            "vectors":"glove","vectors_found":120}}
            """;
    private static final String COUNTS = """
            {"read":120,"kept":100,"exact_duplicates":3,"rejected":2,"files":[{"file":"s3://bucket/a.csv","rows":7},{"file":"s3://bucket/b.csv"}]}
            """;
    private static final String DESCRIPTION = """
            {"TrainingJobName":"tw-1","TrainingJobStatus":"Failed","SecondaryStatus":"Failed","FailureReason":"ClientError: no memory. What to do: more",
            "ExitMessage":null}
            """;

    private CloudTargets() { }

    public static List<FuzzTarget> all() {
        return List.of(reports(), failures(), AnswerTarget.make(), PriceTarget.make());
    }

    private static FuzzTarget reports() {
        return FuzzTarget.explained("cloud-reports", () -> texts(SCORES, COUNTS), bytes -> {
            CloudReports reports = new CloudReports(_ -> Optional.of(text(bytes)), "runs/a", RunSpecs.defaults(RunSpecs.NTM, 4));
            reports.files();
            reports.figures(Stage.INGEST);
            reports.figures(Stage.PREPARE);
            reports.figures(Stage.VECTORISE);
            CloudReports.name(text(bytes));
            reports.scores();
        });
    }

    private static FuzzTarget failures() {
        return FuzzTarget.forgiving("cloud-failures", () -> texts(DESCRIPTION, "JobFailedException: a What to do: b", "first\nsecond"),
                bytes -> CloudFailures.of(Stage.TRAIN, "States.TaskFailed", text(bytes)));
    }

    private static List<byte[]> texts(String... texts) {
        return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

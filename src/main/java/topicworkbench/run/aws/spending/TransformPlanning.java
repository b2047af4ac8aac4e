package topicworkbench.run.aws.spending;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Range;
import topicworkbench.cloud.SpendingInWords;

/** Everything that is known of a batch transform before it is started. No job on AWS stands behind the minutes: they are guesses. */
final class TransformPlanning {
    /** Until the container answers: the instance, the image, the model. */
    private static final Range START = new Range(1, 3, 8);
    /** Documents a second of four processors, a request of some MB after the other. */
    private static final Range SPEED = new Range(20_000, 5_000, 500);
    private static final double SECONDS = 60;

    private final String instanceType;
    private final double documents;
    private final Prices prices;

    /** @param documents NaN if not known */
    TransformPlanning(String instanceType, double documents, Prices prices) {
        this.instanceType = instanceType;
        this.documents = documents;
        this.prices = prices;
    }

    LaunchPlan plan(List<Quota> quotas) {
        Line line = new Line("transform: 1 × " + instanceType, prices.hour(Use.TRANSFORM, instanceType), minutes(), Double.NaN);
        List<String> concerns = new ArrayList<>();
        concerns.add("AWS sets a batch transform no limit of time: it ends when all is answered, or when Ctrl+C or the console stops it.");
        quotas.stream().filter(quota -> Double.isNaN(quota.allowed())).forEach(quota -> concerns.add(SpendingInWords.unknown(quota)));
        return new LaunchPlan(List.of(line), List.of("S3: the counts and the answers while the job runs, below a cent."), line.cost(), null,
                Double.isNaN(documents) ? "Not known; it is in S3." : Math.round(documents)
                + " documents; how fast they are answered is a guess.",
                prices.source(), quotas, List.of("S3 PutObject or UploadPart: the counts",
                "SageMaker CreateTransformJob, then DescribeTransformJob",
                "S3 GetObject: the answers; DeleteObjects: both"), concerns);
    }

    private Range minutes() {
        if (Double.isNaN(documents)) {
            return Range.UNKNOWN;
        }
        double size = InstanceSpeed.ofProcessors(instanceType).expected() / InstanceSpeed.ofProcessors("ml.m5.xlarge").expected();
        double work = documents / SECONDS / size;
        return START.plus(new Range(work / SPEED.low(), work / SPEED.expected(), work / SPEED.high()));
    }
}

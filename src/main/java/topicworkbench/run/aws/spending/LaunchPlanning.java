package topicworkbench.run.aws.spending;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Limits;
import topicworkbench.cloud.Spending.Line;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Range;
import topicworkbench.cloud.SpendingInWords;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.CloudOptions.Training;
import topicworkbench.run.InstanceTypes;
import topicworkbench.run.RunSpec;

/** Everything that is known of a run on AWS before it is launched. */
final class LaunchPlanning {
    private static final double GIGABYTE = 1e9;
    /** Reviews are kept as they were, as a table, prepared, and as counts. */
    private static final double COPIES = 3;
    private static final double MINUTES = 60;

    private final RunSpec spec;
    private final Work work;
    private final Prices prices;
    private final WorkEstimate estimate;
    private final List<String> concerns = new ArrayList<>();

    LaunchPlanning(RunSpec spec, Work work, Prices prices) {
        this.spec = spec;
        this.work = work;
        this.prices = prices;
        this.estimate = new WorkEstimate(spec, work);
    }

    LaunchPlan plan(List<Quota> quotas) {
        Limits limits = limits();
        List<Line> lines = lines(limits);
        Range expected = lines.stream().map(Line::cost).reduce(Range::plus).orElse(Range.UNKNOWN);
        quotas.forEach(this::weigh);
        weighMachines();
        if (limits != null && limits.ceiling() != null && expected.isKnown() && expected.expected() > limits.ceiling()) {
            concerns.add(String.format(Locale.ROOT, "The run is expected to cost $%.2f, which is more than the ceiling of $%.2f: AWS would "
                    + "end a job in the middle, and an NTM that is ended leaves no model.", expected.expected(), limits.ceiling()));
        }
        return new LaunchPlan(lines, others(), expected, limits, work.from(), prices.source(), quotas,
                LaunchCalls.of(spec), concerns);
    }

    private Limits limits() {
        try {
            return Ceiling.of(spec, prices);
        } catch (ExplainedException e) {
            concerns.add(e.getMessage() + " " + e.remedy());
            return null;
        }
    }

    private List<Line> lines(Limits limits) {
        CloudOptions cloud = spec.cloud();
        CloudOptions.Processing processing = cloud.processing();
        double sparkHour = prices.sparkHour(processing);
        double processor = prices.hour(Use.PROCESSING, processing.instanceType());
        double sparkLimit = limits == null ? Double.NaN : limits.sparkSeconds() / MINUTES;
        double processingLimit = limits == null ? Double.NaN : limits.processingSeconds() / MINUTES;
        double trainingLimit = limits == null ? Double.NaN : limits.trainingSeconds() / MINUTES;
        String workers = processing.workers() + " × " + processing.workerType();
        String instances = processing.instances() + " × " + processing.instanceType();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("ingest: " + workers + " (Glue)", sparkHour, estimate.spark(), sparkLimit));
        lines.add(new Line("prepare: " + workers + " (Glue)", sparkHour, estimate.spark(), sparkLimit));
        Range shared = estimate.processing(processing.instances());
        lines.add(new Line("count: " + instances, processor * processing.instances(), shared, processingLimit));
        lines.add(new Line("vectorise: " + instances, processor * processing.instances(), shared, processingLimit));
        CloudOptions.Machines machines = cloud.machines();
        String spot = machines.spot() ? " (spot, cheaper than shown)" : "";
        if (Trainings.ntm(spec)) {
            int jobs = Trainings.ntmJobs(spec);
            lines.add(new Line((jobs > 1 ? "tune: " + jobs + " trainings of " : "train ntm: ") + machines.instances() + " × "
                    + machines.instanceType() + spot, prices.hour(Use.TRAINING, machines.instanceType()) * machines.instances() * jobs,
                    estimate.ntm(), trainingLimit));
        }
        if (Trainings.lda(spec)) {
            lines.add(new Line("train lda: 1 × " + machines.ldaInstanceType() + spot,
                    prices.hour(Use.TRAINING, machines.ldaInstanceType()), estimate.lda(), trainingLimit));
        }
        lines.add(new Line("evaluate: 1 × " + processing.instanceType(), processor, estimate.processing(1), processingLimit));
        return lines;
    }

    private void weigh(Quota quota) {
        if (Double.isNaN(quota.allowed())) {
            concerns.add(SpendingInWords.unknown(quota));
        } else if (!quota.isEnough()) {
            concerns.add(String.format(Locale.ROOT, "The account may use %.0f at a time of \"%s\", and the run needs %d: ask for more, "
                    + "or choose another instance type.", quota.allowed(), quota.name(), quota.needed()));
        }
    }

    private void weighMachines() {
        CloudOptions.Machines machines = spec.cloud().machines();
        if (Trainings.ntm(spec) && InstanceSpeed.isGpu(machines.instanceType())
                && !InstanceTypes.isDocumentedGpu(machines.instanceType())) {
            concerns.add("AWS documents the NTM for GPUs of the families P2, P3, G4dn and G5; whether it runs on "
                    + machines.instanceType() + " is not known.");
        }
        if (machines.spot()) {
            concerns.add("The service's NTM and LDA keep no checkpoints: an interrupted training begins anew, and AWS gives it an hour "
                    + "in all.");
        }
        if (spec.cloud().endpoint().kind() == CloudOptions.Endpoint.Kind.REAL_TIME) {
            double hour = prices.hour(Use.HOSTING, spec.cloud().endpoint().instanceType());
            concerns.add(String.format(Locale.ROOT,
                    "The endpoint costs $%.3f an hour ($%.0f a month) until you delete it; the ceiling does "
                    + "not hold it.", hour, hour * 730));
        }
        if (spec.cloud().training() == Training.TUNE && spec.cloud().maxCost() != null) {
            concerns.add("The ceiling is shared among all trainings of the tuning job; the more there are, the sooner each is ended.");
        }
    }

    private List<String> others() {
        double gigabytes = work.bytes() * COPIES / GIGABYTE;
        List<String> others = new ArrayList<>();
        others.add(work.isKnown() ? String.format(Locale.ROOT, "S3: about %.2f GB under runs/ until they expire, $%.2f a month; requests "
                + "below a cent.", gigabytes, gigabytes * IndicativePrices.STORAGE_GB_MONTH)
                : "S3: three times what the reviews take, at $" + IndicativePrices.STORAGE_GB_MONTH + " a GB and month.");
        others.add("Step Functions: about 60 steps, below a cent. CloudWatch: the logs and metrics of a run, a few cents at most.");
        others.add("Disks of the instances: " + spec.cloud().machines().volumeGb() + " GB while they run, below a cent an hour.");
        others.add("Deploying once: CodeBuild at $" + IndicativePrices.BUILD_MINUTE
                + " a minute, and the image in ECR, some $0.05 a month.");
        return others;
    }
}

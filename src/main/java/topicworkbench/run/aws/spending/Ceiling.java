package topicworkbench.run.aws.spending;

import topicworkbench.cloud.Spending.Limits;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.wording.Figures;

/**
 * Makes what a run may cost into the time after which AWS ends each of its jobs. Ten parts in a hundred go to each Spark job,
 * a quarter to the three processing jobs, and what these leave to training, which nobody can foretell.
 */
public final class Ceiling {
    private static final double SPARK_SHARE = .1;
    private static final double PROCESSING_SHARE = .25;
    private static final int LEAST_SECONDS = 15 * 60;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    /** Seconds that algorithms without checkpoints, as both are, may wait for interruptible capacity and run in all. */
    public static final int LONGEST_SPOT = HOUR;

    private Ceiling() { }

    /**
     * The limits of a run.
     *
     * @throws ExplainedException if a price is not known, or the ceiling is too low for the jobs to begin
     */
    public static Limits of(RunSpec spec, Prices prices) {
        CloudOptions cloud = spec.cloud();
        double spark = prices.sparkHour(cloud.processing());
        double processor = prices.hour(Use.PROCESSING, cloud.processing().instanceType());
        // counting and vectorising share the instances, evaluating takes one
        double processing = processor * (2 * cloud.processing().instances() + 1);
        double training = trainingHour(spec, prices);
        int longest = cloud.maxHours() * HOUR;
        int longestTraining = cloud.machines().spot() ? Math.min(longest, LONGEST_SPOT) : longest;
        if (cloud.maxCost() == null) {
            return limits(null, longest, longest, longestTraining, new double[] {spark, processing, training});
        }
        if (Double.isNaN(processing + training)) {
            String unknown = Double.isNaN(processing) ? cloud.processing().instanceType() : cloud.machines().instanceType();
            throw new ExplainedException("Nobody knows here what " + unknown + " costs, so that a ceiling of "
                    + Figures.dollars(cloud.maxCost())
                    + " cannot be kept.", "Let yourself read prices (pricing:GetProducts), choose another instance type, or set "
                    + "max_cost to none: max_hours limits the run then.");
        }
        double ceiling = cloud.maxCost();
        int sparkSeconds = seconds(ceiling * SPARK_SHARE, spark, longest) / MINUTE * MINUTE;
        int processingSeconds = seconds(ceiling * PROCESSING_SHARE, processing, longest);
        double left = ceiling - 2 * spark * sparkSeconds / HOUR - processing * processingSeconds / HOUR;
        int trainingSeconds = seconds(left, training, longestTraining);
        Limits limits = limits(ceiling, sparkSeconds, processingSeconds, trainingSeconds, new double[] {spark, processing, training});
        if (limits.atMost() > ceiling) {
            double least = (2 * spark + processing + training) * LEAST_SECONDS / HOUR;
            throw new InvalidOptionException("max_cost", "A ceiling of " + Figures.dollars(ceiling)
                    + " is too low: the jobs of this run need a "
                    + "quarter of an hour each to be worth beginning, which costs up to " + Figures.dollars(least) + ".",
                    "Give at least " + Figures.dollars(Math.ceil(Math.max(least, ceiling) * 1.5))
                    + ", or choose fewer or smaller instances.");
        }
        return limits;
    }

    /** All trainings, each an hour. */
    private static double trainingHour(RunSpec spec, Prices prices) {
        CloudOptions.Machines machines = spec.cloud().machines();
        double hour = 0;
        if (Trainings.ntm(spec)) {
            hour += prices.hour(Use.TRAINING, machines.instanceType()) * machines.instances() * Trainings.ntmJobs(spec);
        }
        if (Trainings.lda(spec)) {
            hour += prices.hour(Use.TRAINING, machines.ldaInstanceType());
        }
        return hour;
    }

    private static Limits limits(Double ceiling, int spark, int processing, int training, double[] hours) {
        double atMost = 2 * hours[0] * spark / HOUR + hours[1] * processing / HOUR + hours[2] * training / HOUR;
        return new Limits(ceiling, spark, processing, training, atMost);
    }

    private static int seconds(double money, double priceHour, int longest) {
        double affordable = priceHour == 0 ? longest : Math.floor(money / priceHour * HOUR);
        return (int) Math.clamp(affordable, LEAST_SECONDS, longest);
    }
}

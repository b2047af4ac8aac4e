package topicworkbench.run.aws.spending;

import topicworkbench.cloud.Spending.Range;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.RunSpec;

/**
 * Billed minutes of a run's jobs. A job is billed for more than its work: fetching the image and the files took 200 of the 304
 * seconds that the only public log of the service's NTM was billed for (20 newsgroups, two ml.c4.xlarge, 77 epochs of 1.18 s).
 * How fast an instance is against this computer is a guess, and the range says so.
 */
final class WorkEstimate {
    /** Until a Spark job works; billed from its start, a minute at least. */
    private static final Range SPARK_START = new Range(1, 1.5, 3);
    /** Characters a worker of Spark reads, filters and compares a second. */
    private static final Range SPARK_SPEED = new Range(20e6, 8e6, 2e6);
    private static final Range PROCESSING_START = new Range(1, 2.5, 5);
    private static final Range TRAINING_START = new Range(2, 3.5, 6);
    /** Documents × epochs × topics a second of that log: 3,278 documents, 20 topics. */
    private static final double LOGGED_SPEED = 3278 * 20;
    /** Documents a second through counting, vectorising and scoring on one processor of 2020 or later. */
    private static final Range TEXT_SPEED = new Range(20_000, 6_000, 1_500);
    /** Of the epochs that are allowed: early stopping ends most trainings sooner. */
    private static final Range EPOCHS = new Range(.3, .7, 1);
    private static final Range LDA_MINUTES_FOR_100_000 = new Range(1, 6, 40);
    private static final double SECONDS = 60;

    private final RunSpec spec;
    private final Work work;

    WorkEstimate(RunSpec spec, Work work) {
        this.spec = spec;
        this.work = work;
    }

    /** Of each of both Spark jobs. */
    Range spark() {
        return work.isKnown() ? SPARK_START.plus(divided(work.bytes() > 0 ? work.bytes() : work.reviews() * 600, SPARK_SPEED)
                .times(1 / (SECONDS * Math.max(1, spec.cloud().processing().workers() - 1)))) : Range.UNKNOWN;
    }

    /** Of one of the processing jobs on that many instances. */
    Range processing(int instances) {
        if (!work.isKnown()) {
            return Range.UNKNOWN;
        }
        Range speed = InstanceSpeed.ofProcessors(spec.cloud().processing().instanceType());
        Range seconds = Double.isNaN(work.text()) ? divided(work.documents(), TEXT_SPEED) : divided(work.text(), speed);
        return PROCESSING_START.plus(seconds.times(1 / (SECONDS * instances)));
    }

    /** Of one training of an NTM, on each of its instances. */
    Range ntm() {
        if (!work.isKnown()) {
            return Range.UNKNOWN;
        }
        // of an LDA's run the epochs of its NTM twin are not known; the default stands for them
        double epochs = spec.model() instanceof NtmOptions ntm ? ntm.epochs() : 50;
        double all = work.documents() * epochs * spec.model().topics();
        double here = Double.isNaN(work.trained()) ? LOGGED_SPEED : work.trained();
        Range seconds = divided(all / here, InstanceSpeed.of(spec.cloud().machines().instanceType()));
        return TRAINING_START.plus(new Range(seconds.low() * EPOCHS.low(), seconds.expected() * EPOCHS.expected(),
                seconds.high() * EPOCHS.high()).times(1 / SECONDS));
    }

    /** Of the training of an LDA; the service's algorithm is another than ours, so nothing measured here helps. */
    Range lda() {
        return work.isKnown() ? TRAINING_START.plus(LDA_MINUTES_FOR_100_000.times(work.documents() / 100_000)) : Range.UNKNOWN;
    }

    /** The faster the sooner: the low end is that of the greatest speed, which stands first. */
    private static Range divided(double amount, Range speed) {
        return new Range(amount / speed.low(), amount / speed.expected(), amount / speed.high());
    }
}

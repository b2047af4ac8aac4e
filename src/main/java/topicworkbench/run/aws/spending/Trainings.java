package topicworkbench.run.aws.spending;

import topicworkbench.fit.NtmOptions;
import topicworkbench.run.CloudOptions.Training;
import topicworkbench.run.RunSpec;

/** What a run trains on AWS. */
final class Trainings {
    private Trainings() { }

    static boolean ntm(RunSpec spec) {
        return spec.cloud().training() != Training.ONE || spec.model() instanceof NtmOptions;
    }

    static boolean lda(RunSpec spec) {
        return spec.cloud().training() == Training.BOTH
                || spec.cloud().training() == Training.ONE && !(spec.model() instanceof NtmOptions);
    }

    /** How many trainings of an NTM. */
    static int ntmJobs(RunSpec spec) {
        return !ntm(spec) ? 0 : spec.cloud().training() == Training.TUNE ? spec.cloud().tuning().jobs() : 1;
    }
}

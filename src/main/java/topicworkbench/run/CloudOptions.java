package topicworkbench.run;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import topicworkbench.failure.InvalidOptionException;

/**
 * Where a run is executed and, on AWS, on what, for how long and for how much at most. None of it decides what the topics are,
 * but for {@link Training}.
 *
 * @param where      this computer, or AWS
 * @param training   what is trained there
 * @param machines   what trains
 * @param processing what reads, counts and evaluates
 * @param tuning     what {@link Training#TUNE} searches
 * @param endpoint   what the model is put behind when it is accepted
 * @param maxCost    US dollars that the run may cost, or null for no ceiling; it becomes the jobs' time limits
 * @param maxHours   that the run may take, 1 to 672
 */
public record CloudOptions(Place where, Training training, Machines machines, Processing processing, Tuning tuning,
        Endpoint endpoint, Double maxCost, int maxHours) {

    /** Which computers do the work. */
    public enum Place { THIS_COMPUTER, AWS }

    /** What a run on AWS trains. */
    public enum Training {
        /** The model of the specification. */
        ONE,
        /** NTM and LDA side by side; the one with the better topics is kept. */
        BOTH,
        /** Many NTMs with other hyperparameters; the one of the least validation loss is kept. */
        TUNE
    }

    /**
     * @param instanceType    of an NTM's training; GPUs of the families P2, P3, G4dn and G5 are documented for it
     * @param instances       that train it together, each its own model
     * @param ldaInstanceType of an LDA's training, which is one instance without a GPU
     * @param volumeGb        disk of each, 1 to 16,384
     * @param spot            whether interruptible capacity is taken; cheaper, and an interrupted training begins anew
     */
    public record Machines(String instanceType, int instances, String ldaInstanceType, int volumeGb, boolean spot) {
        public Machines {
            requireInstanceType("instance_type", instanceType);
            requireInstanceType("lda_instance_type", ldaInstanceType);
            InvalidOptionException.unless(instances >= 1 && instances <= 20, "instances", instances, "Give 1 to 20; 1 is usual.");
            InvalidOptionException.unless(volumeGb >= 1 && volumeGb <= LARGEST_VOLUME, "volume_gb", volumeGb,
                    "Give 1 to " + LARGEST_VOLUME + "; 30 is usual.");
        }
    }

    /**
     * @param instanceType of the jobs that count, vectorise and evaluate
     * @param instances    of those that count and vectorise, 1 to 100
     * @param workerType   of Glue's Spark jobs
     * @param workers      of each of them, 2 to 299
     */
    public record Processing(String instanceType, int instances, String workerType, int workers) {
        static final List<String> WORKER_TYPES = List.of("G.1X", "G.2X", "G.4X", "G.8X");

        public Processing {
            requireInstanceType("processing_instance_type", instanceType);
            InvalidOptionException.unless(instances >= 1 && instances <= 100, "processing_instances", instances,
                    "Give 1 to 100; 1 is usual.");
            InvalidOptionException.unless(WORKER_TYPES.contains(workerType), "spark_worker_type", workerType,
                    "Give one of " + String.join(", ", WORKER_TYPES) + ".");
            InvalidOptionException.unless(workers >= 2 && workers <= 299, "spark_workers", workers, "Give 2 to 299; 2 are usual.");
        }
    }

    /**
     * What a tuning job tries; an empty list leaves that hyperparameter as the model says. The ranges are those that SageMaker
     * recommends for NTM.
     *
     * @param jobs          trainings in all, 1 to 100
     * @param parallelJobs  of them at a time, 1 to 10
     * @param strategy      how the next are chosen
     * @param learningRates least and greatest learning_rate, 1e-6 to 1
     * @param batchSizes    least and greatest mini_batch_size, 1 to 10000
     * @param optimizers    to choose from
     * @param activations   to choose from
     * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/ntm-tuning.html">Tune an NTM model</a>
     */
    public record Tuning(int jobs, int parallelJobs, Strategy strategy, List<Double> learningRates, List<Double> batchSizes,
            List<String> optimizers, List<String> activations) {
        static final Set<String> OPTIMIZERS = Set.of("sgd", "adam", "adadelta");
        static final Set<String> ACTIVATIONS = Set.of("sigmoid", "tanh", "relu");

        /** How a tuning job chooses what to try next. */
        public enum Strategy { BAYESIAN, RANDOM }

        public Tuning {
            learningRates = List.copyOf(learningRates);
            batchSizes = List.copyOf(batchSizes);
            optimizers = List.copyOf(optimizers);
            activations = List.copyOf(activations);
            InvalidOptionException.unless(jobs >= 1 && jobs <= 100, "tuning_jobs", jobs, "Give 1 to 100; 12 are usual.");
            InvalidOptionException.unless(parallelJobs >= 1 && parallelJobs <= 10, "tuning_parallel_jobs", parallelJobs,
                    "Give 1 to 10; each needs its own quota of instances.");
            InvalidOptionException.unless(isRange(learningRates, 1e-6, 1), "tune_learning_rate", learningRates,
                    "Give the least and the greatest value within 1e-6 to 1, for example 0.0001,0.1, or nothing.");
            InvalidOptionException.unless(isRange(batchSizes, 1, 10_000), "tune_mini_batch_size", batchSizes,
                    "Give the least and the greatest size within 1 to 10000, for example 16,2048, or nothing.");
            InvalidOptionException.unless(OPTIMIZERS.containsAll(optimizers), "tune_optimizer", optimizers,
                    "Give some of sgd, adam, adadelta, or nothing.");
            InvalidOptionException.unless(ACTIVATIONS.containsAll(activations), "tune_activation", activations,
                    "Give some of sigmoid, tanh, relu, or nothing.");
        }

        private static boolean isRange(List<Double> range, double least, double greatest) {
            return range.isEmpty() || range.size() == 2 && range.getFirst() >= least && range.getLast() <= greatest
                    && range.getFirst() < range.getLast();
        }

        boolean searchesNothing() {
            return learningRates.isEmpty() && batchSizes.isEmpty() && optimizers.size() < 2 && activations.size() < 2;
        }
    }

    /**
     * @param kind         none, or how the model answers over the network
     * @param instanceType of a real-time endpoint, billed until it is deleted
     * @param memoryMb     of a serverless one, billed by use: 1024 to 6144 in steps of 1024
     */
    public record Endpoint(Kind kind, String instanceType, int memoryMb) {
        /** How a model answers over the network. */
        public enum Kind { NONE, SERVERLESS, REAL_TIME }

        public Endpoint {
            requireInstanceType("endpoint_instance_type", instanceType);
            InvalidOptionException.unless(memoryMb >= 1024 && memoryMb <= 6144 && memoryMb % 1024 == 0, "endpoint_memory_mb",
                    memoryMb, "Give 1024, 2048, 3072, 4096, 5120 or 6144.");
        }

        public boolean wanted() {
            return kind != Kind.NONE;
        }
    }

    private static final int LARGEST_VOLUME = 16_384;
    private static final int LONGEST_HOURS = 28 * 24;
    private static final Pattern INSTANCE_TYPE = Pattern.compile("ml\\.[a-z0-9-]{1,20}\\.[a-z0-9]{1,20}");

    /** On this computer; were it AWS, on one small GPU for ten dollars at most. */
    public static final CloudOptions DEFAULTS = new CloudOptions(Place.THIS_COMPUTER, Training.ONE,
            new Machines("ml.g4dn.xlarge", 1, "ml.c5.xlarge", 30, false), new Processing("ml.m5.xlarge", 1, "G.1X", 2),
            new Tuning(12, 2, Tuning.Strategy.BAYESIAN, List.of(1e-4, 0.1), List.of(), List.of(), List.of()),
            new Endpoint(Endpoint.Kind.NONE, "ml.m5.xlarge", 2048), 10.0, 4);

    public CloudOptions {
        InvalidOptionException.unless(maxCost == null || maxCost > 0 && maxCost <= 1e6, "max_cost", maxCost,
                "Give US dollars above 0, or none for no ceiling.");
        InvalidOptionException.unless(maxHours >= 1 && maxHours <= LONGEST_HOURS, "max_hours", maxHours,
                "Give 1 to " + LONGEST_HOURS + "; 4 are usual.");
        if (training == Training.TUNE && tuning.searchesNothing()) {
            throw new InvalidOptionException("tune_learning_rate", "A tuning job was asked for, but nothing to tune.",
                    "Give a range for tune_learning_rate or tune_mini_batch_size, or several optimizers or activations.");
        }
    }

    public boolean onAws() {
        return where == Place.AWS;
    }

    private static void requireInstanceType(String option, String type) {
        InvalidOptionException.unless(INSTANCE_TYPE.matcher(type).matches(), option, type,
                "Give an instance type of SageMaker, for example ml.g4dn.xlarge.");
    }
}

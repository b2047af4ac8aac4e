package topicworkbench.run;

import static topicworkbench.run.SettingKind.NAMES;
import static topicworkbench.run.SettingKind.NUMBER;
import static topicworkbench.run.SettingKind.NUMBERS;
import static topicworkbench.run.SettingKind.TEXT;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import topicworkbench.run.Setting.Section;

/** Where a run is executed, setting by setting; names are SageMaker's where it has them. */
final class CloudSettings {
    static final String WHERE = "where";

    static final List<Setting> ROWS = new SettingTable<>(Section.CLOUD, null, RunSpec::cloud)
            .addChoice(WHERE, CloudOptions.Place.class, "On this computer, or in your AWS account", CloudOptions::where)
            .addChoice("cloud_training", CloudOptions.Training.class,
                    "The model as set; or NTM and LDA side by side; or many NTMs by a tuning job; the best is kept",
                    CloudOptions::training)
            .add("instance_type", TEXT, "an instance type of SageMaker",
                    "Trains the NTM; larger ones are faster and cost more an hour", o -> o.machines().instanceType())
            .addCount("instances", "1 to 20",
                    "That train the NTM; each trains its own model on all reviews, and the best is kept",
                    o -> o.machines().instances())
            .add("lda_instance_type", TEXT, "an instance type of SageMaker without a GPU",
                    "Trains LDA, which the service does on a single instance", o -> o.machines().ldaInstanceType())
            .addCount("volume_gb", "1 to 16384", "Disk of a training instance; more costs a little more",
                    o -> o.machines().volumeGb())
            .addFlag("spot", "Interruptible instances: cheaper, but an interrupted training begins anew, within an hour",
                    o -> o.machines().spot())
            .add("processing_instance_type", TEXT, "an instance type of SageMaker",
                    "Counts terms and scores topics; needs memory for all counts", o -> o.processing().instanceType())
            .addCount("processing_instances", "1 to 100", "That share the counting; more are faster on millions of reviews",
                    o -> o.processing().instances())
            .addChoice("spark_worker_type", CloudOptions.Processing.WORKER_TYPES.stream().map(SettingTable::lowerCase).toList(),
                    "Reads and filters the reviews; larger ones hold more of them at a time",
                    o -> SettingTable.lowerCase(o.processing().workerType()))
            .addCount("spark_workers", "2 to 299", "That share the reading; more are faster on large files and cost more",
                    o -> o.processing().workers())
            .addCount("tuning_jobs", "1 to 100", "Trainings of a tuning job; more find better settings and cost more",
                    o -> o.tuning().jobs())
            .addCount("tuning_parallel_jobs", "1 to 10",
                    "Of these at a time; more are sooner done, learn less from one another and need more quota",
                    o -> o.tuning().parallelJobs())
            .addChoice("tuning_strategy", CloudOptions.Tuning.Strategy.class, "How the next settings to try are chosen",
                    o -> o.tuning().strategy())
            .add("tune_learning_rate", NUMBERS, "least and greatest, or nothing",
                    "Range that is searched; a wider one needs more trainings", o -> o.tuning().learningRates())
            .add("tune_mini_batch_size", NUMBERS, "least and greatest, or nothing",
                    "Range that is searched; a wider one needs more trainings", o -> o.tuning().batchSizes())
            .add("tune_optimizer", NAMES, "some of sgd, adam, adadelta, or nothing", "Optimizers that are tried",
                    o -> o.tuning().optimizers())
            .add("tune_activation", NAMES, "some of sigmoid, tanh, relu, or nothing", "Activations that are tried",
                    o -> o.tuning().activations())
            .addChoice("endpoint", CloudOptions.Endpoint.Kind.class,
                    "Lets an accepted model answer over the network: serverless is billed by use, real_time by the hour until "
                    + "it is deleted", o -> o.endpoint().kind())
            .add("endpoint_instance_type", TEXT, "an instance type of SageMaker", "Of a real-time endpoint, billed until it is deleted",
                    o -> o.endpoint().instanceType())
            .addCount("endpoint_memory_mb", "1024 to 6144 in steps of 1024", "Of a serverless endpoint; more is faster and costs more",
                    o -> o.endpoint().memoryMb())
            .addOptional("max_cost", NUMBER, "US dollars above 0",
                    "Ceiling of the whole run; it becomes the time limits of its jobs", CloudOptions::maxCost)
            .addCount("max_hours", "1 to 672", "After which the run is ended", CloudOptions::maxHours)
            .rows();

    private static final Set<String> TUNING = Set.of("tuning_jobs", "tuning_parallel_jobs", "tuning_strategy",
            "tune_learning_rate", "tune_mini_batch_size", "tune_optimizer", "tune_activation");

    private CloudSettings() { }

    /** See {@link Settings#whyIdle}. */
    static Optional<String> whyIdle(Setting setting, RunSpec spec) {
        CloudOptions cloud = spec.cloud();
        String name = setting.name();
        if (setting.section() == Section.CLOUD) {
            return !name.equals(WHERE) && !cloud.onAws() ? Optional.of("Changes nothing: the run is on this computer.")
                    : TUNING.contains(name) && cloud.training() != CloudOptions.Training.TUNE
                    ? Optional.of("Changes nothing: no tuning job is asked for.") : Optional.empty();
        }
        String algorithm = setting.algorithm();
        return cloud.onAws() && algorithm != null && !name.equals(ModelSettings.PRESET) && !ServiceHyperparameters.has(name, algorithm)
                ? Optional.of("Changes nothing: the service's model has no such setting.") : Optional.empty();
    }

    static CloudOptions build(SettingValues values) {
        return new CloudOptions(values.choice(WHERE, CloudOptions.Place.class),
                values.choice("cloud_training", CloudOptions.Training.class),
                new CloudOptions.Machines(values.text("instance_type"), values.count("instances"),
                        values.text("lda_instance_type"), values.count("volume_gb"), values.flag("spot")),
                new CloudOptions.Processing(values.text("processing_instance_type"), values.count("processing_instances"),
                        SettingTable.upperCase(values.text("spark_worker_type")), values.count("spark_workers")),
                new CloudOptions.Tuning(values.count("tuning_jobs"), values.count("tuning_parallel_jobs"),
                        values.choice("tuning_strategy", CloudOptions.Tuning.Strategy.class), values.numbers("tune_learning_rate"),
                        values.numbers("tune_mini_batch_size"), values.names("tune_optimizer"), values.names("tune_activation")),
                new CloudOptions.Endpoint(values.choice("endpoint", CloudOptions.Endpoint.Kind.class),
                        values.text("endpoint_instance_type"), values.count("endpoint_memory_mb")),
                values.numberOrNull("max_cost"), values.count("max_hours"));
    }
}

package topicworkbench.run.aws.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.TrainedModel;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.sagemaker.CountRecords;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.templates.PipelineExecutions.TaskFailure;

/**
 * Trains in SageMaker's place, from the channels alone, and leaves the model in SageMaker's format. What the service's containers
 * refuse is refused here.
 */
record RehearsedTraining(RehearsedFiles files, FakeServices services, Path folder) {
    private static final String RECORDS = "application/x-recordio-protobuf";
    private static final Set<String> NTM = Set.of("feature_dim", "num_topics", "batch_norm", "clip_gradient", "encoder_layers",
            "encoder_layers_activation", "epochs", "learning_rate", "mini_batch_size", "num_patience_epochs", "optimizer",
            "rescale_gradient", "sub_sample", "tolerance", "weight_decay", "_tuning_objective_metric");
    private static final Set<String> LDA = Set.of("feature_dim", "num_topics", "mini_batch_size", "alpha0", "max_restarts",
            "max_iterations", "tol");
    private static final String SHORT_LDA = "iterations=60";

    JsonObject train(JsonObject parameters) throws TaskFailure {
        FakeJob job = RehearsedProcessing.job("training", parameters.get("TrainingJobName").getAsString(), parameters);
        train(job, parameters, texts(parameters.getAsJsonObject("HyperParameters")));
        return Json.of("TrainingJobName", job.name, "TrainingJobStatus", job.status);
    }

    /** As many trainings as were asked for, each with a value of its own from every range. */
    JsonObject tune(JsonObject parameters) throws TaskFailure {
        JsonObject config = parameters.getAsJsonObject("HyperParameterTuningJobConfig");
        JsonObject definition = parameters.getAsJsonObject("TrainingJobDefinition");
        String name = parameters.get("HyperParameterTuningJobName").getAsString();
        int jobs = config.getAsJsonObject("ResourceLimits").get("MaxNumberOfTrainingJobs").getAsInt();
        for (int number = 1; number <= jobs; number++) {
            Map<String, String> hyperparameters = texts(definition.getAsJsonObject("StaticHyperParameters"));
            hyperparameters.put("_tuning_objective_metric", "validation:total_loss");
            double place = jobs == 1 ? 0.5 : (number - 1.0) / (jobs - 1);
            for (Map.Entry<String, JsonElement> kind : config.getAsJsonObject("ParameterRanges").entrySet()) {
                for (JsonElement range : kind.getValue().getAsJsonArray()) {
                    String of = range.getAsJsonObject().get("Name").getAsString();
                    if (hyperparameters.put(of, within(range.getAsJsonObject(), place)) != null) {
                        throw refused(name, "The hyperparameter " + of + " is both static and tuned.");
                    }
                }
            }
            train(RehearsedProcessing.job("training", String.format("%s-%03d-0a1b2c3d", name, number), parameters), definition,
                    hyperparameters);
        }
        return Json.of("HyperParameterTuningJobName", name, "HyperParameterTuningJobStatus", "Completed");
    }

    private static String within(JsonObject range, double place) {
        if (range.has("Values")) {
            int size = range.getAsJsonArray("Values").size();
            return range.getAsJsonArray("Values").get((int) Math.min(size - 1, place * size)).getAsString();
        }
        double least = range.get("MinValue").getAsDouble();
        double value = least * Math.pow(range.get("MaxValue").getAsDouble() / least, place);
        return range.get("MinValue").getAsString().contains(".") ? Double.toString(value) : Long.toString(Math.round(value));
    }

    private void train(FakeJob job, JsonObject definition, Map<String, String> hyperparameters) throws TaskFailure {
        services.add(job);
        job.secondary = "Training";
        try {
            boolean ntm = definition.getAsJsonObject("AlgorithmSpecification").get("TrainingImage").getAsString().endsWith("/ntm:1");
            requireKnown(job, ntm ? NTM : LDA, hyperparameters);
            Map<String, Path> channels = channels(job, definition, ntm);
            int hosts = definition.getAsJsonObject("ResourceConfig").get("InstanceCount").getAsInt();
            Map<String, HostModel> models = new TreeMap<>();
            for (int host = 1; host <= hosts; host++) {
                models.put("algo-" + host, ntm ? ntm(job, channels, hyperparameters, host) : lda(job, channels, hyperparameters));
            }
            job.secondary = "Uploading";
            ByteArrayOutputStream artifact = new ByteArrayOutputStream();
            ModelArtifact.write(models, artifact);
            files.put(definition.getAsJsonObject("OutputDataConfig").get("S3OutputPath").getAsString() + "/" + job.name
                    + "/output/model.tar.gz", artifact.toByteArray());
            job.status = "Completed";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            job.status = job.status.equals("Completed") ? job.status : "Failed";
        }
    }

    private static void requireKnown(FakeJob job, Set<String> known, Map<String, String> given) throws TaskFailure {
        Set<String> unknown = new TreeSet<>(given.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw refused(job.name, "Additional properties are not allowed: " + unknown);
        }
        for (String required : known == NTM ? List.of("feature_dim", "num_topics")
                : List.of("feature_dim", "num_topics", "mini_batch_size")) {
            if (!given.containsKey(required)) {
                throw refused(job.name, "'" + required + "' is a required property");
            }
        }
    }

    private static TaskFailure refused(String job, String why) {
        return new TaskFailure("States.TaskFailed", Json.of("TrainingJobName", job, "FailureReason", "ClientError: " + why).toString());
    }

    private Map<String, Path> channels(FakeJob job, JsonObject definition, boolean ntm) throws TaskFailure {
        Set<String> known = ntm ? Set.of("train", "validation", "test", "auxiliary") : Set.of("train", "test");
        Map<String, Path> channels = new TreeMap<>();
        for (JsonElement element : definition.getAsJsonArray("InputDataConfig")) {
            JsonObject channel = element.getAsJsonObject();
            String name = channel.get("ChannelName").getAsString();
            String type = channel.get("ContentType").getAsString();
            if (!known.contains(name) || !type.equals(name.equals("auxiliary") ? "text/plain" : RECORDS)) {
                throw refused(job.name, "no channel " + name + " of " + type);
            }
            Path target = folder.resolve(job.name).resolve("input/data").resolve(name);
            files.fetch(channel.getAsJsonObject("DataSource").getAsJsonObject("S3DataSource").get("S3Uri").getAsString(),
                    target, _ -> true);
            channels.put(name, target);
        }
        return channels;
    }

    private HostModel ntm(FakeJob job, Map<String, Path> channels, Map<String, String> hyperparameters, int host) throws IOException {
        List<String> settings = new ArrayList<>(List.of("preset=sagemaker"));
        hyperparameters.forEach((name, value) -> {
            if (!name.startsWith("_") && !name.equals("feature_dim") && !name.equals("num_topics")) {
                settings.add(name + "=" + value);
            }
        });
        NtmOptions options = (NtmOptions) Settings.apply(RunSpecs.defaults(RunSpecs.NTM, number(hyperparameters, "num_topics")),
                settings).model();
        Vocabulary vocabulary = CorpusFile.readVocabulary(channels.get("auxiliary").resolve("vocab.txt"));
        Corpus corpus = corpus(channels, vocabulary);
        try (Threads threads = new Threads(2)) {
            return host(options, new NtmTrainer(options, host, threads).train(corpus, new TrainingListener() {
                @Override
                public void progress(long done, long total) { }

                @Override
                public boolean epochFinished(EpochMetrics epoch, Supplier<FloatMatrix> topicTerm) {
                    if (host == 1) {
                        services.logEpoch(job, epoch.epoch(), epoch.total(), epoch.validationTotal(),
                                (double) epoch.epoch() / options.epochs());
                    }
                    return true;
                }
            }));
        }
    }

    private HostModel lda(FakeJob job, Map<String, Path> channels, Map<String, String> hyperparameters) throws IOException, TaskFailure {
        Corpus corpus = corpus(channels,
                new Vocabulary(IntStream.range(0, number(hyperparameters, "feature_dim")).mapToObj(i -> "term" + i).toList()));
        if (corpus.documents() != number(hyperparameters, "mini_batch_size")) {
            throw refused(job.name, "mini_batch_size is not the number of documents, " + corpus.documents());
        }
        LdaOptions options = (LdaOptions) Settings.apply(RunSpecs.defaults(RunSpecs.LDA, number(hyperparameters, "num_topics")),
                List.of(SHORT_LDA)).model();
        try (Threads threads = new Threads(2)) {
            return host(options, new LdaTrainer(options, 1, threads).train(corpus, TrainingListener.NONE));
        }
    }

    private static HostModel host(topicworkbench.fit.ModelOptions options, TrainedModel trained) {
        return new ArtifactModel(options, trained.model().topicTerm(), trained.parameters()).hostModel();
    }

    private static int number(Map<String, String> hyperparameters, String name) {
        return Integer.parseInt(hyperparameters.get(name));
    }

    /** The training documents, then those for validation. */
    private static Corpus corpus(Map<String, Path> channels, Vocabulary vocabulary) throws IOException {
        List<Path> parts = new ArrayList<>(parts(channels.get("train")));
        int training = read(parts, vocabulary).rows();
        if (channels.containsKey("validation")) {
            parts.addAll(parts(channels.get("validation")));
        }
        CsrCounts counts = read(parts, vocabulary);
        Split[] splits = new Split[counts.rows()];
        Arrays.fill(splits, 0, training, Split.TRAIN);
        Arrays.fill(splits, training, splits.length, Split.VALIDATION);
        return new Corpus(vocabulary, counts, IntStream.range(0, counts.rows()).toArray(), splits);
    }

    private static List<Path> parts(Path channel) throws IOException {
        try (Stream<Path> parts = Files.list(channel)) {
            return parts.sorted().toList();
        }
    }

    private static CsrCounts read(List<Path> parts, Vocabulary vocabulary) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (Path part : parts) {
            streams.add(Files.newInputStream(part));
        }
        try (InputStream all = new java.io.BufferedInputStream(new SequenceInputStream(Collections.enumeration(streams)))) {
            return CountRecords.read(all, vocabulary.size());
        }
    }

    private static Map<String, String> texts(JsonObject json) {
        Map<String, String> texts = new TreeMap<>();
        json.entrySet().forEach(entry -> texts.put(entry.getKey(), entry.getValue().getAsString()));
        return texts;
    }
}

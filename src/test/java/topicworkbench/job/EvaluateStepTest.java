package topicworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.math.FloatMatrix;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent.EpochFinished;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.sagemaker.NtmModel;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.TopicTable;
import topicworkbench.workspace.Workspace;

/** Local runs whose models are handed over in SageMaker's format: the step must come to the files that they have. */
class EvaluateStepTest {
    @TempDir
    private static Path folder;
    private static RunFolder ntm;
    private static RunFolder lda;

    @BeforeAll
    static void makeRuns() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("workspace")));
        Path csv = SmallReviews.write(folder.resolve("small.csv"));
        RunSpec neural = Settings.apply(RunSpecs.defaults(RunSpecs.NTM, SmallRun.TOPICS).withSource(SmallRun.spec(csv).source()),
                List.of("preset=sagemaker", "epochs=6", "encoder_layers=8,5", "encoder_layers_activation=tanh", "map=false"));
        ntm = run(workspace, neural);
        lda = run(workspace, Settings.apply(SmallRun.spec(csv), List.of("map=false")));
    }

    private static RunFolder run(Workspace workspace, RunSpec spec) throws InterruptedException {
        return workspace.find(new LocalPipelineRunner(workspace, 1).start(spec, spec.model().algorithm(), event -> { }).await().id());
    }

    @Test
    void aNeuralModelIsEvaluatedAsTheLocalRunDid() throws IOException {
        Path root = job("ntm", ntm);
        put(root, "ntm/tw-x-ntm-0", Map.of("algo-1", model(ntm)));
        assertThat(evaluate(root)).startsWith("NTM, 3 topics: WETC ").contains("There was one model.");
        JsonObject scores = json(root, "scores.json");
        assertThat(scores.get("artifact").getAsString()).isEqualTo("s3://data/runs/x/models/ntm/tw-x-ntm-0/output/model.tar.gz");
        assertSameRun(root, ntm, scores);
        RunSpec told = RunSpecFile.read(root.resolve("processing/output/evaluated/ntm/spec.json"));
        assertThat(told.model()).isEqualTo(ntm.spec().model());
    }

    @Test
    void ldaIsEvaluatedAsTheLocalRunDid() throws IOException {
        Path root = job("lda", lda);
        put(root, "lda/tw-x-lda-0", Map.of("algo-1", model(lda)));
        evaluate(root);
        assertSameRun(root, lda, json(root, "scores.json"));
    }

    /** The second host has the weights of the first but for the topics' words, which are mixed up. */
    @Test
    void ofSeveralHostsTheOneWithTheLowerLossIsTakenAndHandedOnAlone() throws IOException {
        Path root = job("hosts", ntm);
        put(root, "ntm/tw-x-ntm-0", Map.of("algo-1", worse(model(ntm)), "algo-2", model(ntm)));
        assertThat(evaluate(root)).contains("Of 2 models that of host algo-2 was chosen by its loss on the validation documents");
        JsonObject scores = json(root, "scores.json");
        assertThat(scores.get("host").getAsString()).isEqualTo("algo-2");
        assertThat(scores.get("artifact").getAsString()).isEqualTo("s3://data/runs/x/evaluated/ntm/model.tar.gz");
        assertSameRun(root, ntm, scores);
        Map<String, HostModel> alone = ModelArtifact.read(root.resolve("processing/output/evaluated/ntm/model.tar.gz"));
        assertThat(alone).usingRecursiveComparison().isEqualTo(Map.of("algo-1", model(ntm)));
    }

    @Test
    void ofATuningJobTheBestIsTaken() throws IOException {
        Path root = job("tuning", ntm);
        put(root, "ntm/tw-x-001", Map.of("algo-1", worse(model(ntm))));
        put(root, "ntm/tw-x-002", Map.of("algo-1", model(ntm)));
        put(root, "ntm/tw-x-003", Map.of("algo-1", worse(worse(model(ntm)))));
        assertThat(evaluate(root)).contains("Of 3 models").contains("tw-x-002");
        assertThat(json(root, "scores.json").get("artifact").getAsString()).endsWith("models/ntm/tw-x-002/output/model.tar.gz");
        JsonArray candidates = JsonParser.parseString(Files.readString(
                root.resolve("processing/output/evaluated/candidates.json"))).getAsJsonArray();
        assertThat(candidates.asList()).extracting(one -> one.getAsJsonObject().get("loss").getAsDouble()).isSorted().hasSize(3);
    }

    /** As the local run's loss per epoch tells it: other noise, the same measure. */
    @Test
    void theLossIsTheOneThatTrainingTold() throws IOException {
        Path root = job("loss", ntm);
        put(root, "ntm/tw-x-ntm-0", Map.of("algo-1", model(ntm)));
        evaluate(root);
        double told = ntm.events().stream().filter(EpochFinished.class::isInstance).map(EpochFinished.class::cast)
                .mapToDouble(epoch -> epoch.metrics().validationTotal()).min().orElseThrow();
        assertThat(json(root, "scores.json").get("loss").getAsDouble()).isCloseTo(told, withPercentage(2));
    }

    @Test
    void ofTwoAlgorithmsTheBetterTopicsAreFirst() throws IOException {
        Path root = job("both", ntm);
        put(root, "ntm/tw-x-ntm-0", Map.of("algo-1", model(ntm)));
        put(root, "lda/tw-x-lda-0", Map.of("algo-1", model(lda)));
        assertThat(evaluate(root)).contains("better than those of the other algorithm");
        JsonObject best = json(root, "scores.json");
        JsonObject neural = json(root, "ntm/scores.json");
        JsonObject other = json(root, "lda/scores.json");
        assertThat(best).isEqualTo(quality(neural) > quality(other) ? neural : other);
        assertThat(quality(neural)).isNotEqualTo(quality(other));
    }

    @Test
    void wordVectorsOfTheSpecificationAreAnInput() throws IOException {
        Path root = job("vectors", ntm);
        put(root, "ntm/tw-x-ntm-0", Map.of("algo-1", model(ntm)));
        Files.writeString(root.resolve("processing/input/spec/spec.json"),
                RunSpecJson.write(ntm.spec().withEmbeddings("C:\\vectors\\small.txt")));
        assertThat(ProcessingJob.run(folders(root), "evaluate")).isEqualTo(1);
        assertThat(message(root)).startsWith("The job was not given the word vectors small.txt.\n");
        Path vectors = Files.createDirectories(root.resolve("processing/input/embeddings")).resolve("small.txt");
        Files.writeString(vectors, "battery 1 0\npower 1 0.1\nlate 0 1\ncourier 0 1\nsize 0.5 0.5\ntight 0.5 0.4\n");
        evaluate(root);
        JsonObject quality = json(root, "scores.json").getAsJsonObject("quality");
        assertThat(quality.get("vectors").getAsString()).isEqualTo("small.txt (2d)");
        assertThat(quality.get("vectors_found").getAsInt()).isPositive().isLessThanOrEqualTo(6);
        assertThat(RunSpecFile.read(root.resolve("processing/output/evaluated/ntm/spec.json")).embeddings())
                .isEqualTo("C:\\vectors\\small.txt");
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        Path root = job("nothing", ntm);
        assertThat(ProcessingJob.run(folders(root), "evaluate")).isEqualTo(1);
        assertThat(message(root)).startsWith("Training left no model.\n");
        Path cut = root.resolve("processing/input/models/ntm/a/output/model.tar.gz");
        Files.createDirectories(cut.getParent());
        Files.write(cut, new byte[100]);
        assertThat(ProcessingJob.run(folders(root), "evaluate")).isEqualTo(1);
        assertThat(message(root)).startsWith("The file model.tar.gz is no SageMaker artifact of NTM or LDA");
    }

    private static double quality(JsonObject scores) {
        return scores.get("wetc").getAsDouble() * scores.get("tu").getAsDouble();
    }

    private static void assertSameRun(Path root, RunFolder local, JsonObject scores) {
        RunFiles found = new RunFiles(root.resolve("processing/output/evaluated").resolve(scores.get("folder").getAsString()));
        Corpus corpus = CorpusFile.read(local.files().corpus());
        int topics = SmallRun.TOPICS;
        assertThat(ModelTables.readTopicTerm(found.topicTerm(), topics, corpus.vocabulary().size()).values())
                .isEqualTo(ModelTables.readTopicTerm(local.files().topicTerm(), topics, corpus.vocabulary().size()).values());
        assertThat(DocumentTables.readDocumentTopic(found.documentTopic(), corpus.documents(), topics).values())
                .isEqualTo(DocumentTables.readDocumentTopic(local.files().documentTopic(), corpus.documents(), topics).values());
        assertThat(TopicTable.read(found.quality())).isEqualTo(TopicTable.read(local.files().quality()));
        Quality quality = local.summary().quality();
        JsonObject measured = scores.getAsJsonObject("quality");
        assertThat(measured.get("perplexity").getAsDouble()).isEqualTo(quality.perplexity());
        assertThat(measured.get("wetc").getAsDouble()).isEqualTo(quality.wetc()).isEqualTo(scores.get("wetc").getAsDouble());
        assertThat(measured.get("tu").getAsDouble()).isEqualTo(quality.tu());
        assertThat(measured.get("vectors").getAsString()).isEqualTo(quality.vectors());
    }

    private static HostModel model(RunFolder run) {
        Corpus corpus = CorpusFile.read(run.files().corpus());
        return new ArtifactModel(run.spec().model(), ModelTables.readTopicTerm(run.files().topicTerm(), SmallRun.TOPICS,
                corpus.vocabulary().size()), ParameterFile.read(run.files().parameters())).hostModel();
    }

    private static HostModel worse(HostModel model) {
        NtmModel neural = (NtmModel) model;
        Map<String, FloatMatrix> parameters = new LinkedHashMap<>(neural.parameters());
        FloatMatrix bias = parameters.get("projection_bias").copy();
        for (int i = 0; i < bias.columns(); i++) {
            bias.values()[i] += (i * 7 % 5);
        }
        parameters.put("projection_bias", bias);
        return new NtmModel(neural.hyperparameters(), parameters);
    }

    private static Path job(String name, RunFolder run) throws IOException {
        Path root = folder.resolve(name);
        copy(run.files().spec(), root.resolve("processing/input/spec"));
        copy(run.files().corpus(), root.resolve("processing/input/corpus"));
        return root;
    }

    private static void put(Path root, String job, Map<String, HostModel> hosts) throws IOException {
        Path file = root.resolve("processing/input/models").resolve(job).resolve("output/model.tar.gz");
        Files.createDirectories(file.getParent());
        ModelArtifact.write(hosts, Files.newOutputStream(file));
    }

    private static String evaluate(Path root) throws IOException {
        assertThat(ProcessingJob.run(folders(root), "evaluate")).as(() -> {
            try {
                return message(root);
            } catch (IOException e) {
                return "no message";
            }
        }).isZero();
        return message(root);
    }

    private static JobFolders folders(Path root) {
        return new JobFolders(root, Map.of(EvaluateStep.MODELS, "s3://data/runs/x/models",
                EvaluateStep.EVALUATED, "s3://data/runs/x/evaluated"));
    }

    private static JsonObject json(Path root, String file) throws IOException {
        return JsonParser.parseString(Files.readString(root.resolve("processing/output/evaluated").resolve(file))).getAsJsonObject();
    }

    private static String message(Path root) throws IOException {
        return Files.readString(root.resolve("output/message"));
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
}

package topicworkbench.run.aws.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.job.ContainerJobs;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * What the cloud's jobs leave in S3 for one run, made by the real engine: reviews, counts and a model of a local run, the model
 * handed over in SageMaker's format and evaluated by the container's own job.
 *
 * @param spec    for AWS
 * @param local   the run that was done here
 * @param objects by stage ({@code ingest}, {@code prepare}, {@code vectorise}, {@code evaluate}), by key below the run's prefix
 */
public record GoldenRun(RunSpec spec, RunFolder local, Map<String, Map<String, byte[]>> objects) {
    public static final int TOPICS = 3;

    public static GoldenRun make(Path folder) throws IOException, InterruptedException {
        Path csv = SmallReviews.write(folder.resolve("small.csv"));
        RunSpec here = Settings.apply(RunSpecs.defaults(RunSpecs.NTM,
                TOPICS).withSource(new ReviewSource(List.of(csv.toString()), Map.of())),
                List.of("preset=sagemaker", "epochs=6", "encoder_layers=8,5", "map_steps=60"));
        Workspace workspace = new Workspace(folder.resolve("golden"));
        RunFolder local = workspace.find(new LocalPipelineRunner(workspace, 1).start(here, "golden", event -> { }).await().id());
        RunFiles files = local.files();
        Map<String, Map<String, byte[]>> objects = new TreeMap<>();
        objects.put("ingest", Map.of("ingest.json", figures(local, 0), "rejected.parquet", Files.readAllBytes(files.rejected())));
        objects.put("prepare", Map.of("prepare.json", figures(local, 1), "prepared/part-00000.parquet",
                Files.readAllBytes(files.reviews())));
        Corpus corpus = CorpusFile.read(files.corpus());
        objects.put("vectorise", Map.of("training/corpus/corpus.bin", Files.readAllBytes(files.corpus()),
                "training/corpus/vocabulary.txt", Files.readAllBytes(files.vocabulary()),
                "training/corpus/too_short.parquet", Files.readAllBytes(files.tooShort()),
                "training/corpus/corpus.json", Json.of("documents", corpus.documents(), "terms", corpus.vocabulary().size(), "tokens",
                        corpus.counts().total(), "ntm", Json.of()).toString().getBytes(StandardCharsets.UTF_8)));
        objects.put("evaluate", evaluated(folder.resolve("ml"), local, corpus));
        return new GoldenRun(Settings.apply(here, List.of("where=aws", "max_cost=none")), local, objects);
    }

    private static byte[] figures(RunFolder local, int stage) {
        return Json.of(local.finishedStages().get(stage).figures().entrySet().stream()
                .flatMap(figure -> Stream.of(figure.getKey(), figure.getValue())).toArray()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> evaluated(Path root, RunFolder local, Corpus corpus) throws IOException {
        Path input = root.resolve("processing/input");
        Path artifact = input.resolve("models/ntm/tw-x-ntm-0/output/model.tar.gz");
        Files.createDirectories(artifact.getParent());
        ModelArtifact.write(Map.of("algo-1", new ArtifactModel(local.spec().model(), ModelTables.readTopicTerm(local.files().topicTerm(),
                TOPICS, corpus.vocabulary().size()), ParameterFile.read(local.files().parameters())).hostModel()),
                Files.newOutputStream(artifact));
        Files.createDirectories(input.resolve("corpus"));
        Files.copy(local.files().corpus(), input.resolve("corpus/corpus.bin"));
        Files.createDirectories(input.resolve("spec"));
        Files.writeString(input.resolve("spec/spec.json"), RunSpecJson.write(local.spec()));
        if (ContainerJobs.run(root, Map.of("TW_MODELS", "s3://data/models", "TW_EVALUATED", "s3://data/evaluated"), "evaluate") != 0) {
            throw new IllegalStateException(Files.readString(root.resolve("output/message")));
        }
        Path output = root.resolve("processing/output/evaluated");
        Map<String, byte[]> objects = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                objects.put("evaluated/" + output.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return objects;
    }
}

package topicworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.Split;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.Settings;
import topicworkbench.sagemaker.CountRecords;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** The containers' steps on the reviews of a local run, whose corpus they must come to. */
class ProcessingJobTest {
    /** Files that prepare leaves, as Spark would. */
    private static final int FILES = 5;
    @TempDir
    private static Path folder;
    private static RunFolder local;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(Files.createDirectories(folder.resolve("workspace")));
        local = workspace.find(SmallRun.in(workspace, "small").id());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 3", "7, 7"})
    void anyNumberOfInstancesMakesTheCorpusOfALocalRun(int counting, int writing) throws Exception {
        Path root = folder.resolve("instances-" + counting + "-" + writing);
        Map<String, byte[]> counts = new TreeMap<>();
        List<Path> prepared = prepared(folder.resolve("prepared"));
        for (int number = 0; number < counting; number++) {
            Path instance = instance(root.resolve("count-" + number), number, counting);
            for (int file = number; file < prepared.size(); file += counting) {
                copy(prepared.get(file), instance.resolve("processing/input/reviews"));
            }
            assertThat(ProcessingJob.run(folders(instance), "count")).as(message(instance)).isZero();
            counts.putAll(outputs(instance));
        }
        assertThat(counts).hasSize(FILES);
        Map<String, byte[]> outputs = new TreeMap<>();
        for (int number = 0; number < writing; number++) {
            Path instance = instance(root.resolve("vectorise-" + number), number, writing);
            for (Map.Entry<String, byte[]> count : counts.entrySet()) {
                Path file = instance.resolve("processing/input").resolve(count.getKey());
                Files.createDirectories(file.getParent());
                Files.write(file, count.getValue());
            }
            try (Threads threads = new Threads(2)) {
                assertThat(new VectoriseStep(10).run(folders(instance), threads)).contains("documents");
            }
            outputs(instance).forEach((name, bytes) -> assertThat(outputs.put(name, bytes)).as(name).isNull());
        }
        assertThat(outputs.get("corpus/corpus.bin")).isEqualTo(Files.readAllBytes(local.files().corpus()));
        assertThat(outputs.get("auxiliary/vocab.txt")).isEqualTo(Files.readAllBytes(local.files().vocabulary()));
        Corpus corpus = CorpusFile.read(local.files().corpus());
        for (Split split : List.of(Split.TRAIN, Split.VALIDATION)) {
            String name = split.name().toLowerCase(Locale.ROOT);
            List<InputStream> parts = outputs.entrySet().stream().filter(entry -> entry.getKey().startsWith(name + "/"))
                    .<InputStream>map(entry -> new java.io.ByteArrayInputStream(entry.getValue())).toList();
            assertThat(parts).hasSize((corpus.documentsOf(split).length + 9) / 10);
            InputStream joined = new java.io.SequenceInputStream(java.util.Collections.enumeration(parts));
            assertThat(CountRecords.read(joined, corpus.vocabulary().size())).usingRecursiveComparison()
                    .isEqualTo(corpus.counts().selectRows(corpus.documentsOf(split)));
        }
        JsonObject told = JsonParser.parseString(new String(outputs.get("corpus/corpus.json"), StandardCharsets.UTF_8)).getAsJsonObject();
        assertThat(told.getAsJsonObject("ntm").getAsJsonObject("hyperparameters").get("feature_dim").getAsString())
                .isEqualTo(Integer.toString(corpus.vocabulary().size()));
        assertThat(told.getAsJsonObject("ntm").getAsJsonArray("channels").toString())
                .contains("s3://data/runs/x/training/validation").doesNotContain("/test");
        assertThat(told.getAsJsonObject("lda").getAsJsonObject("hyperparameters").get("mini_batch_size").getAsString())
                .isEqualTo(Integer.toString(corpus.documentsOf(Split.TRAIN).length));
    }

    /** A local run refuses them when it begins to train; here that is an hour and a bill later. */
    @Test
    void fewerDocumentsToTrainOnThanTopicsAreRefused() throws Exception {
        Path root = instance(folder.resolve("few"), 0, 1);
        for (Path file : prepared(folder.resolve("prepared-few"))) {
            copy(file, root.resolve("processing/input/reviews"));
        }
        assertThat(ProcessingJob.run(folders(root), "count")).as(message(root)).isZero();
        for (Map.Entry<String, byte[]> count : outputs(root).entrySet()) {
            Path file = root.resolve("processing/input").resolve(count.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, count.getValue());
        }
        Corpus corpus = CorpusFile.read(local.files().corpus());
        int training = corpus.documentsOf(Split.TRAIN).length;
        assertThat(corpus.documents()).isGreaterThan(training);
        Files.writeString(root.resolve("processing/input/spec").resolve(local.files().spec().getFileName()),
                RunSpecJson.write(Settings.apply(local.spec(), List.of("num_topics=" + (training + 1)))));
        assertThat(ProcessingJob.run(folders(root), "vectorise")).isEqualTo(1);
        assertThat(message(root)).startsWith("There are only " + training + " documents to learn " + (training + 1) + " topics from.");
    }

    @Test
    void whatWentWrongStandsInTheExitMessage() throws IOException {
        Path root = instance(folder.resolve("empty"), 0, 1);
        assertThat(ProcessingJob.run(folders(root), "count")).isEqualTo(1);
        assertThat(message(root)).isEqualTo("The job was given no prepared reviews.\nLook at the step before, prepare.");
        assertThat(ProcessingJob.run(folders(root), "dance")).isEqualTo(1);
        assertThat(message(root)).contains("\"dance\", which it does not know");
    }

    @Test
    void aLongMessageEndsBetweenCharacters() throws IOException {
        JobFolders folders = folders(folder.resolve("long"));
        folders.say("x" + "é".repeat(2000));
        assertThat(message(folders.root())).isEqualTo("x" + "é".repeat(511));
    }

    private static JobFolders folders(Path root) {
        return new JobFolders(root, Map.of(VectoriseStep.TRAINING, "s3://data/runs/x/training"));
    }

    private static Path instance(Path root, int number, int count) throws IOException {
        copy(local.files().spec(), root.resolve("processing/input/spec"));
        Files.createDirectories(root.resolve("config"));
        Files.writeString(root.resolve("config/resourceconfig.json"), "{\"current_host\": \"algo-" + (number + 1)
                + "\", \"hosts\": " + IntStream.range(0, count).mapToObj(host -> "\"algo-" + (host + 1) + "\"").toList() + "}");
        return root;
    }

    private static String message(Path root) throws IOException {
        return Files.readString(root.resolve("output/message"));
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to);
        Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** The prepared reviews in several files, with their numbers. */
    private static List<Path> prepared(Path to) throws Exception {
        Files.createDirectories(to);
        List<Path> files = new ArrayList<>();
        try (DuckDb duckDb = DuckDb.open(folder); var statement = duckDb.connection().createStatement()) {
            for (int file = 0; file < FILES; file++) {
                Path target = to.resolve("part-" + file + ".parquet");
                statement.execute("COPY (FROM read_parquet(" + DuckDb.readable(local.files().reviews()) + ") WHERE review * "
                        + FILES + " // 120 = " + file + " ORDER BY review) TO " + DuckDb.literal(target) + " (FORMAT parquet)");
                files.add(target);
            }
        }
        return files;
    }

    private static Map<String, byte[]> outputs(Path instance) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Path output = instance.resolve("processing/output");
        try (Stream<Path> walk = Files.walk(output)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(output.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}

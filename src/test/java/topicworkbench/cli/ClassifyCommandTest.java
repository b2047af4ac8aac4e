package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.testdata.SharedData;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

class ClassifyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void saysWhatATextIsAbout() throws IOException, InterruptedException {
        SmallRun.in(new Workspace(folder), "small");
        Commands commands = new Commands(folder);
        Commands.Answer table = commands.run("classify", "small", "the courier was late, the battery is empty\u001b[2J");
        assertThat(table.code()).isEqualTo(ExitCode.DONE);
        assertThat(table.out()).contains("4 known terms, by small").doesNotContain("\u001b");
        Path file = Files.writeString(folder.resolve("complaint.txt"), "Sleeves too narrow, shoulders too tight.");
        JsonObject json = JsonParser.parseString(commands.run("classify", "small", "--file", file.toString(), "--json").out())
                .getAsJsonObject();
        assertThat(json.get("known_terms").getAsInt()).isEqualTo(4);
        JsonArray topics = json.getAsJsonArray("topics");
        double sum = 0;
        for (JsonElement topic : topics) {
            sum += topic.getAsJsonObject().get("share").getAsDouble();
        }
        assertThat(topics).hasSize(SmallRun.TOPICS);
        assertThat(sum).isCloseTo(1, within(1e-5));
        assertThat(commands.run("classify", "small", "qwertz").out()).contains("knows none of these words");
        assertThat(commands.run("classify", "small").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("classify", "small", "a", "--file", "b").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("classify", "small", "a", "--vocabulary", "v.txt").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("classify", "small", "--file", folder.resolve("none").toString()).err()).contains("cannot be read");
        assertThat(commands.run("classify", "small", "a", "--model", file.toString()).err())
                .contains("is no SageMaker artifact of NTM or LDA");
    }

    /** A run's own model, handed over as SageMaker would have left it, answers as the run does, whatever trained it. */
    @ParameterizedTest
    @ValueSource(strings = {"ntm", "lda"})
    void anArtifactAnswersAsTheRunWhoseModelItHolds(String algorithm) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunSpec spec = algorithm.equals("lda") ? SmallRun.spec(SmallReviews.write(folder.resolve("small.csv")))
                : Settings.apply(RunSpecs.defaults(RunSpecs.NTM, SmallRun.TOPICS).withSource(
                        SmallRun.spec(SmallReviews.write(folder.resolve("small.csv"))).source()),
                        List.of("preset=sagemaker", "epochs=5", "map=false"));
        RunFolder run = workspace.find(new LocalPipelineRunner(workspace, 1).start(spec, "small", event -> { }).await().id());
        int terms = CorpusFile.read(run.files().corpus()).vocabulary().size();
        HostModel model = new ArtifactModel(spec.model(), ModelTables.readTopicTerm(run.files().topicTerm(), SmallRun.TOPICS, terms),
                ParameterFile.read(run.files().parameters())).hostModel();
        Path artifact = folder.resolve("model.tar.gz");
        ModelArtifact.write(Map.of("algo-1", model), Files.newOutputStream(artifact));
        String text = "the courier was late, the battery is empty, the sleeves are tight";
        assertThat(shares(text, "--model", artifact.toString())).isEqualTo(shares(text)).hasSize(SmallRun.TOPICS);
        ModelArtifact.write(Map.of("algo-1", model, "algo-2", model), Files.newOutputStream(artifact));
        assertThat(new Commands(folder).run("classify", "small", text, "--model", artifact.toString()).out())
                .contains("Of 2 models that of host algo-1 was chosen by its loss on the validation documents");
    }

    /** The forward pass of a real artifact, as a user of the command sees it. */
    @Test
    void aRealArtifactGivesTheSharesOfItsGoldenFigures() throws IOException, InterruptedException {
        Path artifact = SharedData.require("sagemaker/ntm-artifact/model.tar.gz");
        Path vocabulary = Files.writeString(folder.resolve("vocab.txt"), IntStream.range(0, 2000)
                .mapToObj(ClassifyCommandTest::word).collect(Collectors.joining("\n", "", "\n")));
        Workspace workspace = new Workspace(folder);
        new LocalPipelineRunner(workspace, 1).start(Settings.apply(SmallRun.spec(SmallReviews.write(folder.resolve("small.csv"))),
                List.of("normalization=none", "stop_words=none", "max_ngram=1", "min_word_length=1", "map=false")), "small",
                event -> { }).await();
        JsonObject golden = JsonParser.parseString(Files.readString(
                SharedData.require("sagemaker/ntm-artifact/forward-golden.json"))).getAsJsonObject();
        for (JsonElement each : golden.getAsJsonArray("cases")) {
            StringBuilder text = new StringBuilder(" ");
            each.getAsJsonObject().getAsJsonObject("doc").asMap().forEach((term, count) ->
                    text.append((word(Integer.parseInt(term)) + " ").repeat(count.getAsInt())));
            double[] weights = each.getAsJsonObject().getAsJsonArray("mean").asList().stream()
                    .mapToDouble(mean -> Math.exp(Math.max(0, mean.getAsDouble()))).toArray();
            double sum = Arrays.stream(weights).sum();
            Map<Integer, Double> shares = shares(text.toString(), "--model", artifact.toString(), "--vocabulary",
                    vocabulary.toString());
            assertThat(shares).hasSize(10);
            shares.forEach((topic, share) -> assertThat(share).as("topic %d of %s", topic, text)
                    .isCloseTo(weights[topic] / sum, within(1e-4)));
        }
    }

    /** Letters only, which every tokenizer takes as they are. */
    private static String word(int term) {
        return "w" + Integer.toString(term, 26).chars().map(c -> Character.digit(c, 26) + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
    }

    private Map<Integer, Double> shares(String text, String... options) {
        List<String> arguments = new ArrayList<>(List.of("classify", "small", text, "--json"));
        arguments.addAll(List.of(options));
        Map<Integer, Double> shares = new TreeMap<>();
        String answer = new Commands(folder).run(arguments.toArray(String[]::new)).out();
        JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("topics").forEach(topic -> shares.put(
                topic.getAsJsonObject().get("topic").getAsInt(), topic.getAsJsonObject().get("share").getAsDouble()));
        return shares;
    }
}

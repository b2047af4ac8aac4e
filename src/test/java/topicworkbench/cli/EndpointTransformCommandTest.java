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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cli.Commands.Answer;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.run.aws.PlayedAccount;
import topicworkbench.run.aws.fake.GoldenRun;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** From a file of new reviews to the table of their topics, by a batch transform of an account that is played. */
class EndpointTransformCommandTest {
    private static final String QUOTA = "ml.m5.xlarge for transform job usage";

    @TempDir
    private static Path shared;
    private static GoldenRun golden;
    private static Path artifact;
    private static HostModel model;

    @TempDir
    private Path folder;
    private PlayedAccount account;
    private Commands commands;
    private RunFolder run;

    @BeforeAll
    static void train() throws IOException, InterruptedException {
        golden = GoldenRun.make(shared);
        RunFolder local = golden.local();
        int terms = CorpusFile.read(local.files().corpus()).vocabulary().size();
        model = new ArtifactModel(local.spec().model(), ModelTables.readTopicTerm(local.files().topicTerm(), GoldenRun.TOPICS, terms),
                ParameterFile.read(local.files().parameters())).hostModel();
        artifact = shared.resolve("model.tar.gz");
        ModelArtifact.write(Map.of("algo-1", model), Files.newOutputStream(artifact));
    }

    @BeforeEach
    void account() {
        run = golden.local();
        Workspace runs = new Workspace(run.path().getParent().getParent());
        account = new PlayedAccount(golden, Duration.ofMillis(2));
        account.market.price("Batch Transform", "ml.m5.xlarge", .25);
        account.market.quota(QUOTA, 2);
        account.pipeline.transforms.model("tw-" + run.id() + "-ntm-0", model);
        LocalPipelineRunner here = new LocalPipelineRunner(runs, 1);
        commands = new Commands(runs.root(), path -> new Services(runs, here, account.cloud(runs, here)));
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(account.pipeline.billable()).isEmpty();
        assertThat(account.aws.faults()).isEmpty();
        assertThat(account.stored("runs/")).isEmpty();
        account.close();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).as("working folders and unfinished files")
                    .noneMatch(name -> name.startsWith(".") || name.endsWith(".partial"));
        }
    }

    private Answer transform(Path input, Path output, String... more) {
        List<String> all = new ArrayList<>(List.of("cloud", "endpoint", "transform", run.id(), "--input", input.toString(), "--output",
                output.toString()));
        all.addAll(List.of(more));
        return commands.run(all.toArray(String[]::new));
    }

    private Path reviews() throws IOException {
        return Files.writeString(folder.resolve("april.csv"), """
                id,order,stars,title,text
                a1,7,5,Late,"The courier was late, the package waiting for weeks"
                a2,8,1,=cmd(),"The <b>battery</b> is empty &amp; never charges; charger, cable, battery"
                a3,9,2,Qwertz,"uiop asdfgh"
                a4,10,1,Tight,"Sleeves too narrow, shoulders too tight, size too small"
                a4,10,1,Tight,"Sleeves too narrow, shoulders too tight, size too small"
                a5,11,1,"broken","row","with","too","many","columns"
                """);
    }

    private JsonArray table(Path json) throws IOException {
        return JsonParser.parseString(Files.readString(json)).getAsJsonArray();
    }

    @Test
    void everyReviewHasTheTopicsThatTheDesktopGivesIt() throws IOException {
        Path output = folder.resolve("topics.json");
        Answer answer = transform(reviews(), output, "--yes");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("transform: 1 × ml.m5.xlarge", "$0.250", output.toString());
        assertThat(answer.err()).contains("5 reviews, of which 4 have words that the model knows.", "1 rows could not be read.",
                "Transform: Completed",
                "are listed in " + folder.resolve("topics-rejected.json") + ".",
                "cloud status " + run.id());
        JsonArray rows = table(output);
        assertThat(rows.asList()).extracting(row -> row.getAsJsonObject().get("id").getAsString())
                .containsExactly("a1", "a2", "a3", "a4", "a4");
        for (JsonElement each : rows) {
            JsonObject row = each.getAsJsonObject();
            JsonObject classified = JsonParser.parseString(commands.run("classify", run.id(), row.get("title").getAsString() + "\n"
                    + row.get("text").getAsString(), "--model", artifact.toString(), "--json").out()).getAsJsonObject();
            assertThat(row.get("tokens").getAsInt()).isEqualTo(classified.get("known_terms").getAsInt());
            JsonArray topics = classified.getAsJsonArray("topics");
            if (row.get("tokens").getAsInt() == 0) {
                assertThat(row.get("id").getAsString()).isEqualTo("a3");
                assertThat(row.get("topic").isJsonNull()).isTrue();
                assertThat(row.get("topic_0").isJsonNull()).isTrue();
                assertThat(row.get("note").getAsString()).isEqualTo("The model knows none of its words.");
            } else {
                assertThat(row.get("topic").getAsInt()).isEqualTo(topics.get(0).getAsJsonObject().get("topic").getAsInt());
                topics.forEach(topic -> assertThat(row.get("topic_" + topic.getAsJsonObject().get("topic").getAsInt()).getAsDouble())
                        .isCloseTo(topic.getAsJsonObject().get("share").getAsDouble(), within(1e-5)));
                assertThat(row.get("note").isJsonNull()).isTrue();
            }
        }
        assertThat(rows.get(1).getAsJsonObject().get("text").getAsString()).startsWith("The battery is empty & never");
        assertThat(table(folder.resolve("topics-rejected.json")).asList()).hasSize(1);
        Answer ledger = commands.run("cloud", "status", run.id());
        assertThat(ledger.out()).contains("transform job", "1 × ml.m5.xlarge", "1.5", "Nothing of it is left that costs.");
    }

    @Test
    void writesWhatTheEndingSays() throws IOException {
        Path csv = folder.resolve("topics.csv");
        assertThat(transform(reviews(), csv, "--yes").code()).isZero();
        assertThat(Files.readAllLines(csv)).hasSize(6).first().asString().startsWith("review,id,title,text,stars,product,category,date,")
                .endsWith(",order,tokens,topic,label,note,topic_0,topic_1,topic_2");
        assertThat(Files.readString(csv)).contains("'=cmd()").doesNotContain(",=cmd()");
        Path parquet = folder.resolve("topics.parquet");
        assertThat(transform(reviews(), parquet, "--yes").code()).isZero();
        assertThat(Files.readAllBytes(parquet)).startsWith('P', 'A', 'R', '1');
        assertThat(transform(reviews(), csv, "--yes").err()).contains("is there already", "--force");
        assertThat(transform(reviews(), csv, "--yes", "--force").code()).isZero();
        assertThat(transform(reviews(), folder.resolve("topics.xlsx"), "--yes").err()).contains(".csv, .parquet or .json");
    }

    @Test
    void asksBeforeItCosts() throws IOException {
        Path output = folder.resolve("topics.csv");
        Answer answer = transform(reviews(), output);
        assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(answer.out()).contains("Expected   $", QUOTA + ": needs 1, allowed 2", "Ctrl+C");
        assertThat(answer.err()).contains("Start this job?", "--yes");
        assertThat(account.aws.calls()).doesNotContain("sagemaker:CreateTransformJob");
        assertThat(output).doesNotExist();
        account.market.quota(QUOTA, 0);
        assertThat(folder.resolve("topics-rejected.csv")).as("after no nothing is left").doesNotExist();
        assertThat(transform(reviews(), output, "--yes").err()).contains("may not use", QUOTA);
        assertThat(account.aws.calls()).doesNotContain("sagemaker:CreateTransformJob");
    }

    @Test
    void columnsOfAnotherFileAreChosenOrRefused() throws IOException {
        Path other = Files.writeString(folder.resolve("other.tsv"),
                "number\twhat they say\n1\tthe battery is empty\n2\tthe courier was late\n");
        Path output = folder.resolve("topics.csv");
        Answer refused = transform(other, output, "--yes");
        assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
        assertThat(refused.err()).contains("other.tsv", "text");
        assertThat(account.aws.calls()).isEmpty();
        assertThat(transform(other, output, "--yes", "--column", "text=what they say").code()).isZero();
        assertThat(Files.readAllLines(output)).hasSize(3);
        Path foreign = Files.writeString(folder.resolve("foreign.csv"), "id,text\n1,uiop asdfgh\n2,qwertz\n");
        Answer nothing = transform(foreign, folder.resolve("none.csv"), "--yes");
        assertThat(nothing.code()).isEqualTo(ExitCode.FAILED);
        assertThat(nothing.err()).contains("knows no word of any of these reviews");
        assertThat(folder.resolve("none.csv")).doesNotExist();
    }

    @Test
    void takesWhatTheRunWouldHaveTakenWhereThatIsWanted() throws IOException {
        Path output = folder.resolve("topics.csv");
        Answer answer = transform(reviews(), output, "--yes", "--filtered");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.err()).contains("1 are left out by the run's filter and its rule for duplicates.");
        assertThat(Files.readAllLines(output)).hasSize(5);
    }

    @Test
    void aFailedOrTornJobLeavesNoTable() throws IOException {
        Path output = folder.resolve("topics.csv");
        account.pipeline.transforms.answers(text -> text.substring(text.indexOf('\n') + 1));
        Answer torn = transform(reviews(), output, "--yes");
        assertThat(folder.resolve("topics-rejected.csv")).doesNotExist();
        assertThat(torn.code()).isEqualTo(ExitCode.FAILED);
        assertThat(torn.err()).contains("3 lines about a part of 4 documents", "Nothing was written");
        account.pipeline.transforms.answers(text -> text.replaceAll("\\[[^]]*]", "[0.5,0.5]"));
        assertThat(transform(reviews(), output, "--yes").err()).contains("2 topics each", "the run has 3 topics");
        account.pipeline.transforms.fail("AlgorithmError: out of memory");
        Answer failed = transform(reviews(), output, "--yes");
        assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
        assertThat(failed.err()).contains("AlgorithmError: out of memory", "/aws/sagemaker/TransformJobs");
        assertThat(output).doesNotExist();
    }

    @Test
    void fromFolderToFolderOfS3NothingComesHere() {
        assertThat(commands.run("cloud", "endpoint", "transform", run.id(), "--input", "s3://b/in/", "--output", "here.csv").err())
                .contains("What is in S3 stays there");
        assertThat(commands.run("cloud", "endpoint", "transform", run.id(), "--input", "april.csv", "--output", "s3://b/out/").err())
                .contains("What is here comes back here");
        Answer unfit = commands.run("cloud", "endpoint", "transform", run.id(), "--input", "s3://b/in/", "--output", "s3://b/out/",
                "--column", "text=comment", "--filtered", "--keep-files", "--force");
        assertThat(unfit.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unfit.err()).contains("--column and --filtered and --keep-files and --force are not for what goes from S3 to S3");
        assertThat(account.aws.calls()).isEmpty();
        Answer answer = commands.run("cloud", "endpoint", "transform", run.id(), "--input", "s3://topic-workbench-data/none/", "--output",
                "s3://topic-workbench-data/out/", "--yes");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.out()).contains("transform: 1 × ml.m5.xlarge");
        assertThat(answer.err()).contains("No S3 objects found");
    }
}

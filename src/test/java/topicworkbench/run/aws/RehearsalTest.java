package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.export.RunJson;
import topicworkbench.export.RunReport;
import topicworkbench.fit.NtmOptions;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.RehearsedPipeline;
import topicworkbench.run.aws.spending.Prices;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.templates.PipelineExecutions.Asked;
import topicworkbench.templates.PipelineExecutions.End;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunFolder;

/**
 * A whole run on AWS with all that is ours at work: the program launches, watches and fetches; the state machine's definition is
 * executed; Spark, the container's jobs and a training do what it asks for. What comes home is what this computer would have made.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RehearsalTest {
    @RegisterExtension
    static final S3MockExtension S3 = FakeAccount.s3();

    private static final int TOPICS = 8;
    private static final int EPOCHS = 5;
    private static final String EVENT = """
            {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "Object Created", "source": "aws.s3",
             "detail": {"version": "0", "bucket": {"name": "topic-workbench-data"}, "object": {"key": "raw/reviews of March.csv", "size": 5}}}""";

    @TempDir
    private static Path folder;
    private static RehearsedAccount account;
    private static RunTables tables;
    private static RunSpec here;
    private static RunFolder local;
    private static RunFolder home;
    private static End homeEnd;

    @BeforeAll
    static void rehearse() throws IOException, InterruptedException {
        account = new RehearsedAccount(S3, folder.resolve("workspace"));
        account.deploy(folder.resolve("instances"));
        tables = new RunTables(folder);
        here = Settings.apply(RunSpecs.defaults(RunSpecs.NTM, TOPICS).withSource(new ReviewSource(List.of(SampleReviews.PATH,
                more().toString()), Map.of())),
                List.of("preset=sagemaker", "epochs=" + EPOCHS, "optimizer=adam", "map_steps=60", "min_tu=0.1"));
        local = account.workspace.find(account.runHere(here).id());
        home = account.workspace.find(account.runner().start(there("instances=2", "endpoint=serverless"), "home",
                event -> { }).await().id());
        homeEnd = account.last();
    }

    /** A second file, without ids, with a row that cannot be read and one that is there twice. */
    private static Path more() throws IOException {
        return Files.writeString(folder.resolve("more reviews, März.csv"), """
                stars,title,text
                2,"Zipper broke","The zipper of this jacket broke after two weeks and the seller does not answer my messages."
                2,"Zipper broke","The zipper of this jacket broke after two weeks and the seller does not answer my messages."
                1,"Too loud","This coffee machine wakes everybody up, so loud in the morning, and the pump rattles."
                1,"too","many","columns","here","for","this","file"
                """);
    }

    @AfterAll
    static void close() {
        account.close();
    }

    private static RunSpec there(String... settings) {
        RunSpec spec = Settings.apply(here, List.of("where=aws", "max_cost=none", "processing_instances=2"));
        return Settings.apply(spec, List.of(settings));
    }

    @AfterEach
    void allThatWasSaidIsKnownToAwsAndNothingCosts() {
        assertThat(account.pipeline.ended()).allSatisfy(end -> assertThat(end.faults()).isEmpty());
        assertThat(account.aws.faults()).isEmpty();
        assertThat(account.pipeline.billable()).containsExactly("endpoint tw-" + home.id() + " InService");
    }

    @Test
    void whatComesHomeIsWhatThisComputerWouldHaveMade() throws Exception {
        assertThat(home.summary().state()).as(String.valueOf(home.summary().failure())).isEqualTo(RunState.DONE);
        assertThat(homeEnd.notifications()).extracting(Asked::state).containsExactly("Notify done");
        for (String same : List.of("vocabulary.txt", "work/corpus.bin", "too_short.parquet")) {
            assertThat(home.path().resolve(same)).as(same).hasSameBinaryContentAs(local.path().resolve(same));
        }
        tables.assertSame("*", home.files().reviews(), local.files().reviews());
        tables.assertSame("parse_filename(file), line, reason, raw", home.files().rejected(), local.files().rejected());
        assertThat(tables.rows("raw", home.files().rejected())).hasSize(1);
        assertThat(home.summary().counts()).isEqualTo(local.summary().counts());
        Set<String> expected = names(local.path());
        expected.addAll(List.of("cloud.json", "cost.json"));
        assertThat(names(home.path())).isEqualTo(expected);
    }

    @Test
    void itIsToldAsALocalRunIs() {
        assertThat(home.events()).filteredOn(RunEvent.EpochFinished.class::isInstance).hasSize(EPOCHS);
        assertThat(home.events()).filteredOn(RunEvent.Note.class::isInstance).extracting(note -> ((RunEvent.Note) note).text())
                .anySatisfy(text -> assertThat(text).contains("Of 2 models that of host algo-"));
        assertThat(home.finishedStages()).extracting(FinishedStage::stage).containsExactlyElementsOf(home.spec().stages());
        for (Stage counted : List.of(Stage.INGEST, Stage.PREPARE)) {
            assertThat(figures(home, counted)).isEqualTo(figures(local, counted));
        }
    }

    @Test
    void theViewsAndTheCommandShowOpenIt() {
        ExploredRun explored = ExploredRun.open(home, ProgressListener.NONE);
        assertThat(explored.topics()).isEqualTo(TOPICS);
        assertThat(explored.map()).isPresent();
        assertThat(explored.documents()).isEqualTo(explored.corpus().documents()).isEqualTo(ExploredRun.open(local, ProgressListener.NONE)
                .documents());
        assertThat(explored.model().topicTerm().rows()).isEqualTo(TOPICS);
        RunReport report = RunReport.of(home);
        assertThat(report.topics()).hasSize(TOPICS).allSatisfy(topic -> assertThat(topic.wetc()).isNotNaN());
        assertThat(home.provenance().machine()).isEqualTo("AWS eu-west-1, 2 × ml.g4dn.xlarge");
        assertThat(RunJson.write(report)).contains(home.provenance().machine());
    }

    /** By the model that the pipeline put into the account, and by what the service's place is taken by: the artifact's arrays alone. */
    @Test
    void aBatchTransformAnswersAboutReviewsAsTheRunDoes() throws Exception {
        ExploredRun explored = ExploredRun.open(home, ProgressListener.NONE);
        CsrCounts counts = explored.corpus().counts();
        FloatMatrix answered = new AwsTransforms(account.clients, _ -> { }, UnaryOperator.identity(), Duration.ofMillis(2), 1000)
                .classify(home.id(), counts, "ml.m5.xlarge", false, (_, _, _) -> { });
        assertThat(answered.rows()).isEqualTo(explored.documents());
        for (int i = 0; i < answered.values().length; i++) {
            assertThat(answered.values()[i]).isCloseTo(explored.shares().values()[i], within(1e-4f));
        }
        assertThat(account.keys("runs/" + home.id() + "/transform/")).isEmpty();
    }

    @Test
    void topicsBelowTheGateComeHomeNotAccepted() throws Exception {
        RunSummary below = account.again(home, "20261130-120000-beef", there("cloud_training=both", "min_wetc=1", "min_tu=1", "map=false",
                "endpoint=serverless"));
        assertThat(below.state()).as(String.valueOf(below.failure())).isEqualTo(RunState.NOT_ACCEPTED);
        assertThat(account.workspace.find(below.id()).result().topics()).hasSize(TOPICS);
        End end = account.last();
        assertThat(end.status()).isEqualTo("SUCCEEDED");
        assertThat(end.notifications()).extracting(Asked::state).containsExactly("Notify not accepted");
        assertThat(end.of("Train NTM beside LDA")).hasSize(1);
        assertThat(end.of("Train LDA beside NTM")).hasSize(1);
        assertThat(end.of("Create endpoint")).isEmpty();
    }

    @Test
    void theBestOfATuningJobComesHome() throws Exception {
        RunSummary summary = account.again(home, "20261130-130000-beef", there("cloud_training=tune", "tuning_jobs=3",
                "tune_learning_rate=0.0005,0.05", "tune_activation=sigmoid,tanh", "map=false"));
        assertThat(summary.state()).as(String.valueOf(summary.failure())).isEqualTo(RunState.DONE);
        RunFolder tuned = account.workspace.find(summary.id());
        assertThat(((NtmOptions) tuned.spec().model()).learningRate()).isNotEqualTo(((NtmOptions) here.model()).learningRate())
                .isBetween(0.0005, 0.05);
        assertThat(tuned.result().topics()).hasSize(TOPICS);
        assertThat(tuned.events()).filteredOn(RunEvent.EpochFinished.class::isInstance)
                .extracting(event -> ((RunEvent.EpochFinished) event).metrics().epoch()).containsSubsequence(1, EPOCHS, 1, EPOCHS);
        assertThat(tuned.events()).extracting(Object::toString).anySatisfy(text -> assertThat(text).contains("one of 3 trainings"));
        assertThat(account.last().notifications()).extracting(Asked::state).containsExactly("Notify done");
    }

    @Test
    void whatSparkRefusesIsToldInTheWordsOfThisComputer() throws Exception {
        Path poor = Files.writeString(folder.resolve("poor.csv"), "stars,title,text\n" + "1,\"a,b,c,d\n".repeat(20));
        ReviewSource source = new ReviewSource(List.of(poor.toString()), Map.of());
        RunFailure here = account.runHere(RehearsalTest.here.withSource(source)).failure();
        RunSummary summary = account.runner().start(there().withSource(source), "poor", event -> { }).await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure()).isEqualTo(new RunFailure(Stage.INGEST, here.whatHappened().replace(folder + "/", ""), here.remedy()));
        End end = account.last();
        assertThat(end.status()).isEqualTo("FAILED");
        assertThat(end.notifications()).extracting(Asked::state).containsExactly("Notify failure");
    }

    /** The state machine makes a run of S3's event, by the two files that say how; the topics are fetched like any others. */
    @Test
    void aFileStartsARunThatComesHome() throws Exception {
        RunSpec spec = Settings.apply(there(), List.of("num_topics=3", "encoder_layers=8,5", "min_tu=none", "map=false"));
        new AutomaticRuns(new RunBucket(account.clients, RehearsedPipeline.BUCKET), new Prices(account.clients)).set(spec);
        Path file = SmallReviews.write(folder.resolve("reviews of March.csv"));
        account.clients.s3().putObject(request -> request.bucket(RehearsedPipeline.BUCKET).key("raw/" + file.getFileName()), file);
        int before = account.pipeline.ended().size();
        account.execute(home, "an-event", EVENT);
        while (account.pipeline.ended().size() == before) {
            Thread.sleep(50);
        }
        assertThat(account.last().notifications()).extracting(Asked::state).containsExactly("Notify done");
        AwsRuns runs = account.runner().runs();
        CloudRuns.Found found = runs.find().stream().filter(run -> run.id().startsWith("auto-")).findFirst().orElseThrow();
        assertThat(found.id()).isEqualTo("auto-177931247ededc63b103");
        assertThat(found.status()).isEqualTo("SUCCEEDED");
        String id = runs.adopt(found);
        assertThat(account.runner().resume(id, event -> { }).await().state()).isEqualTo(RunState.DONE);
        assertThat(runs.adopt(runs.find().stream().filter(run -> run.id().equals(found.id())).findFirst().orElseThrow())).isEqualTo(id);
        RunFolder fetched = account.workspace.find(id);
        assertThat(fetched.result().topics()).hasSize(3);
        assertThat(fetched.cost().orElseThrow().items()).as("asked for by its id in the account").isNotEmpty();
        assertThat(fetched.spec().source().paths()).hasSize(1).first().asString().endsWith("/raw/reviews of March.csv");
        RunFolder same = account.workspace.find(account.runHere(Settings.apply(spec, List.of("where=this_computer"))
                .withSource(new ReviewSource(List.of(file.toString()), Map.of()))).id());
        assertThat(fetched.files().corpus()).hasSameBinaryContentAs(same.files().corpus());
        tables.assertSame("*", fetched.files().reviews(), same.files().reviews());
    }

    private static Map<String, Long> figures(RunFolder of, Stage stage) {
        return of.finishedStages().stream().filter(done -> done.stage() == stage).findFirst().orElseThrow().figures();
    }

    private static Set<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile).map(file -> of.relativize(file).toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

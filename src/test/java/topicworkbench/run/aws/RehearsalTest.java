package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.adobe.testing.s3mock.junit5.S3MockExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.corpus.DuckDb;
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
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.fake.FakeAws;
import topicworkbench.run.aws.fake.RehearsedPipeline;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.spending.Ceiling;
import topicworkbench.run.aws.spending.Prices;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.templates.PipelineExecutions.Asked;
import topicworkbench.templates.PipelineExecutions.End;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.workspace.FinishedStage;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * A whole run on AWS with all that is ours at work: the program launches, watches and fetches; the state machine's definition is
 * executed; Spark, the container's jobs and a training do what it asks for. What comes home is what this computer would have made.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RehearsalTest {
    @RegisterExtension
    static final S3MockExtension S3 = S3MockExtension.builder().silent().withSecureConnection(false).build();

    private static final int TOPICS = 8;
    private static final int EPOCHS = 5;
    private static final String EVENT = """
            {"version": "0", "id": "17793124-05d4-b198-2fde-7ededc63b103", "detail-type": "Object Created", "source": "aws.s3",
             "detail": {"version": "0", "bucket": {"name": "topic-workbench-data"}, "object": {"key": "raw/reviews of March.csv", "size": 5}}}""";

    @TempDir
    private static Path folder;
    private static FakeAws aws;
    private static AwsClients clients;
    private static RehearsedPipeline account;
    private static Workspace workspace;
    private static RunSpec here;
    private static RunFolder local;
    private static RunFolder home;
    private static End homeEnd;

    @BeforeAll
    static void rehearse() throws IOException, InterruptedException {
        aws = new FakeAws();
        clients = FakeAccount.clients(URI.create(S3.getServiceEndpoint()), aws.address());
        clients.s3().createBucket(request -> request.bucket(RehearsedPipeline.BUCKET));
        account = RehearsedPipeline.in(folder.resolve("instances"), aws, clients.s3());
        workspace = new Workspace(folder.resolve("workspace"));
        here = Settings.apply(RunSpecs.defaults(RunSpecs.NTM, TOPICS).withSource(new ReviewSource(List.of(SampleReviews.PATH,
                more().toString()), Map.of())), List.of("preset=sagemaker", "epochs=" + EPOCHS, "optimizer=adam", "map_steps=60", "min_tu=0.1"));
        local = workspace.find(new LocalPipelineRunner(workspace, 1).start(here, "here", event -> { }).await().id());
        home = workspace.find(runner().start(there("instances=2", "endpoint=serverless"), "home", event -> { }).await().id());
        homeEnd = account.ended().getLast();
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
        if (account != null) {
            account.close();
        }
        clients.close();
        aws.close();
    }

    private static AwsPipelineRunner runner() {
        return new AwsPipelineRunner(workspace, () -> new CloudPlace(null, FakeAccount.REGION, CloudPlace.DEFAULT_NAME), _ -> clients,
                new LocalPipelineRunner(workspace, 1), AwsPipelineRunnerTest.QUICK);
    }

    private static RunSpec there(String... settings) {
        RunSpec spec = Settings.apply(here, List.of("where=aws", "max_cost=none", "processing_instances=2"));
        return Settings.apply(spec, List.of(settings));
    }

    @AfterEach
    void allThatWasSaidIsKnownToAwsAndNothingCosts() {
        assertThat(account.ended()).allSatisfy(end -> assertThat(end.faults()).isEmpty());
        assertThat(aws.faults()).isEmpty();
        assertThat(account.billable()).containsExactly("endpoint tw-" + home.id() + " InService");
    }

    @Test
    void whatComesHomeIsWhatThisComputerWouldHaveMade() throws Exception {
        assertThat(home.summary().state()).as(String.valueOf(home.summary().failure())).isEqualTo(RunState.DONE);
        assertThat(homeEnd.notifications()).extracting(Asked::state).containsExactly("Notify done");
        for (String same : List.of("vocabulary.txt", "work/corpus.bin", "too_short.parquet")) {
            assertThat(home.path().resolve(same)).as(same).hasSameBinaryContentAs(local.path().resolve(same));
        }
        assertSameRows("*", home.files().reviews(), local.files().reviews());
        assertSameRows("parse_filename(file), line, reason, raw", home.files().rejected(), local.files().rejected());
        assertThat(rows("raw", home.files().rejected())).hasSize(1);
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
        FloatMatrix answered = new AwsTransforms(clients, _ -> { }, Duration.ofMillis(2), 1000).classify(home.id(), counts, "ml.m5.xlarge", false,
                (_, _, _) -> { });
        assertThat(answered.rows()).isEqualTo(explored.documents());
        for (int i = 0; i < answered.values().length; i++) {
            assertThat(answered.values()[i]).isCloseTo(explored.shares().values()[i], within(1e-4f));
        }
        assertThat(clients.s3().listObjectsV2(request -> request.bucket(RehearsedPipeline.BUCKET).prefix("runs/" + home.id() + "/transform/"))
                .contents()).isEmpty();
    }

    @Test
    void topicsBelowTheGateComeHomeNotAccepted() throws Exception {
        RunSummary below = again("20261130-120000-beef", there("cloud_training=both", "min_wetc=1", "min_tu=1", "map=false",
                "endpoint=serverless"));
        assertThat(below.state()).as(String.valueOf(below.failure())).isEqualTo(RunState.NOT_ACCEPTED);
        assertThat(workspace.find(below.id()).result().topics()).hasSize(TOPICS);
        End end = account.ended().getLast();
        assertThat(end.status()).isEqualTo("SUCCEEDED");
        assertThat(end.notifications()).extracting(Asked::state).containsExactly("Notify not accepted");
        assertThat(end.of("Train NTM beside LDA")).hasSize(1);
        assertThat(end.of("Train LDA beside NTM")).hasSize(1);
        assertThat(end.of("Create endpoint")).isEmpty();
    }

    @Test
    void theBestOfATuningJobComesHome() throws Exception {
        RunSummary summary = again("20261130-130000-beef", there("cloud_training=tune", "tuning_jobs=3", "tune_learning_rate=0.0005,0.05",
                "tune_activation=sigmoid,tanh", "map=false"));
        assertThat(summary.state()).as(String.valueOf(summary.failure())).isEqualTo(RunState.DONE);
        RunFolder tuned = workspace.find(summary.id());
        assertThat(((NtmOptions) tuned.spec().model()).learningRate()).isNotEqualTo(((NtmOptions) here.model()).learningRate())
                .isBetween(0.0005, 0.05);
        assertThat(tuned.result().topics()).hasSize(TOPICS);
        assertThat(tuned.events()).filteredOn(RunEvent.EpochFinished.class::isInstance)
                .extracting(event -> ((RunEvent.EpochFinished) event).metrics().epoch()).containsSubsequence(1, EPOCHS, 1, EPOCHS);
        assertThat(tuned.events()).extracting(Object::toString).anySatisfy(text -> assertThat(text).contains("one of 3 trainings"));
        assertThat(account.ended().getLast().notifications()).extracting(Asked::state).containsExactly("Notify done");
    }

    /** Trains anew on the counts of the first run, as a run that was launched elsewhere and is found in the account. */
    private static RunSummary again(String id, RunSpec spec) throws InterruptedException {
        String from = "runs/" + home.id() + "/";
        clients.s3().listObjectsV2Paginator(request -> request.bucket(RehearsedPipeline.BUCKET).prefix(from)).contents().stream()
                .map(S3Object::key).filter(key -> !key.startsWith(from + "models/") && !key.startsWith(from + "evaluated/")).forEach(key ->
                        clients.s3().copyObject(request -> request.sourceBucket(RehearsedPipeline.BUCKET).sourceKey(key)
                                .destinationBucket(RehearsedPipeline.BUCKET).destinationKey("runs/" + id + "/" + key.substring(from.length()))));
        clients.s3().putObject(request -> request.bucket(RehearsedPipeline.BUCKET).key("runs/" + id + "/spec.json"),
                RequestBody.fromString(RunSpecJson.write(spec)));
        LaunchInput input = new LaunchInput(id, id, RehearsedPipeline.BUCKET, "runs/" + id, spec, Ceiling.of(spec, new Prices(clients)));
        clients.stepFunctions().startExecution(request -> request.stateMachineArn(home.cloud().orElseThrow().pipeline()).name(id)
                .input(input.json(Stage.TRAIN).toString()));
        AwsRuns runs = runner().runs();
        runs.adopt(runs.find().stream().filter(run -> run.id().equals(id)).findFirst().orElseThrow());
        return runner().resume(id, event -> { }).await();
    }

    @Test
    void whatSparkRefusesIsToldInTheWordsOfThisComputer() throws Exception {
        Path poor = Files.writeString(folder.resolve("poor.csv"), "stars,title,text\n" + "1,\"a,b,c,d\n".repeat(20));
        ReviewSource source = new ReviewSource(List.of(poor.toString()), Map.of());
        RunFailure here = new LocalPipelineRunner(workspace, 1).start(RehearsalTest.here.withSource(source), null, event -> { }).await().failure();
        RunSummary summary = runner().start(there().withSource(source), "poor", event -> { }).await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure()).isEqualTo(new RunFailure(Stage.INGEST, here.whatHappened().replace(folder + "/", ""), here.remedy()));
        End end = account.ended().getLast();
        assertThat(end.status()).isEqualTo("FAILED");
        assertThat(end.notifications()).extracting(Asked::state).containsExactly("Notify failure");
    }

    /** The state machine makes a run of S3's event, by the two files that say how; the topics are fetched like any others. */
    @Test
    void aFileStartsARunThatComesHome() throws Exception {
        RunSpec spec = Settings.apply(there(), List.of("num_topics=3", "encoder_layers=8,5", "min_tu=none", "map=false"));
        new AutomaticRuns(new RunBucket(clients, RehearsedPipeline.BUCKET), new Prices(clients)).set(spec);
        Path file = SmallReviews.write(folder.resolve("reviews of March.csv"));
        clients.s3().putObject(request -> request.bucket(RehearsedPipeline.BUCKET).key("raw/" + file.getFileName()), file);
        int before = account.ended().size();
        clients.stepFunctions().startExecution(request -> request.stateMachineArn(home.cloud().orElseThrow().pipeline()).name("an-event")
                .input(EVENT));
        while (account.ended().size() == before) {
            Thread.sleep(50);
        }
        assertThat(account.ended().getLast().notifications()).extracting(Asked::state).containsExactly("Notify done");
        AwsRuns runs = runner().runs();
        AwsRuns.Found found = runs.find().stream().filter(run -> run.id().startsWith("auto-")).findFirst().orElseThrow();
        assertThat(found.id()).isEqualTo("auto-177931247ededc63b103");
        assertThat(found.status()).isEqualTo("SUCCEEDED");
        String id = runs.adopt(found);
        assertThat(runner().resume(id, event -> { }).await().state()).isEqualTo(RunState.DONE);
        assertThat(runs.adopt(runs.find().stream().filter(run -> run.id().equals(found.id())).findFirst().orElseThrow())).isEqualTo(id);
        RunFolder fetched = workspace.find(id);
        assertThat(fetched.result().topics()).hasSize(3);
        assertThat(fetched.spec().source().paths()).hasSize(1).first().asString().endsWith("/raw/reviews of March.csv");
        RunFolder same = workspace.find(new LocalPipelineRunner(workspace, 1).start(Settings.apply(spec, List.of("where=this_computer"))
                .withSource(new ReviewSource(List.of(file.toString()), Map.of())), null, event -> { }).await().id());
        assertThat(fetched.files().corpus()).hasSameBinaryContentAs(same.files().corpus());
        assertSameRows("*", fetched.files().reviews(), same.files().reviews());
    }

    private static Map<String, Long> figures(RunFolder of, Stage stage) {
        return of.finishedStages().stream().filter(done -> done.stage() == stage).findFirst().orElseThrow().figures();
    }

    private static Set<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile).map(file -> of.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void assertSameRows(String columns, Path found, Path expected) throws SQLException {
        List<String> mine = rows(columns, found);
        List<String> theirs = rows(columns, expected);
        assertThat(mine).hasSameSizeAs(theirs);
        for (int row = 0; row < mine.size(); row++) {
            assertThat(mine.get(row)).isEqualTo(theirs.get(row));
        }
    }

    private static List<String> rows(String columns, Path table) throws SQLException {
        try (DuckDb duckDb = DuckDb.open(folder); Statement statement = duckDb.connection().createStatement();
                ResultSet result = statement.executeQuery("SELECT " + columns + " FROM read_parquet(" + DuckDb.readable(table) + ")")) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    values.add(result.getMetaData().getColumnName(column) + "=" + result.getString(column));
                }
                rows.add(values.toString());
            }
            return rows;
        }
    }
}

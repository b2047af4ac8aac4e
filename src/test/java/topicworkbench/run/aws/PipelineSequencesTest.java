package topicworkbench.run.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.workspace.TopicTable;

/** What each service may answer while a run is launched, watched and stopped, and what each job may come to: told, and nothing is lost. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PipelineSequencesTest extends RunsOnPlayedAws {
    /** What the runner asks of each service while it watches. */
    private static final Map<String, List<String>> WATCHING = Map.of(
            "states", List.of("StartExecution", "DescribeExecution", "GetExecutionHistory"),
            "sagemaker", List.of("ListTrainingJobs", "DescribeTrainingJob", "ListProcessingJobs", "DescribeProcessingJob",
                    "ListHyperParameterTuningJobs"),
            "glue", List.of("GetJobRuns"), "monitoring", List.of("GetMetricData"),
            "logs", List.of("DescribeLogStreams", "GetLogEvents"));

    private final List<RunEvent> heard = new CopyOnWriteArrayList<>();

    @AfterEach
    void nothingCosts() {
        assertThat(account.billable()).as("not even an endpoint").isEmpty();
    }

    private static RunSpec spec() {
        return Settings.apply(golden.spec(), List.of("map=false"));
    }

    private List<String> notes() {
        return heard.stream().filter(RunEvent.Note.class::isInstance).map(event -> ((RunEvent.Note) event).text()).toList();
    }

    private void assertWhole(RunSummary summary) {
        assertThat(summary.state()).as(String.valueOf(summary.failure())).isEqualTo(RunState.DONE);
        assertThat(TopicTable.read(workspace.find(summary.id()).files().quality()))
                .isEqualTo(TopicTable.read(golden.local().files().quality()));
    }

    private static Stream<Arguments> servicesAndTroubles() {
        return WATCHING.keySet().stream().sorted().flatMap(service -> Stream.of(Trouble.values())
                .filter(trouble -> !(service.equals("states") && trouble == Trouble.DENIED))
                .map(trouble -> Arguments.of(service, trouble)));
    }

    /** Each call of the service once; what passes is waited out, and what is refused but not needed is left out of the view. */
    @ParameterizedTest
    @MethodSource("servicesAndTroubles")
    void noAnswerToAQuestionEndsARun(String service, Trouble trouble) throws InterruptedException {
        for (String operation : WATCHING.get(service)) {
            aws.trouble(service + ":" + operation, trouble);
        }
        assertWhole(runner.start(spec(), null, heard::add).await());
        assertThat(account.started()).isEqualTo(1);
        if (trouble == Trouble.DENIED) {
            assertThat(notes()).anySatisfy(text ->
                    assertThat(text).contains("does not allow").contains("The run goes on in AWS, without the"));
        }
    }

    /** Without these nothing is known of the run: it is stopped, and goes on when it may be asked. */
    @ParameterizedTest
    @CsvSource({"DescribeExecution, look at the run", "GetExecutionHistory, read the history of the run"})
    void aRunThatMayNotBeWatchedIsStopped(String operation, String purpose) throws InterruptedException {
        aws.trouble("states:" + operation, Trouble.DENIED);
        RunSummary summary = runner.start(spec(), null, heard::add).await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure().whatHappened()).contains("does not allow").contains(purpose);
        assertThat(account.billable()).isEmpty();
        assertWhole(runner.resume(summary.id(), heard::add).await());
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void noAnswerKeepsARunFromBeingStopped(Trouble trouble) throws InterruptedException {
        RunHandle[] run = new RunHandle[1];
        synchronized (run) {
            run[0] = runner.start(spec(), null, event -> {
                if (event instanceof RunEvent.EpochFinished) {
                    List.of("states:StopExecution", "sagemaker:StopTrainingJob", "sagemaker:ListTrainingJobs",
                            "sagemaker:ListProcessingJobs",
                            "glue:GetJobRuns", "sagemaker:DescribeEndpoint").forEach(operation -> aws.trouble(operation, trouble));
                    synchronized (run) {
                        run[0].cancel();
                    }
                }
            });
        }
        RunSummary summary = run[0].await();
        assertThat(summary.state()).isEqualTo(RunState.CANCELLED);
        assertThat(account.billable()).isEmpty();
        assertWhole(runner.resume(summary.id(), heard::add).await());
    }

    /** Told in what AWS said, with what to do about it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            glue       | failed    | INGEST    | AlgorithmError: exit code 1.      | resumed from the stage ingest
            glue       | explained | INGEST    | No review is left of 9.           | Widen the filters.
            glue       | stopped   | INGEST    | was stopped in AWS.               | ask who stopped its job
            glue       | too long  | INGEST    | its job ended as TIMEOUT.         | It took longer than max_hours
            glue       | quota     | INGEST    | service limit                     | Other runs do the same now
            processing | failed    | VECTORISE | AlgorithmError: exit code 1.      | resumed from the stage vectorise
            processing | stopped   | VECTORISE | was stopped in AWS.               | ask who stopped its job
            processing | capacity  | VECTORISE | CapacityError: Unable to provision| resume the run later
            processing | quota     | VECTORISE | service limit                     | Ask for a higher quota
            training   | failed    | TRAIN     | AlgorithmError: exit code 1.      | resumed from the stage train
            training   | stopped   | TRAIN     | was stopped in AWS.               | ask who stopped its job
            training   | too long  | TRAIN     | its job ended as MaxRuntimeExceeded.| It took longer than max_hours
            training   | spot      | TRAIN     | Training job was interrupted      | spot set to false
            training   | capacity  | TRAIN     | CapacityError: Unable to provision| resume the run later
            training   | quota     | TRAIN     | service limit                     | Ask for a higher quota
            training   | denied    | TRAIN     | is not authorized to perform      | deploy again
            training   | timeout   | TRAIN     | States.Timeout                    | It took longer than max_hours
            training   | aborted   | TRAIN     | The run was stopped in AWS.       | ask who stopped it
            """)
    void whatAJobComesToIsTold(String kind, String fate, Stage stage, String what, String remedy) throws InterruptedException {
        account.next(kind, fate);
        RunSummary summary = runner.start(spec(), null, heard::add).await();
        assertThat(summary.state()).isEqualTo(RunState.FAILED);
        assertThat(summary.failure().stage()).isEqualTo(stage);
        assertThat(summary.failure().whatHappened()).contains(what).endsWith(".");
        assertThat(summary.failure().remedy()).contains(remedy).endsWith(".");
    }

    @Test
    void aTrainingOnSpotThatIsInterruptedGoesOnAndSaysSo() throws InterruptedException {
        account.next("training", "interrupted");
        RunSummary summary = runner.start(spec(), null, heard::add).await();
        assertWhole(summary);
        String job = "tw-" + summary.id() + "-ntm-0: InProgress, ";
        assertThat(notes()).containsSubsequence(job + "Interrupted", job + "Restarting", job + "Training", job + "Uploading");
    }

    @Test
    void sparkIsWatchedAsWell() throws IOException, InterruptedException {
        RunSummary summary = runner.start(spec(), null, heard::add).await();
        assertThat(notes()).containsSubsequence("topic-workbench-ingest: RUNNING", "topic-workbench-ingest: SUCCEEDED",
                "topic-workbench-prepare: RUNNING");
        assertThat(Files.readString(workspace.find(summary.id()).files().log()))
                .contains("the driver of tw-" + summary.id() + "-ingest reads")
                .contains("the driver of tw-" + summary.id() + "-prepare reads").doesNotContain("[Stage 1:");
    }
}

package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cli.Commands.Answer;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.aws.EmptyAccount;
import topicworkbench.run.aws.fake.Json;
import topicworkbench.run.aws.fake.Trouble;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.CloudCost;
import topicworkbench.workspace.CloudExecution;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.Workspace;

/** The commands about AWS from end to end, exit codes included, in an account that is played. */
class CloudCommandsTest {
    private static final String RUN = "20260412-101500-a1b2";

    @TempDir
    private Path folder;

    private final EmptyAccount account = new EmptyAccount();
    private Commands commands;

    @BeforeEach
    void program() {
        commands = new Commands(folder.resolve("runs"), path -> {
            Workspace runs = new Workspace(path);
            PipelineRunner here = new LocalPipelineRunner(runs, 1);
            return new Services(runs, here, account.cloud(runs, here));
        });
    }

    @AfterEach
    void everythingSaidIsKnownToAws() {
        account.close();
        assertThat(account.aws.faults()).isEmpty();
    }

    @Test
    void deploysShowsAndDeletes() {
        assertThat(commands.run("cloud", "status")).satisfies(answer -> assertThat(answer.code()).isZero())
                .extracting(Answer::out).asString().contains("123456789012", "user/ann", "Not deployed", "Nothing runs");
        Answer plan = commands.run("cloud", "plan");
        assertThat(plan.code()).isZero();
        assertThat(plan.out()).contains("+  ", "DataBucket", "AWS::StepFunctions::StateMachine", "Build the image");
        assertThat(account.formation.stacks()).isEmpty();

        Answer unasked = commands.run("cloud", "deploy");
        assertThat(unasked.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unasked.err()).contains("--yes");
        assertThat(account.formation.stacks()).isEmpty();

        Answer deployed = commands.run("cloud", "deploy", "--yes", "--email", "ann@example.org", "--start-on-upload", "yes");
        assertThat(deployed.code()).isZero();
        assertThat(deployed.err()).contains("CREATE_COMPLETE  Pipeline", "| pushed", "Uploading image.zip: done");
        assertThat(deployed.out()).contains("Deployed: release");
        assertThat(account.formation.parameters("topic-workbench-workflow")).containsEntry("StartAutomatically", "yes");
        assertThat(account.aws.buckets().keys("topic-workbench-platform-databucket")).containsExactly("automatic/embeddings/none.json",
                "automatic/run.json", "automatic/spec.json");
        assertThat(commands.run("cloud", "deploy").out()).contains("Nothing to do");
        assertThat(commands.run("cloud", "status").out()).contains("CREATE_COMPLETE", "Image    123456789012.dkr.ecr");

        Answer unsure = commands.run("cloud", "delete");
        assertThat(unsure.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(unsure.out()).contains("Kept would be:", "topic-workbench-platform-databucket (3 versions of files");
        assertThat(commands.run("cloud", "delete", "--with-data", "--yes", "topic-workbench").code()).isZero();
        assertThat(account.formation.stacks()).isEmpty();
        assertThat(account.aws.buckets().names()).isEmpty();
        assertThat(commands.run("cloud", "delete").out()).contains("Nothing named topic-workbench");
        assertThat(account.builds.started()).isEqualTo(1);
    }

    @Test
    void anotherNameIsAnotherInstallation() {
        assertThat(commands.run("cloud", "deploy", "--yes", "--name", "tw-test").code()).isZero();
        assertThat(account.formation.stacks()).containsExactly("tw-test-platform", "tw-test-workflow");
        assertThat(commands.run("cloud", "status").out()).contains("Not deployed");
        assertThat(commands.run("cloud", "status", "--name", "x"))
                .satisfies(answer -> assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USAGE));
        assertThat(commands.run("cloud", "status", "--region", "mars").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("cloud").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(commands.run("cloud", "deply").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void aRolledBackDeploymentFailsWithItsReason() {
        account.formation.fail("ToolsBucket", "You have attempted to create more buckets than allowed: limit 100");
        Answer answer = commands.run("cloud", "deploy", "--yes");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).contains("could not create ToolsBucket", "more buckets than allowed", "raise that limit");
    }

    @Test
    void anExpiredLoginNamesTheCommand() {
        account.aws.trouble("sts:GetCallerIdentity", Trouble.EXPIRED);
        Answer answer = commands.run("cloud", "status");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.err()).contains("Run: aws");
    }

    @Test
    void plansARunAndAsksForQuota() {
        account.market.price("Training", "ml.g4dn.xlarge", .8);
        account.market.price("Processing", "ml.m5.xlarge", .25);
        account.market.quota("ml.m5.xlarge for processing job usage", 4);
        account.market.quota("ml.g4dn.xlarge for training job usage", 0);
        write(folder.resolve("a.csv"), "text\n" + "It never charged.\n".repeat(2000));
        String reviews = folder.resolve("a.csv").toString();
        Answer answer = commands.run("cloud", "plan", "--reviews", reviews, "--set", "max_cost=5");
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.out()).contains("train ntm: 1 × ml.g4dn.xlarge", "Expected   $", "the ceiling is $5.00",
                "ml.g4dn.xlarge for training job usage: needs 1, allowed 0  NOT ENOUGH", "Step Functions StartExecution", "CodeBuild");
        assertThat(answer.err()).contains("--request-quota");
        assertThat(commands.run("cloud", "plan", "--reviews", reviews, "--request-quota").out()).contains("PENDING");
        account.market.quota("ml.g4dn.xlarge for training job usage", 1);
        assertThat(commands.run("cloud", "plan", "--reviews", reviews).code()).isZero();
        assertThat(commands.run("cloud", "plan", "--reviews", reviews, "--set", "max_cost=0").code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(account.aws.calls()).noneMatch(call -> call.contains("Create") || call.contains("Start"));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void showsWhatARunHasCostAndWhatRuns() {
        account.market.price("Training", "ml.g4dn.xlarge", .8);
        account.jobs.trained("tw-" + RUN + "-ntm-0", "ml.g4dn.xlarge", 1, 900, "Completed");
        Answer ledger = commands.run("cloud", "status", RUN);
        assertThat(ledger.code()).isZero();
        assertThat(ledger.out()).contains("tw-" + RUN + "-ntm-0", "15.0  0.200", "Total $0.20", "Nothing of it is left");
        assertThat(commands.run("cloud", "status", "no such run").code()).isEqualTo(ExitCode.FAILED);
        account.jobs.executes(RUN);
        assertThat(commands.run("cloud", "status").out()).contains("execution", RUN, "Together $0.000 an hour");
    }

    @Test
    void putsAModelBehindAnEndpointAndTakesItAway() {
        account.market.price("Hosting", "ml.m5.large", .115);
        assertThat(commands.run("cloud", "endpoint", "list").out()).contains("no endpoints");
        assertThat(commands.run("cloud", "endpoint", "create", RUN).err()).contains("no model");
        account.endpoints.model("tw-" + RUN + "-0");
        Answer made = commands.run("cloud", "endpoint", "create", RUN, "--instance-type", "ml.m5.large");
        assertThat(made.code()).isZero();
        assertThat(made.out()).contains("tw-" + RUN, "InService", "1 × ml.m5.large", "0.115");
        assertThat(made.err()).contains("Creating", "cloud endpoint delete tw-" + RUN);
        assertThat(commands.run("cloud", "endpoint", "list").out()).contains("tw-" + RUN);
        assertThat(commands.run("cloud", "endpoint", "delete", "tw-" + RUN).out()).contains("is gone");
        assertThat(commands.run("cloud", "endpoint", "delete", "tw-" + RUN).code()).isEqualTo(ExitCode.FAILED);
        assertThat(commands.run("cloud", "endpoint").code()).isEqualTo(ExitCode.WRONG_USAGE);
    }

    /** It has another id here, under which nothing of it is in the account. */
    @Test
    void aRunThatAFileStartedIsServedAndAskedAsAnyOther() throws Exception {
        String file = "auto-177931247ededc63b103";
        Workspace runs = new Workspace(Files.createDirectories(folder.resolve("runs")));
        String id = SmallRun.in(runs, "small").id();
        try (RunWriter writer = runs.open(runs.find(id))) {
            writer.cloud(new CloudExecution("123456789012", "eu-west-1", null, "topic-workbench", "topic-workbench-data", "runs/" + file,
                    "arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench", 1, CloudExecution.Phase.ENDED));
        }
        account.endpoints.model("tw-" + file + "-0");
        assertThat(commands.run("cloud", "endpoint", "create", "small").out()).contains("tw-" + file, "InService");
        account.aws.onInvoke(exchange -> {
            assertThat(exchange.getRequestURI().getPath()).contains("tw-" + file);
            return Json.of("predictions", Json.list(Json.of("topic_weights", Json.list(Collections.nCopies(SmallRun.TOPICS,
                    1.0 / SmallRun.TOPICS))))).toString().getBytes(StandardCharsets.UTF_8);
        });
        assertThat(commands.run("cloud", "endpoint", "classify", "small", "the courier was late").code()).isZero();
        account.market.price("Training", "ml.g4dn.xlarge", .8);
        account.jobs.trained("tw-" + file + "-ntm-0", "ml.g4dn.xlarge", 1, 900, "Completed");
        assertThat(commands.run("cloud", "status", "small").out()).contains("tw-" + file + "-ntm-0", "0.200");
        assertThat(commands.run("cloud", "endpoint", "delete", "tw-" + file).code()).isZero();
        assertThat(runs.find(id).cost().orElseThrow().items()).extracting(CloudCost.Item::kind).contains("endpoint");
    }

    @Test
    void anInstanceOfItsOwnHasNoMemoryToChoose() {
        Answer answer = commands.run("cloud", "endpoint", "create", RUN, "--instance-type", "ml.m5.large", "--memory-mb", "4096");
        assertThat(answer.code()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(answer.err()).contains("--memory-mb is not for an endpoint with an instance of its own.", "Leave out --memory-mb.");
        assertThat(account.aws.calls()).isEmpty();
    }

    @Test
    void asksAnEndpointInTheRunsOwnTerms() throws Exception {
        SmallRun.in(new Workspace(Files.createDirectories(folder.resolve("runs"))), "small");
        account.aws.onInvoke(exchange -> {
            String asked = new String((byte[]) exchange.getAttribute("body"), StandardCharsets.UTF_8);
            assertThat(asked).contains("\"keys\":[").doesNotContain("battery");
            List<Double> weights = new ArrayList<>(Collections.nCopies(SmallRun.TOPICS, .25 / (SmallRun.TOPICS - 1)));
            weights.set(1, .75);
            return Json.of("predictions", Json.list(Json.of("topic_weights", Json.list(weights)))).toString()
                    .getBytes(StandardCharsets.UTF_8);
        });
        Answer answer = commands.run("cloud", "endpoint", "classify", "small", "the courier was late, the battery is empty");
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("75.0%", "4 known terms, by tw-");
        assertThat(account.aws.calls()).contains("runtime:InvokeEndpoint");
    }
}

package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.FakeCloud;
import topicworkbench.cloud.FakePlatform;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.CloudOptions;
import topicworkbench.ui.cloud.CloudViewModel.Standing;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.ui.support.WindowPreferences;

/** What is asked of AWS, when, and where the answers stay. */
class CloudViewModelTest {
    private static final Instant NOW = Instant.parse("2026-04-12T12:00:00Z");

    @TempDir
    private Path folder;
    private final Messages messages = new Messages();
    private final FakeCloud cloud = FakeCloud.signedIn();
    private WindowPreferences preferences;
    private CloudViewModel model;

    @BeforeEach
    void open() {
        preferences = WindowPreferences.open(folder.resolve("window.json"));
        model = new CloudViewModel(cloud, preferences, new SameThreadTasks(), messages, InstantSource.fixed(NOW));
    }

    @Test
    void nothingIsAskedOfAwsBeforeTheUserWantsIt() {
        model.setShown(true);
        assertThat(cloud.asked).isEmpty();
        assertThat(model.standingProperty().get()).isInstanceOf(Standing.SignedOut.class);
        assertThat(model.choicesProperty().get().profiles()).containsExactly("default", "work");
        model.refresh();
        assertThat(model.account().id()).isEqualTo("123456789012");
        assertThat(model.lookedAtProperty().get()).isEqualTo(NOW);
        assertThat(cloud.asked).contains("status", "running", "endpoints", "quotas").doesNotContain("runs");
        CloudViewModel tomorrow = new CloudViewModel(cloud, preferences, new SameThreadTasks(), messages, InstantSource.fixed(NOW));
        tomorrow.setShown(true);
        assertThat(tomorrow.account()).as("whoever has signed in once").isNotNull();
    }

    @Test
    void runsAreLookedForOnceSomethingIsDeployed() {
        cloud.platform.deployed(FakePlatform.RELEASE);
        cloud.runs.add(new CloudRuns.Found("20260412-101500-a1b2", 1, "SUCCEEDED", NOW, null));
        model.refresh();
        assertThat(model.runs().value()).hasSize(1);
        cloud.runs.add(new CloudRuns.Found("20260412-111500-b2c3", 1, "RUNNING", NOW, null));
        model.refresh();
        assertThat(model.runs().value()).as("although the stacks are as before").hasSize(2);
        cloud.platform.state("NONE");
        cloud.platform.deployed(null);
        model.refresh();
        assertThat(model.runs().value()).isNull();
    }

    @Test
    void aPlaceIsKeptAndLookedAtFromThenOn() {
        model.refresh();
        assertThat(model.choose("work", "eu-west-1", "tw-test")).isTrue();
        assertThat(cloud.asked.stream().filter(question -> question.startsWith("signIn"))).last()
                .isEqualTo("signIn work eu-west-1 tw-test");
        assertThat(model.links().orElseThrow().stacks()).contains("eu-west-1").contains("tw-test");
        assertThat(WindowPreferences.open(folder.resolve("window.json")).settings().place())
                .isEqualTo(new CloudPlace("work", "eu-west-1", "tw-test"));
        assertThat(model.choose("work", "eu-west-1", "tw-test")).as("the same again").isFalse();
        assertThat(model.choose("work", "mars", "")).isFalse();
        assertThat(model.choose("work", "", "X")).isFalse();
        assertThat(model.place().name()).isEqualTo("tw-test");
    }

    @Test
    void anExpiredLoginForgetsWhatWasSeenAndNamesTheCommand() {
        model.refresh();
        cloud.refusals.put("signIn", new ExplainedException("The AWS login of the profile work has expired or is not valid.",
                "Run: aws sso login --profile work"));
        model.refresh();
        assertThat(model.standingProperty().get()).isInstanceOfSatisfying(Standing.Refused.class,
                refused -> assertThat(refused.command()).isEqualTo("aws sso login --profile work"));
        assertThat(model.running().value()).isNull();
        assertThat(model.links()).isEmpty();
        cloud.refusals.clear();
        model.refresh();
        assertThat(model.running().value()).isNotNull();
    }

    @Test
    void aRefusalStaysWithWhatWasRefused() {
        cloud.refusals.put("running", new ExplainedException("AWS does not allow the profile work to list endpoints.",
                "Ask the administrator."));
        model.refresh();
        assertThat(model.running().foundProperty().get()).isInstanceOfSatisfying(Looking.Found.Failed.class,
                failed -> assertThat(failed.why().text()).contains("does not allow"));
        assertThat(model.platform().value()).isNotNull();
        assertThat(model.endpoints().value()).isNotNull();
    }

    @Test
    void quotasAreThoseOfTheInstancesThatTheFormBeginsWith() {
        CloudOptions usual = CloudViewModel.usual().cloud();
        assertThat(usual.onAws()).isTrue();
        assertThat(usual.machines()).isEqualTo(CloudOptions.DEFAULTS.machines());
        assertThat(usual.endpoint().kind()).isEqualTo(CloudOptions.Endpoint.Kind.REAL_TIME);
        model.refresh();
        model.requestIncrease(model.quotas().value().get(1));
        assertThat(messages.lastProperty().get().text()).contains("PENDING");
    }
}

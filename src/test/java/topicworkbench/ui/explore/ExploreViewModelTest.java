package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunSummary;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.ui.explore.ExploreViewModel.Content;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.workspace.Workspace;

class ExploreViewModelTest {
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static RunSummary run;

    private final Messages messages = new Messages();
    private ExploreViewModel model;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        run = SmallRun.in(workspace, "small");
    }

    @BeforeEach
    void open() {
        model = new ExploreViewModel(workspace, new SameThreadTasks(), messages);
    }

    @Test
    void theNewestRunIsOpenedByItself() {
        model.refresh();
        assertThat(model.runs()).extracting(RunSummary::id).containsExactly(run.id());
        assertThat(model.contentProperty().get()).isInstanceOfSatisfying(Content.Shown.class,
                shown -> assertThat(shown.run().name()).isEqualTo("small"));
        assertThat(model.topics()).hasSize(SmallRun.TOPICS);
        assertThat(model.selectedProperty().get().id()).isZero();
    }

    @Test
    void aLabelIsKeptOnTheDiskAndTheTopicStaysSelected() {
        model.open(run.id());
        model.select(1);
        model.label(model.selectedProperty().get(), "  Batteries ");
        assertThat(model.selectedProperty().get().label()).isEqualTo("Batteries");
        assertThat(workspace.find(run.id()).result().topics().get(1).label()).isEqualTo("Batteries");
        model.label(model.topics().get(1), " ");
        assertThat(model.topics().get(1).label()).isNull();
        assertThat(workspace.find(run.id()).result().topics().get(1).label()).isNull();
    }

    @Test
    void aLabelThatCannotBeKeptIsTakenBackAndSaidSo() throws IOException {
        Path lost = Files.createTempDirectory(folder, "lost");
        ExploreViewModel other = new ExploreViewModel(workspace, new SameThreadTasks(), messages);
        other.open(run.id());
        Topic topic = other.topics().getFirst();
        Path place = folder.resolve("runs");
        Files.move(place, lost.resolve("runs"));
        try {
            other.label(topic, "Nowhere");
        } finally {
            Files.move(lost.resolve("runs"), place);
        }
        assertThat(other.topics().getFirst().label()).isNull();
        assertThat(messages.lastProperty().get().isFailure()).isTrue();
    }

    @Test
    void aRunThatIsNotThereSaysSo() {
        model.open("20200101-000000-none");
        assertThat(model.contentProperty().get()).isInstanceOfSatisfying(Content.Failed.class,
                failed -> assertThat(failed.why().text()).contains("There is no run"));
    }
}

package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;
import topicworkbench.workspace.Workspace;

class ExplorationTest {
    private static final Filter ONE_STAR = new Filter.Stars(1, 1);
    private static final Filter FIRST = Filter.Topics.of(0);
    @TempDir
    private static Path folder;
    private static Workspace workspace;
    private static String id;

    private Exploration exploration;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        workspace = new Workspace(folder);
        id = SmallRun.in(workspace, "small").id();
    }

    @BeforeEach
    void open() {
        ExploreViewModel model = new ExploreViewModel(workspace, new SameThreadTasks(), new Messages());
        model.open(id);
        exploration = model.exploration();
    }

    @Test
    void filtersNarrowAndGoBackAndForward() {
        int all = exploration.runProperty().get().documents();
        assertThat(matching()).isEqualTo(all);
        exploration.apply(ONE_STAR);
        int oneStar = matching();
        exploration.apply(FIRST);
        int both = matching();
        assertThat(both).isPositive().isLessThan(oneStar);
        assertThat(oneStar).isLessThan(all);
        exploration.back();
        assertThat(matching()).isEqualTo(oneStar);
        assertThat(exploration.canGoForwardProperty().get()).isTrue();
        exploration.back();
        assertThat(matching()).isEqualTo(all);
        assertThat(exploration.canGoBackProperty().get()).isFalse();
        exploration.forward();
        exploration.forward();
        assertThat(matching()).isEqualTo(both);
        exploration.back();
        exploration.apply(Filter.Topics.of(1));
        assertThat(exploration.canGoForwardProperty().get()).as("a new way forgets the old one").isFalse();
    }

    @Test
    void aFilterTakesThePlaceOfTheOneOnItsDimension() {
        exploration.apply(FIRST);
        exploration.apply(Filter.Topics.of(1));
        assertThat(exploration.filtersProperty().get().list()).containsExactly(Filter.Topics.of(1));
        exploration.remove(Dimension.TOPIC);
        assertThat(exploration.filtersProperty().get()).isEqualTo(Filters.NONE);
    }

    @Test
    void theSameFilterAgainIsNoStep() {
        exploration.apply(FIRST);
        exploration.apply(Filter.Topics.of(0));
        exploration.back();
        assertThat(exploration.canGoBackProperty().get()).isFalse();
    }

    private int matching() {
        return exploration.matchingProperty().get().all().count();
    }
}

package topicworkbench.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.exploration.CategoryColumn;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.explore.Coloring.Shade;
import topicworkbench.ui.explore.Colorings.TopicName;
import topicworkbench.workspace.Workspace;

class ColoringsTest {
    @TempDir
    private static Path folder;
    private static ExploredRun run;
    private static TopicAssignment assignment;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        run = ExploredRun.open(workspace.find(SmallRun.in(workspace, "small").id()), ProgressListener.NONE);
        try (Threads threads = new Threads(1)) {
            assignment = TopicAssignment.strongest(run.shares(), threads);
        }
    }

    private static Colorings colorings(DocumentColumns columns, Selection found) {
        List<TopicName> names = IntStream.range(0, SmallRun.TOPICS)
                .mapToObj(topic -> new TopicName(topic, "T" + topic, TopicColors.rgb(topic))).toList();
        return new Colorings(run, columns, assignment, names, 1, found, false);
    }

    private static List<String> names(Coloring coloring) {
        return coloring.shades().stream().map(Shade::name).toList();
    }

    /** Every document has a shade, and the legend's numbers are theirs. */
    private static void isComplete(Coloring coloring) {
        int[] counts = new int[coloring.shades().stream().mapToInt(Shade::code).max().orElseThrow() + 1];
        Arrays.stream(coloring.codes()).forEach(code -> counts[code]++);
        assertThat(coloring.codes()).hasSize(run.documents());
        coloring.shades().forEach(shade -> assertThat(counts[shade.code()]).as(shade.name()).isEqualTo(shade.count()));
        assertThat(coloring.shades().stream().mapToInt(Shade::count).sum()).isEqualTo(run.documents());
    }

    /** Dates over some years, a product for two of three, 30 categories. */
    private static DocumentColumns invented(int years) {
        int n = run.documents();
        int[] days = new int[n];
        int[] products = new int[n];
        int[] categories = new int[n];
        for (int i = 0; i < n; i++) {
            days[i] = i == 0 ? DocumentColumns.NO_DAY : 18_262 + (int) (365.25 * years * (i - 1) / n);
            products[i] = i % 3 - 1;
            categories[i] = i % 30;
        }
        return new DocumentColumns(new float[n], days, IntStream.range(0, n).toArray(), new byte[n],
                new CategoryColumn(products, List.of("A", "B")),
                new CategoryColumn(categories, IntStream.range(0, 30).mapToObj(i -> "C" + i).toList()),
                run.columns().source());
    }

    @Test
    void topicsHaveTheirColorsEverywhere() {
        Coloring coloring = colorings(null, null).by(ColorBy.TOPIC);
        assertThat(names(coloring)).containsExactly("T0", "T1", "T2");
        assertThat(coloring.shades().get(2).rgb()).isEqualTo(TopicColors.rgb(2));
        isComplete(coloring);
        isComplete(colorings(null, null).by(ColorBy.SHARE));
    }

    @Test
    void documentsOfAHiddenTopicAreGrey() {
        Colorings two = new Colorings(run, null, assignment, List.of(new TopicName(0, "T0", 1), new TopicName(1, "T1", 2)), 1,
                null, false);
        assertThat(names(two.by(ColorBy.TOPIC))).containsExactly("T0", "T1", "Hidden topics");
        isComplete(two.by(ColorBy.TOPIC));
    }

    @Test
    void starsAreNamedAndMissingOnesToo() {
        Coloring coloring = colorings(run.columns(), null).by(ColorBy.STARS);
        assertThat(names(coloring)).containsExactly("1 star", "2 stars", "3 stars", "4 stars", "5 stars");
        assertThat(coloring.shades().getFirst().count()).isEqualTo((int) IntStream.range(0, run.documents())
                .filter(document -> run.columns().stars()[document] == 1).count());
        isComplete(coloring);
    }

    @Test
    void datesAreYearsOrMonths() {
        Coloring years = colorings(invented(6), null).by(ColorBy.DATE);
        assertThat(names(years)).containsExactly("2020", "2021", "2022", "2023", "2024", "2025", "Unknown");
        isComplete(years);
        Coloring months = colorings(invented(1), null).by(ColorBy.DATE);
        assertThat(names(months)).startsWith("2020-01", "2020-02").endsWith("2020-12", "Unknown");
        isComplete(months);
    }

    @Test
    void namesAreTheMostFrequentTheOthersAndTheUnknown() {
        Coloring products = colorings(invented(1), null).by(ColorBy.PRODUCT);
        assertThat(names(products)).containsExactly("A", "B", "Unknown");
        isComplete(products);
        Coloring categories = colorings(invented(1), null).by(ColorBy.CATEGORY);
        assertThat(names(categories)).hasSize(20).last().isEqualTo("11 others");
        isComplete(categories);
    }

    @Test
    void votesVerifiedAndSearchAreComplete() {
        DocumentColumns columns = invented(1);
        Coloring votes = colorings(columns, null).by(ColorBy.HELPFUL_VOTES);
        assertThat(names(votes)).containsExactly("0", "1", "2–4", "5–9", "10–49", "50 or more");
        isComplete(votes);
        isComplete(colorings(columns, null).by(ColorBy.VERIFIED));
        Coloring search = colorings(columns, Selection.of(run.documents(), new int[] {1, 5, 6})).by(ColorBy.SEARCH);
        assertThat(search.shades().getFirst().count()).isEqualTo(3);
        isComplete(search);
    }
}

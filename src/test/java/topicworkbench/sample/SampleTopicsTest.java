package topicworkbench.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.Workspace;

/**
 * The recommended neural topic model finds the sample's themes in its reviews of one and two stars. Every document
 * counts for its strongest topic, and every topic is named by the theme that most of its documents complain about. A
 * theme is found if a topic is named by it that holds documents of it for more than half; its purity is the share of
 * the theme among all documents of the topics named by it.
 */
class SampleTopicsTest {
    private static final int THEMES = 12;

    @TempDir
    private Path folder;

    /** How many documents of one theme have their strongest topic here. */
    private record Cell(int topic, String theme, long documents) { }

    @Test
    void recommendedModelFindsTheThemes() throws InterruptedException, SQLException {
        List<Cell> cells = cells(run());
        Map<Integer, String> names = cells.stream().collect(Collectors.groupingBy(Cell::topic,
                Collectors.collectingAndThen(Collectors.toList(), SampleTopicsTest::majority)));
        Set<String> found = names.values().stream().filter(theme -> !theme.startsWith("praise: "))
                .filter(theme -> purity(theme, names, cells) > 0.5).collect(Collectors.toSet());
        double meanPurity = found.stream().mapToDouble(theme -> purity(theme, names, cells)).average().orElse(0);

        assertThat(cells.stream().map(Cell::theme).filter(theme -> !theme.startsWith("praise: ")).distinct()).hasSize(THEMES);
        assertThat(found).as("themes found").hasSizeGreaterThanOrEqualTo(10);
        assertThat(meanPurity).as("mean purity").isGreaterThanOrEqualTo(0.8);
    }

    private static String majority(List<Cell> topic) {
        return topic.stream().max((a, b) -> Long.compare(a.documents(), b.documents())).orElseThrow().theme();
    }

    private static double purity(String theme, Map<Integer, String> names, List<Cell> cells) {
        List<Cell> named = cells.stream().filter(cell -> names.get(cell.topic()).equals(theme)).toList();
        return (double) named.stream().filter(cell -> cell.theme().equals(theme)).mapToLong(Cell::documents).sum()
                / named.stream().mapToLong(Cell::documents).sum();
    }

    private RunFiles run() throws InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunSpec defaults = RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS)
                .withSource(new ReviewSource(List.of(SampleReviews.PATH), Map.of()));
        RunSpec negative = Settings.apply(defaults, List.of("max_stars=2"));
        RunSummary ended = new LocalPipelineRunner(workspace, 2).start(negative, null, event -> { }).await();
        assertThat(ended.state()).isEqualTo(RunState.DONE);
        assertThat(ended.name()).startsWith(SampleReviews.NAME);
        return workspace.find(ended.id()).files();
    }

    private static List<Cell> cells(RunFiles files) throws SQLException {
        String query = "SELECT topic, sample.theme, count(*) FROM read_parquet('" + files.documentTopic() + "') "
                + "JOIN read_parquet('" + files.reviews() + "') USING (review) "
                + "JOIN read_csv('" + SampleReviews.file() + "') sample USING (id) GROUP BY topic, sample.theme";
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:"); var statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            List<Cell> cells = new ArrayList<>();
            while (row.next()) {
                cells.add(new Cell(row.getInt(1), row.getString(2), row.getLong(3)));
            }
            return cells;
        }
    }
}

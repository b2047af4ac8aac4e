package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.DuckDb;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A run opened for asking, against what SQL says of its tables. */
class MatchingTest {
    @TempDir
    private static Path folder;
    private static ExploredRun run;
    private static TopicAssignment assignment;
    private static final Threads THREADS = new Threads(2);

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        RunFolder made = workspace.find(SmallRun.in(workspace, "small").id());
        run = ExploredRun.open(made, ProgressListener.NONE);
        assignment = TopicAssignment.strongest(run.shares(), THREADS);
    }

    @AfterAll
    static void end() {
        THREADS.close();
    }

    @Test
    void columnsAreThoseOfTheDocumentsReviews() throws SQLException {
        DocumentColumns columns = run.columns();
        List<String> expected = ask("SELECT coalesce(r.stars::VARCHAR, '-') || ' ' || coalesce(r.date::VARCHAR, '-') || ' ' ||"
                + " coalesce(r.helpful_votes, 0) || ' ' || coalesce(r.product, '-') || ' ' || r.source || ' ' || d.topic");
        List<String> found = IntStream.range(0, run.documents()).mapToObj(d -> (Float.isNaN(columns.stars()[d]) ? "-"
                : Float.toString(columns.stars()[d])) + " " + (columns.days()[d] == DocumentColumns.NO_DAY ? "-"
                : java.time.LocalDate.ofEpochDay(columns.days()[d])) + " " + columns.helpfulVotes()[d] + " "
                + (columns.product().of(d) == null ? "-" : columns.product().of(d)) + " " + columns.source().of(d) + " "
                + assignment.of(d)).toList();
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(20);
    }

    @Test
    void filtersTogetherAreWhatSqlFinds() throws SQLException {
        Filters filters = Filters.NONE.with(Filter.Topics.of(0, 2)).with(new Filter.Stars(1, 1))
                .with(new Filter.Names(Dimension.SOURCE, Set.of(run.columns().source().names().getFirst())));
        Matching matching = Matching.of(filters, run, assignment, Matching.everything(run.documents()), THREADS);
        assertThat(reviews(matching.all())).isEqualTo(ask("SELECT d.review", "topic IN (0, 2) AND stars BETWEEN 1 AND 1"));
        assertThat(reviews(matching.except(Dimension.TOPIC))).isEqualTo(ask("SELECT d.review", "stars BETWEEN 1 AND 1"));
        assertThat(reviews(matching.except(Dimension.STARS))).isEqualTo(ask("SELECT d.review", "topic IN (0, 2)"));
        assertThat(matching.except(Dimension.DATE)).isEqualTo(matching.all());
        Matching fewer = Matching.of(filters.without(Dimension.TOPIC), run, assignment, matching, THREADS);
        assertThat(fewer.all()).isEqualTo(matching.except(Dimension.TOPIC));
    }

    @Test
    void aDocumentWithoutTheFieldMeetsNoFilterOnIt() {
        Selection dated = select(new Filter.Days(Integer.MIN_VALUE, Integer.MAX_VALUE));
        Selection rated = select(new Filter.Stars(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        DocumentColumns columns = run.columns();
        for (int document = 0; document < run.documents(); document++) {
            assertThat(dated.contains(document)).isEqualTo(columns.days()[document] != DocumentColumns.NO_DAY);
            assertThat(rated.contains(document)).isEqualTo(!Float.isNaN(columns.stars()[document]));
        }
    }

    @Test
    void textsComeInTheOrderAskedFor() throws SQLException {
        List<ExploredReview> read = run.texts().read(7, 0, 3);
        assertThat(read).extracting(ExploredReview::document).containsExactly(7, 0, 3);
        List<String> texts = ask("SELECT r.text");
        assertThat(read).extracting(ExploredReview::text).containsExactly(texts.get(7), texts.get(0), texts.get(3));
    }

    @Test
    void aMissingTableIsExplained() throws IOException {
        Path reviews = run.folder().files().reviews();
        Path away = reviews.resolveSibling("away");
        Files.move(reviews, away);
        try {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.texts().read(0))
                    .isInstanceOf(topicworkbench.failure.ExplainedException.class).hasMessageContaining("reviews.parquet");
        } finally {
            Files.move(away, reviews);
        }
    }

    @Test
    void chipsSaySomethingShort() {
        assertThat(new Filter.Stars(1, 2).words(null)).isEqualTo("1–2 stars");
        assertThat(new Filter.Days(0, 30).words(null)).isEqualTo("1970-01-01 to 1970-01-31");
        assertThat(Filter.Topics.of(0, 1, 2).words(topic -> "T" + topic)).isEqualTo("T0 and 2 other topics");
    }

    private static Selection select(Filter filter) {
        return Selection.of(run.documents(), filter.condition(run, assignment), THREADS);
    }

    private static List<String> reviews(Selection selection) {
        return IntStream.of(selection.toArray()).mapToObj(document -> Integer.toString(run.reviews()[document])).toList();
    }

    private static List<String> ask(String select, String... where) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (DuckDb duckDb = DuckDb.open(folder); var statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery(select + " FROM " + DuckDb.readable(run.folder().files().documentTopic())
                        + " d JOIN " + DuckDb.readable(run.folder().files().reviews()) + " r USING (review)"
                        + (where.length == 0 ? "" : " WHERE " + where[0]) + " ORDER BY d.review")) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}

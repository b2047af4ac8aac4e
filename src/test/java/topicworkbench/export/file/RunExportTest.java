package topicworkbench.export.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.chart.PictureOptions;
import topicworkbench.curation.CurationEntry;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.HostileReviews;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Files of a run of hostile reviews, opened by others than those who wrote them. */
class RunExportTest {
    private static final Set<ExportFormat> TABLES = EnumSet.of(ExportFormat.CSV, ExportFormat.PARQUET, ExportFormat.JSON);
    private static final RunExport.Listener NONE = (what, done, total) -> { };

    @TempDir
    private static Path folder;
    private static RunFolder run;

    @BeforeAll
    static void makeRun() throws IOException, InterruptedException {
        run = HostileReviews.run(new Workspace(folder.resolve("workspace")));
    }

    private static ExportOptions options(Set<ExportFormat> formats, boolean force) {
        return new ExportOptions(formats, PictureOptions.of(PictureOptions.Format.PNG), Optional.empty(), force);
    }

    private static String label() {
        return run.result().topics().getFirst().label();
    }

    private static List<String> names(Path of) throws IOException {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile).map(file -> of.relativize(file).toString()).sorted().toList();
        }
    }

    private static Object query(String sql) throws SQLException {
        try (var duckDb = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = duckDb.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1);
        }
    }

    @Test
    void everyReviewHasItsTopicItsLabelAndItsSharesInEveryTable() throws IOException, SQLException {
        Path tables = folder.resolve("tables");
        RunExport.write(run, tables, options(TABLES, false), NONE);
        assertThat(names(tables)).containsExactly("map.csv", "map.json", "map.parquet", "reviews.csv", "reviews.json",
                "reviews.parquet", "topics.csv", "topics.json", "topics.parquet", "words.csv", "words.json", "words.parquet");
        String reviews = "'" + tables.resolve("reviews.parquet") + "'";
        long documents = run.result().counts().documents();
        assertThat(query("SELECT count(*) FROM " + reviews)).isEqualTo(documents);
        assertThat(query("SELECT count(*) FROM " + reviews + " WHERE abs(topic_0 + topic_1 + topic_2 - 1) > 1e-4")).isEqualTo(0L);
        assertThat(query("SELECT count(*) FROM " + reviews + " WHERE topic = 0 AND label <> '"
                + label().replace("'", "''") + "'")).isEqualTo(0L);
        assertThat(query("SELECT count(*) FROM read_csv('" + tables.resolve("reviews.csv") + "')")).isEqualTo(documents);
        assertThat(query("SELECT count(*) FROM read_json('" + tables.resolve("reviews.json") + "')")).isEqualTo(documents);
        assertThat(query("SELECT count(*) FROM " + reviews + " WHERE shop_b_co_b = '=cmd|'' /C calc''!A0' AND price IS NOT NULL"))
                .isNotEqualTo(0L);
        JsonObject topic = JsonParser.parseString(Files.readString(tables.resolve("topics.json"))).getAsJsonArray().get(0)
                .getAsJsonObject();
        assertThat(topic.get("label").getAsString()).isEqualTo(label()).contains("</script>");
    }

    @Test
    void noTextOfATableIsAFormula() throws IOException, SQLException {
        Path tables = folder.resolve("formulas");
        RunExport.write(run, tables, options(EnumSet.of(ExportFormat.CSV), false), NONE);
        for (String column : List.of("title", "text", "label", "product", "id", "shop_b_co_b")) {
            assertThat(query("SELECT count(*) FROM read_csv('" + tables.resolve("reviews.csv") + "', all_varchar = true) WHERE "
                    + "regexp_matches(" + column + ", '^[=+@\\-]')")).as(column).isEqualTo(0L);
        }
        assertThat(query("SELECT count(*) FROM read_csv('" + tables.resolve("reviews.csv") + "', all_varchar = true) "
                + "WHERE title LIKE '''=%'")).isNotEqualTo(0L);
    }

    @Test
    void aDecisionAboutTopicsIsInTheTables() throws IOException, SQLException {
        run.journal().decide(new CurationEntry.Merge(1, List.of(2)));
        try {
            Path tables = folder.resolve("merged");
            RunExport.write(run, tables, options(EnumSet.of(ExportFormat.PARQUET), false), NONE);
            assertThat(query("SELECT count(DISTINCT topic) FROM '" + tables.resolve("reviews.parquet") + "'")).isEqualTo(2L);
            assertThat(query("SELECT count(DISTINCT model_topic) FROM '" + tables.resolve("reviews.parquet") + "'")).isEqualTo(3L);
            assertThat(query("SELECT count(*) FROM '" + tables.resolve("topics.parquet") + "'")).isEqualTo(2L);
        } finally {
            run.journal().decide(new CurationEntry.Undo());
        }
    }

    @Test
    void chartsAreWrittenInTheFormatsAskedFor() throws IOException {
        Path charts = folder.resolve("pictures");
        RunExport.write(run, charts, options(EnumSet.of(ExportFormat.PNG, ExportFormat.SVG, ExportFormat.PDF), false), NONE);
        assertThat(names(charts)).contains("charts/topics.png", "charts/topics.svg", "charts/topics.pdf", "charts/impact.png",
                "charts/over-time.svg", "charts/map.png");
        assertThat(ImageIO.read(charts.resolve("charts/topics.png").toFile()).getWidth()).isEqualTo(1920);
    }

    @Test
    void oneFormatCanBeOneFile() {
        Path deck = folder.resolve("one/deck.pptx");
        assertThat(RunExport.write(run, deck, options(EnumSet.of(ExportFormat.PPTX), false), NONE)).containsExactly(deck);
        assertThat(deck).isNotEmptyFile();
        assertThatThrownBy(() -> RunExport.write(run, deck, options(EnumSet.of(ExportFormat.PPTX), false), NONE))
                .isInstanceOf(InvalidOptionException.class).hasMessageContaining("is there already");
        assertThatThrownBy(() -> RunExport.write(run, folder.resolve("two.pptx"), options(EnumSet.of(ExportFormat.PPTX,
                ExportFormat.HTML), false), NONE)).isInstanceOf(InvalidOptionException.class).hasMessageContaining("several formats");
        assertThatThrownBy(() -> RunExport.write(run, folder.resolve("a.csv"), options(EnumSet.of(ExportFormat.CSV), false),
                NONE)).isInstanceOf(InvalidOptionException.class).hasMessageEndingWith("a.csv names one file, but csv makes several.");
        assertThatThrownBy(() -> RunExport.write(run, folder.resolve("a.html"), options(EnumSet.of(ExportFormat.PPTX), false),
                NONE)).isInstanceOf(InvalidOptionException.class)
                .hasMessageEndingWith("a.html does not end in .pptx, the format that is wanted.");
    }

    @Test
    void whatIsCancelledLeavesNothing() throws IOException {
        Path parent = Files.createDirectories(folder.resolve("cancelled"));
        for (String name : List.of("folder", "deck.pptx")) {
            assertThatThrownBy(() -> RunExport.write(run, parent.resolve(name), options(EnumSet.of(ExportFormat.PPTX), false),
                    (what, done, total) -> {
                        if (what.equals("deck") && done > 0) {
                            throw new CancellationException();
                        }
                    })).isInstanceOf(CancellationException.class);
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void unknownFormatNamesThoseThereAre() {
        assertThatThrownBy(() -> ExportFormat.of("docx")).isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("docx");
    }

    @Test
    void aColumnMayBeCalledAsAWordOfSql() throws IOException, InterruptedException {
        List<String> rows = Files.readAllLines(SmallReviews.write(folder.resolve("plain.csv")));
        Path csv = folder.resolve("ordered.csv");
        Files.write(csv, IntStream.range(0, rows.size()).mapToObj(row -> (row == 0 ? "order," : "=o" + row % 5 + ",")
                + rows.get(row)).toList());
        Workspace workspace = new Workspace(folder.resolve("ordered"));
        RunFolder ordered = workspace.find(new LocalPipelineRunner(workspace,
                1).start(Settings.apply(SmallRun.spec(csv), List.of("map=false")),
                "ordered", event -> { }).await().id());
        RunExport.write(ordered, folder.resolve("ordered tables"), options(EnumSet.of(ExportFormat.CSV), false), NONE);
        assertThat(Files.readAllLines(folder.resolve("ordered tables/reviews.csv"))).first().asString().contains(",order,");
        assertThat(Files.readString(folder.resolve("ordered tables/reviews.csv"))).contains(",'=o1,").doesNotContain(",=o1,");
    }
}

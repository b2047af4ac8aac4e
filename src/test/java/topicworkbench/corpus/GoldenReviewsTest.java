package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;

/**
 * What ingest and prepare make of review files that hold every rule's case, by this computer's engine. The test of the same
 * name in src/glue holds Spark to the same golden files. {@code -Dtw.golden=write} writes them anew; read the difference
 * before it is committed.
 */
class GoldenReviewsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/topicworkbench/golden");
    private static final Path SOFTWARE = Path.of("../shared/data/reviews/digital-software");

    @TempDir
    private Path folder;

    @Test
    void everyRule() throws IOException {
        ReviewTables tables = new ReviewTables(folder);
        IngestReport report = tables.ingest(GOLDEN.resolve("raw"));
        same("files.txt", report.files().stream().map(GoldenReviewsTest::line).toList());
        same("columns.txt", Stream.of(report.kept(), report.leftOut()).flatMap(List::stream).map(String::valueOf).toList());
        same("ingested.txt", table(tables, "SELECT * FROM " + read(tables.ingested())));
        same("rejected.txt", table(tables, "SELECT parse_filename(file), line, reason, raw FROM " + read(tables.rejected())
                + " ORDER BY ALL"));
        for (String name : List.of("all", "strict", "twice")) {
            RunSpec spec = RunSpecFile.read(GOLDEN.resolve(name + ".json"));
            List<String> lines = new ArrayList<>(List.of(tables.prepare(spec.filter()).toString()));
            lines.addAll(table(tables, "SELECT * FROM " + read(tables.reviews())));
            same("prepared-" + name + ".txt", lines);
        }
    }

    /** So many reviews are not written down: a digest of them is. */
    @Test
    void software() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SOFTWARE), "skipped: " + SOFTWARE + " is not there");
        ReviewTables tables = new ReviewTables(folder);
        tables.ingest(SOFTWARE);
        PrepareReport report = tables.prepare(ReviewFilter.DEFAULTS);
        same("software.txt", List.of(report.toString(), digest(table(tables, "SELECT * FROM " + read(tables.reviews())))));
    }

    private static void same(String name, List<String> lines) throws IOException {
        Path golden = GOLDEN.resolve(name);
        if ("write".equals(System.getProperty("tw.golden"))) {
            Files.write(golden, lines);
        }
        assertThat(lines).as(name).containsExactlyElementsOf(Files.readAllLines(golden));
    }

    private static String line(IngestReport.FileReport file) {
        return Stream.of(Path.of(file.file()).getFileName(), file.format(), file.encoding(), file.layout(), file.columns(),
                file.unrecognised(), file.read(), file.rejected(), file.damaged(), file.unreadable()).map(String::valueOf)
                .collect(Collectors.joining("\t"));
    }

    private static String read(Path table) {
        return "read_parquet(" + DuckDb.readable(table) + ")";
    }

    /** A line a row, all values as text. */
    private static List<String> table(ReviewTables tables, String sql) {
        return tables.rows(sql).stream().map(Map::values).map(values -> values.stream().map(GoldenReviewsTest::text)
                .collect(Collectors.joining("\t"))).toList();
    }

    private static String text(Object value) {
        return String.valueOf(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }

    private static String digest(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package topicworkbench.glue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.ReviewTable;

/** Spark makes of the golden review files what DuckDB makes of them: the test of the same name in src/test writes them. */
class GoldenReviewsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/topicworkbench/golden");
    private static final Path SOFTWARE = Path.of("../shared/data/reviews/digital-software");

    @TempDir
    private Path run;

    @Test
    void everyRule() throws IOException {
        SparkJobs jobs = new SparkJobs(run);
        jobs.ingest(Files.readString(GOLDEN.resolve("all.json")), GOLDEN.resolve("raw").toAbsolutePath());
        IngestReport report = new Gson().fromJson(jobs.text("ingest.json"), IngestReport.class);
        same("files.txt", report.files().stream().map(GoldenReviewsTest::line).toList());
        List<String> columns = Stream.of(report.kept(), report.leftOut()).flatMap(List::stream).map(String::valueOf).toList();
        same("columns.txt", columns);
        List<String> wanted = new ArrayList<>(ReviewTable.INGESTED);
        report.kept().forEach(column -> wanted.add("`" + column.name() + "`"));
        same("ingested.txt", jobs.table("ingested", wanted.toArray(new String[0])));
        List<String> rejected = new ArrayList<>(jobs.table("rejected.parquet", "regexp_extract(file, '[^/]*$', 0)", "line",
                "reason", "raw"));
        assertThat(rejected).containsExactlyInAnyOrderElementsOf(Files.readAllLines(GOLDEN.resolve("rejected.txt")));
        for (String name : List.of("all", "strict", "twice")) {
            jobs.prepare(Files.readString(GOLDEN.resolve(name + ".json")));
            List<String> golden = Files.readAllLines(GOLDEN.resolve("prepared-" + name + ".txt"));
            assertThat(counts(jobs)).as(name).isEqualTo(golden.get(0));
            assertThat(jobs.table("prepared", "*")).as(name).containsExactlyElementsOf(golden.subList(1, golden.size()));
        }
    }

    @Test
    void software() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SOFTWARE), "skipped: " + SOFTWARE + " is not there");
        SparkJobs jobs = new SparkJobs(run);
        jobs.ingest("{}", SOFTWARE.toAbsolutePath());
        jobs.prepare("{}");
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        jobs.table("prepared", "*").forEach(line -> digest.update((line + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        same("software.txt", List.of(counts(jobs), HexFormat.of().formatHex(digest.digest())));
    }

    private static void same(String name, List<String> lines) throws IOException {
        assertThat(lines).as(name).containsExactlyElementsOf(Files.readAllLines(GOLDEN.resolve(name)));
    }

    private static String line(IngestReport.FileReport file) {
        return Stream.of(file.file().substring(file.file().lastIndexOf('/') + 1), file.format(), file.encoding(), file.layout(),
                file.columns(), file.unrecognised(), file.read(), file.rejected(), file.damaged(), file.unreadable())
                .map(String::valueOf).collect(Collectors.joining("\t"));
    }

    /** The counts as a local run's report tells them. */
    private static String counts(SparkJobs jobs) throws IOException {
        JsonObject counts = JsonParser.parseString(jobs.text("prepare.json")).getAsJsonObject();
        String filteredBy = counts.keySet().stream().filter(name -> name.startsWith("filtered_by_"))
                .map(name -> name.substring("filtered_by_".length()) + "=" + counts.get(name)).collect(Collectors.joining(", "));
        return "PrepareReport[read=" + counts.get("read") + ", filtered=" + counts.get("filtered") + ", filteredBy={" + filteredBy
                + "}, exactDuplicates=" + counts.get("exact_duplicates") + ", nearDuplicates=" + counts.get("near_duplicates")
                + ", kept=" + counts.get("kept") + "]";
    }
}

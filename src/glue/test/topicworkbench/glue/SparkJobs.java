package topicworkbench.glue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Both jobs on this machine, as the state machine calls them, on files instead of S3's objects. */
final class SparkJobs {
    private final Path run;

    /** @param run folder of the run, as a prefix in S3 would be */
    SparkJobs(Path run) {
        this.run = run;
    }

    static SparkSession session() {
        return SparkSession.builder().master("local[2]").config("spark.ui.enabled", false)
                .config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", 2).getOrCreate();
    }

    void ingest(String spec, Path raw) throws IOException {
        session();
        Files.createDirectories(run);
        Files.writeString(run.resolve("spec.json"), spec);
        IngestJob.main(arguments(raw.toUri().toString(), "ingested"));
    }

    void prepare(String spec) throws IOException {
        Files.writeString(run.resolve("spec.json"), spec);
        PrepareJob.main(arguments(run.resolve("ingested").toUri().toString(), "prepared"));
    }

    private String[] arguments(String input, String output) {
        // Glue's own arguments stand among ours
        return new String[] {"--JOB_ID", "j_1", "--run", "golden", "--spec", run.resolve("spec.json").toUri().toString(), "--input", input,
            "--output", run.resolve(output).toUri().toString(), "--TempDir", ""};
    }

    String text(String name) throws IOException {
        return Files.readString(run.resolve(name), StandardCharsets.UTF_8);
    }

    /** The rows of a table as text, its files one after another by name. */
    List<String> table(String name, String... columns) throws IOException {
        Path table = run.resolve(name);
        List<Path> files;
        try (Stream<Path> all = Files.walk(table)) {
            files = all.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")).sorted().toList();
        }
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            for (Row row : session().read().parquet(file.toUri().toString()).selectExpr(columns).collectAsList()) {
                List<String> values = new ArrayList<>();
                for (int i = 0; i < row.length(); i++) {
                    values.add(String.valueOf(row.get(i)).replace("\\", "\\\\").replace("\n", "\\n").replace("\r",
                            "\\r").replace("\t", "\\t"));
                }
                lines.add(String.join("\t", values));
            }
        }
        return lines;
    }
}

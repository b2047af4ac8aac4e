package topicworkbench.glue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.Tuple2;

/** What a job cannot do it says in two sentences, which Glue shows as the job's error. */
class JobFailuresTest {
    @TempDir
    private Path run;
    private Path raw;
    private SparkJobs jobs;

    @BeforeEach
    void folders() throws IOException {
        raw = Files.createDirectory(run.resolve("raw"));
        jobs = new SparkJobs(run);
    }

    private void fails(String... words) {
        assertThatThrownBy(() -> jobs.ingest("{}", raw)).isInstanceOf(SparkJob.JobFailedException.class)
                .hasMessageContainingAll(words).message().doesNotContain("/tmp/topic-workbench-ingest");
    }

    @Test
    void nothingToRead() throws IOException {
        fails("There are no files in file:", "/raw/. What to do: Launch the run again");
        Files.writeString(raw.resolve("a.csv"), "text,stars\nfine,1\n");
        Files.writeString(raw.resolve("b.csv"), "");
        fails("/raw/b.csv is empty. What to do: Give a file that holds reviews.");
    }

    @Test
    void unknownColumns() throws IOException {
        Files.writeString(raw.resolve("a.csv"), "one,two\nfine,1\n");
        fails("/raw/a.csv has no column that is known to hold the review text; its columns are one, two.");
        assertThatThrownBy(() -> jobs.ingest("{\"reviews\":{\"columns\":{\"text\":\"three\"}}}", raw))
                .hasMessageContaining("/raw/a.csv has no column \"three\", which was chosen for text.");
    }

    @Test
    void mostlyRejected() throws IOException {
        Files.writeString(raw.resolve("a.csv"), "text,stars\nfine,1\n1,2,3\n1,2,3\n");
        fails("2 of 3 rows of file:", "because of: more than the 2 columns that the first line has.");
        assertThat(jobs.table("rejected.parquet", "line", "raw")).containsExactly("3\t1,2,3", "4\t1,2,3");
        assertThat(run.resolve("ingested")).doesNotExist();
    }

    @Test
    void damagedFiles() throws IOException {
        Path golden = Path.of("src/test/resources/topicworkbench/golden/raw");
        byte[] packed = Files.readAllBytes(golden.resolve("04-ucsd.jsonl.gz"));
        Files.write(raw.resolve("a.jsonl.gz"), Arrays.copyOf(packed, packed.length - 20));
        fails("/raw/a.jsonl.gz is damaged: it ends early or cannot be unpacked.");
        Files.delete(raw.resolve("a.jsonl.gz"));
        byte[] table = Files.readAllBytes(golden.resolve("09-types.parquet"));
        Files.write(raw.resolve("b.parquet"), Arrays.copyOf(table, table.length - 20));
        fails("/raw/b.parquet is a damaged Parquet file.");
    }

    @Test
    void columnsThatSparkWouldWriteInAnotherWay() {
        assertThatThrownBy(() -> jobs.ingest("{\"reviews\":{\"columns\":{\"text\":\"extra\"}}}",
                Path.of("src/test/resources/topicworkbench/golden/raw/09-types.parquet").toAbsolutePath()))
                .hasMessageContaining("The column \"extra\" of file:").hasMessageContaining("run on this computer");
    }

    @Test
    void noReviewLeft() throws IOException {
        Files.writeString(raw.resolve("a.csv"), "text,stars\nfine,1\ngood,5\n");
        jobs.ingest("{}", raw);
        assertThatThrownBy(() -> jobs.prepare("{\"filter\":{\"min_stars\":2,\"min_characters\":10}}"))
                .hasMessageContaining("No review is left of 2: stars dropped 1, length dropped 1.");
    }

    /** A file system that will not rename, as an object store that lost the right to copy. */
    public static final class Unmovable extends RawLocalFileSystem {
        @Override
        public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) {
            return false;
        }
    }

    @Test
    void aTableThatCannotBeNamedIsNotThrownAway() throws IOException {
        SparkSession spark = SparkJobs.session();
        Configuration hadoop = new Configuration();
        hadoop.setClass("fs.file.impl", Unmovable.class, FileSystem.class);
        hadoop.setBoolean("fs.file.impl.disable.cache", true);
        String table = run.resolve("table.parquet").toUri().toString();
        assertThatThrownBy(() -> new JobFiles(hadoop).writeOne(spark.range(3).toDF(), table))
                .hasMessage("The table " + table + " could not be given its name.");
        assertThat(run.resolve("table.parquet.parts")).isNotEmptyDirectory();
    }

    @Test
    void aFolderThatCannotBeMadeIsWhatIsSaid() {
        String before = System.setProperty("java.io.tmpdir", run.resolve("missing").toString());
        try {
            StagedRows reader = new StagedRows(new Configuration(), Map.of(), List.of());
            assertThatThrownBy(() -> reader.call(new Tuple2<>(raw.resolve("a.csv").toUri().toString(), 0L)).hasNext())
                    .hasCauseInstanceOf(NoSuchFileException.class);
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }

    @Test
    void arguments() {
        assertThatThrownBy(() -> PrepareJob.main(new String[] {"--run", "a"}))
                .hasMessageContaining("The job was not told --spec.");
        assertThatThrownBy(() -> jobs.ingest("{\"filter\":", raw)).hasMessageContaining("is not the JSON of a run.");
    }
}

package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/** What becomes of the columns that no field uses. */
class OtherColumnsTest {
    @TempDir
    private Path folder;
    private ReviewTables tables;

    @BeforeEach
    void tables() {
        tables = new ReviewTables(folder);
    }

    private IngestReport ingest(List<String> keep, Path... files) {
        return new ReviewIngest().ingest(new ReviewSource(java.util.stream.Stream.of(files).map(Path::toString).toList(), Map.of(), keep),
                tables.ingested(), tables.rejected(), ProgressListener.NONE);
    }

    private static List<String> kept(IngestReport report) {
        return report.kept().stream().map(OtherColumns.Kept::name).toList();
    }

    private static Map<String, String> leftOut(IngestReport report) {
        return report.leftOut().stream().collect(Collectors.toMap(OtherColumns.LeftOut::name, OtherColumns.LeftOut::reason));
    }

    @Test
    void namesAreCleanedAndNeverThoseOfOurOwnColumns() {
        Path file = tables.file("a.csv", "text,stars,Source,topic_3,Größe (cm),größe cm,,x,characters,Review Date 2\n"
                + "good,5,a,b,1.5,c,d,e,f,g\n");
        IngestReport report = ingest(OtherColumns.ALL, file);
        assertThat(kept(report)).containsExactly("source_column", "topic_3_column", "größe_cm", "größe_cm_2", "column_5", "x",
                "characters_column", "review_date_2");
        tables.prepare(ReviewFilter.DEFAULTS);
        assertThat(tables.rows(tables.reviews()).getFirst()).containsEntry("source", "a.csv").containsEntry("source_column", "a")
                .containsEntry("größe_cm", 1.5).containsEntry("column_5", "d");
    }

    @Test
    void filesWithDifferentColumnsAreOneTable() {
        Path first = tables.file("a.csv", "text,Vine,price\nalpha,Y,1\nbeta,,n/a\n");
        Path second = tables.file("b.jsonl", "{\"text\":\"gamma\",\"country\":\"NZ\",\"VINE\":true}\n");
        assertThat(kept(ingest(OtherColumns.ALL, first, second))).containsExactly("vine", "price", "country");
        assertThat(tables.rows("SELECT vine, price, country FROM '" + tables.ingested() + "'").stream().map(Map::values)
                .map(String::valueOf)).containsExactly("[Y, 1.0, null]", "[null, null, null]", "[true, null, NZ]");
    }

    @Test
    void longTextIsLeftOutUnlessItIsNamedAndThenCut() {
        String prose = "words ".repeat(50).strip();
        Path file = tables.file("a.csv", "text,copy,empty\ngood," + prose + ",\nbad," + prose + ",-\n");
        IngestReport report = ingest(OtherColumns.ALL, file);
        assertThat(kept(report)).isEmpty();
        assertThat(leftOut(report)).containsEntry("copy", "it holds long text; keep_columns=copy keeps it")
                .containsEntry("empty", "it holds no text, numbers or days");
        assertThat(ingest(List.of("Copy"), file).kept()).containsExactly(new OtherColumns.Kept("copy", false, true));
        assertThat((String) tables.column(tables.ingested(), "copy").getFirst()).hasSize(OtherColumns.LONGEST_VALUE);
    }

    @Test
    void theFirstTwentyAreKeptOrThoseThatAreNamed() {
        String names = IntStream.rangeClosed(1, 23).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        Path file = tables.file("a.csv", "text," + names + "\ngood," + names + "\n");
        IngestReport report = ingest(OtherColumns.ALL, file);
        assertThat(kept(report)).hasSize(20).endsWith("c20");
        assertThat(leftOut(report)).containsOnlyKeys("c21", "c22", "c23");
        report = ingest(List.of("C23", "c2", "text"), file);
        assertThat(kept(report)).containsExactly("c2", "c23");
        assertThat(report.leftOut()).isEmpty();
        assertThat(kept(ingest(List.of(), file))).isEmpty();
        assertThatThrownBy(() -> ingest(List.of("c24"), file)).isInstanceOf(ExplainedException.class)
                .hasMessage("There is no column \"c24\", which keep_columns names.");
    }

    @Test
    void numbersAreThoseThatMeanTheSameEverywhere() {
        Path file = tables.file("a.csv", "text,price,zip_digits,app version,mixed,long\n"
                + "good,12.50,007,4.10,1,123456789012345678\nbad,-1e3,1,4.1,two,2\n");
        assertThat(ingest(OtherColumns.ALL, file).kept()).filteredOn(OtherColumns.Kept::number)
                .extracting(OtherColumns.Kept::name).containsExactly("price");
        assertThat(tables.column(tables.ingested(), "app_version")).containsExactly("4.10", "4.1");
    }

    @Test
    void aColumnOfParquetMayBeCalledAsOurs() throws SQLException {
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.writeParquet("SELECT 'fine' AS text, 'worn' AS reason, 3 AS row, [1, 2] AS list, 0.1::FLOAT AS share",
                    folder.resolve("a.parquet"), ProgressListener.NONE);
        }
        assertThat(kept(ingest(OtherColumns.ALL, folder.resolve("a.parquet")))).containsExactly("reason_column", "row_column", "share");
        assertThat(tables.rows(tables.ingested()).getFirst()).containsEntry("reason_column", "worn").containsEntry("row", 1L)
                .containsEntry("row_column", 3.0).containsEntry("share", (double) 0.1f);
    }
}

package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.testdata.SharedData;

/**
 * Real files that nobody here wrote. The figures were counted apart from us, by Python's csv module (QUOTE_NONE for
 * TSV); those of Parquet are DuckDB's own, and agree with the size that the collection is published with (about 51,000).
 */
class ReviewFilesOthersWroteTest {
    @TempDir
    private Path folder;

    private ReviewTables tables() {
        return new ReviewTables(folder);
    }

    @Test
    void headsetCsvWithLineBreaksInQuotes() {
        IngestReport report = tables().ingest(SharedData.require("reviews/other/headset.csv"));
        assertThat(report.read()).isEqualTo(14_337);
        assertThat(report.rejected()).isZero();
        assertThat(report.files().getFirst().columns()).isEqualTo(Map.of(ReviewField.TITLE, "ReviewTitle",
                ReviewField.TEXT, "ReviewBody", ReviewField.STARS, "ReviewStar", ReviewField.PRODUCT, "Product"));
        assertThat(stars()).isEqualTo(Map.of(1.0, 2493L, 2.0, 939L, 3.0, 1503L, 4.0, 3189L, 5.0, 6213L));
        assertThat(tables().column(tables().ingested(), "sum(length(text))::BIGINT")).isEqualTo(List.of(1_814_840L));
        assertThat(tables().column(tables().ingested(), "bool_and(id = 'headset.csv#' || row)")).isEqualTo(List.of(true));
    }

    @Test
    void alexaTsvWithBlankTextsAndStrayQuotes() {
        IngestReport report = tables().ingest(SharedData.require("reviews/other/alexa.tsv"));
        assertThat(report.read()).isEqualTo(3150);
        assertThat(report.rejected()).isZero();
        assertThat(report.files().getFirst().columns()).containsEntry(ReviewField.TEXT, "verified_reviews");
        assertThat(report.files().getFirst().unrecognised()).containsExactly("", "feedback");
        assertThat(stars()).isEqualTo(Map.of(1.0, 161L, 2.0, 96L, 3.0, 152L, 4.0, 455L, 5.0, 2286L));
        assertThat(tables().column(tables().ingested(), "max(date)")).isEqualTo(List.of(LocalDate.of(2018, 7, 31)));
        assertThat(tables().prepare(ReviewFilter.DEFAULTS).filteredBy()).isEqualTo(Map.of("length", 79L));
    }

    @Test
    void giftcardsWithByteOrderMark() {
        IngestReport report = tables().ingest(SharedData.require("reviews/other/giftcards-2023-bom.csv"));
        assertThat(report.read()).isEqualTo(2000);
        assertThat(report.files().getFirst().layout()).isEqualTo("Amazon reviews 2023");
        assertThat(report.files().getFirst().encoding()).isEqualTo("UTF-8 with byte-order mark");
        assertThat(stars()).isEqualTo(Map.of(1.0, 68L, 2.0, 12L, 3.0, 48L, 4.0, 70L, 5.0, 1802L));
        assertThat(tables().rows("SELECT count(*) FILTER (verified)::BIGINT v, sum(helpful_votes)::BIGINT h, min(date) f, "
                + "max(date) t FROM '" + tables().ingested() + "'").getFirst()).isEqualTo(Map.of("v", 1881L, "h", 1102L,
                        "f", LocalDate.of(2010, 10, 15), "t", LocalDate.of(2023, 3, 16)));
    }

    @Test
    void gilletteKeepsTheRowsWithDamagedCharacters() {
        IngestReport report = tables().ingest(SharedData.require("reviews/other/gillette-damaged-encoding.csv"));
        assertThat(report.read()).isEqualTo(4777);
        assertThat(report.rejected()).isZero();
        assertThat(report.files().getFirst().damaged()).isEqualTo(6);
        assertThat(report.files().getFirst().unreadable()).isEmpty();
        assertThat(stars()).isEqualTo(Map.of(1.0, 505L, 2.0, 227L, 3.0, 352L, 4.0, 834L, 5.0, 2859L));
        assertThat(tables().column(tables().ingested(), "min(date)")).isEqualTo(List.of(LocalDate.of(1999, 8, 1)));
        assertThat(tables().column(tables().ingested(), "max(date)")).isEqualTo(List.of(LocalDate.of(2012, 5, 8)));
    }

    /**
     * Python finds 1,169 records with the two columns of the header; we take three more whose third column is empty.
     * What holds a text there stands under the label of the record before, so nothing in the file can be trusted.
     */
    @Test
    void malformedPolarityEndsInAReportOfEveryRow() {
        Path file = SharedData.require("reviews/other/polarity-malformed.csv");
        assertThatThrownBy(() -> tables().ingest(file)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("3,828 of 5,000 rows").hasMessageContaining("more than the 2 columns");
        assertThat(tables().ingested()).doesNotExist();
        List<Map<String, Object>> rejected = tables().rows(tables().rejected());
        assertThat(rejected).hasSize(3828).allSatisfy(row -> {
            assertThat(row.get("file")).isEqualTo(file.toString());
            assertThat(row.get("reason").toString()).contains("more than the 2 columns");
        });
        assertThat(rejected.get(0).get("line")).isEqualTo(2L);
        assertThat(rejected.get(0).get("raw").toString()).startsWith(",2The best soundtrack ever");
    }

    @Test
    void digitalSoftwareShards() throws Exception {
        Path shards = SharedData.require("reviews/digital-software");
        IngestReport report = tables().ingest(shards);
        assertThat(report.files().stream().map(IngestReport.FileReport::read))
                .containsExactly(10_173L, 10_218L, 10_280L, 10_209L, 10_171L);
        assertThat(report.files()).allMatch(f -> f.layout().equals("Amazon Customer Reviews"));
        assertThat(stars()).isEqualTo(Map.of(1.0, 11_843L, 2.0, 3455L, 3.0, 4229L, 4.0, 8325L, 5.0, 23_199L));
        PrepareReport prepared = tables().prepare(new ReviewFilter(1.0, 2.0, List.of(), List.of(), null, null, false, 1,
                null, true, false));
        assertThat(prepared.filteredBy()).isEqualTo(Map.of("stars", 35_753L));
        assertThat(prepared.exactDuplicates() + prepared.kept()).isEqualTo(11_843 + 3455);
        byte[] first = Files.readAllBytes(tables().reviews());
        tables().ingest(shards);
        tables().prepare(new ReviewFilter(1.0, 2.0, List.of(), List.of(), null, null, false, 1, null, true, false));
        assertThat(Files.readAllBytes(tables().reviews())).isEqualTo(first);
    }

    private Map<Object, Object> stars() {
        Map<Object, Object> stars = new java.util.HashMap<>();
        tables().rows("SELECT stars, count(*) AS n FROM '" + tables().ingested() + "' GROUP BY stars")
                .forEach(row -> stars.put(row.get("stars"), row.get("n")));
        return stars;
    }
}

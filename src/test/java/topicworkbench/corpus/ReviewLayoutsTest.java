package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every published layout and every packing, in small files of our own. */
class ReviewLayoutsTest {
    @TempDir
    private Path folder;
    private ReviewTables tables;

    @BeforeEach
    void tables() {
        tables = new ReviewTables(folder);
    }

    @Test
    void customerReviewsTsvHasNoQuoting() {
        String header = "marketplace\tcustomer_id\treview_id\tproduct_id\tproduct_parent\tproduct_title\tproduct_category\t"
                + "star_rating\thelpful_votes\ttotal_votes\tvine\tverified_purchase\treview_headline\treview_body\treview_date\n";
        String rows = "US\t1\tR1\tB1\t9\t19\" Screen\tPC\t1\t3\t4\tN\tY\t\"Bad\t\"never closed<br />line\t2015-08-31\n"
                + "US\t2\tR2\tB1\t9\t19\" Screen\tPC\t5\t0\t0\tN\tN\tGood\tall \"fine\"\t2015-08-30\n"
                + "US\t3\tR3\ttoo short\n";
        IngestReport report = tables.ingest(tables.file("amazon_reviews_us_PC_v1_00.tsv.gz", ReviewTables.gzip(header + rows)));
        assertThat(report.files().getFirst().layout()).isEqualTo("Amazon Customer Reviews");
        assertThat(report.files().getFirst().format()).isEqualTo("TSV, gzip");
        assertThat(tables.rows(tables.ingested()).getFirst()).isEqualTo(row("R1", "\"Bad", "\"never closed<br />line", 1.0,
                "19\" Screen", "B1", "PC", LocalDate.of(2015, 8, 31), 3, true, "amazon_reviews_us_PC_v1_00.tsv.gz", 1L,
                "marketplace", "US", "customer_id", "1", "product_parent", "9", "total_votes", 4.0, "vine", "N"));
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("\"never closed<br />line", "all \"fine\"");
        assertThat(tables.column(tables.rejected(), "line")).containsExactly(4L);
    }

    @Test
    void ucsd2018JsonLines() {
        IngestReport report = tables.ingest(tables.file("Software_5.json", """
                {"overall": 4.0, "verified": false, "reviewTime": "10 20, 2012", "reviewerID": "A", "asin": "0077", \
                "style": {"Format:": " Paperback"}, "reviewText": "line one\\nline two &rsquo;", "summary": "Fine", "unixReviewTime": 1350691200}
                {"overall": 1.0, "vote": "1,024", "verified": true, "reviewTime": "01 2, 2013", "reviewerID": "B", "asin": "0077", \
                "summary": "Bad", "unixReviewTime": 1357084800, "image": ["u"]}

                {"overall": broken}
                17
                """));
        assertThat(report.files().getFirst().layout()).isEqualTo("Amazon reviews 2018");
        assertThat(report.files().getFirst().format()).isEqualTo("JSON lines");
        assertThat(tables.rows(tables.ingested())).containsExactly(
                row("Software_5.json#1", "Fine", "line one\nline two &rsquo;", 4.0, null, "0077", null,
                        LocalDate.of(2012, 10, 20), null, false, "Software_5.json", 1L, "reviewtime", "10 20, 2012",
                        "reviewerid", "A", "style", "{\"Format:\":\" Paperback\"}", "image", null),
                row("Software_5.json#2", "Bad", null, 1.0, null, "0077", null, LocalDate.of(2013, 1, 2), 1024, true,
                        "Software_5.json", 2L, "reviewtime", "01 2, 2013", "reviewerid", "B", "style", null, "image", "[\"u\"]"));
        assertThat(tables.rows("SELECT line, reason, raw FROM '" + tables.rejected() + "'")).containsExactly(
                Map.of("line", 4L, "reason", "not valid JSON", "raw", "{\"overall\": broken}"),
                Map.of("line", 5L, "reason", "a JSON value that is not an object", "raw", "17"));
    }

    @Test
    void ucsd2014JsonLines() {
        IngestReport report = tables.ingest(tables.file("reviews_Baby.json.zst", ReviewTables.zstd("""
                {"reviewerID": "A", "asin": "B1", "reviewerName": "x", "helpful": [2, 3], "reviewText": "soft", "overall": 5.0, \
                "summary": "Nice", "unixReviewTime": 1252800000, "reviewTime": "09 13, 2009"}
                """)));
        assertThat(report.files().getFirst().layout()).isEqualTo("Amazon reviews 2014");
        assertThat(report.files().getFirst().format()).isEqualTo("JSON lines, zstd");
        assertThat(tables.rows(tables.ingested())).containsExactly(row("reviews_Baby.json.zst#1", "Nice", "soft", 5.0, null, "B1",
                null, LocalDate.of(2009, 9, 13), 2, null, "reviews_Baby.json.zst", 1L, "reviewerid", "A",
                "reviewername", "x", "reviewtime", "09 13, 2009"));
    }

    @Test
    void ucsd2023JsonAsPrettyArray() {
        IngestReport report = tables.ingest(tables.file("pretty.json", "\uFEFF" + """
                [
                  {
                    "rating": 1.0, "title": "Broke", "text": "It \\"broke\\"", "images": [], "asin": "B0",
                    "parent_asin": "P0", "user_id": "U", "timestamp": 1588687728923, "helpful_vote": 7,
                    "verified_purchase": true
                  },
                  { "rating": 5.0, "title": "ok", "text": null, "asin": "B1", "parent_asin": "P0", "timestamp": 1588687728923,
                    "helpful_vote": 0, "verified_purchase": false }
                ]
                """));
        assertThat(report.files().getFirst().layout()).isEqualTo("Amazon reviews 2023");
        assertThat(report.files().getFirst().format()).isEqualTo("JSON array");
        assertThat(tables.rows(tables.ingested()).getFirst()).isEqualTo(row("pretty.json#1", "Broke", "It \"broke\"", 1.0, null,
                "B0", null, LocalDate.of(2020, 5, 5), 7, true, "pretty.json", 1L, "parent_asin", "P0", "user_id", "U"));
        assertThat(report.read()).isEqualTo(2);
    }

    @Test
    void jsonObjectsOneAfterAnother() {
        IngestReport report = tables.ingest(tables.file("objects.json", "{\n \"text\": \"a\"\n}\n{\n \"text\": \"b\"\n}\n"));
        assertThat(report.files().getFirst().format()).isEqualTo("JSON objects");
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("a", "b");
    }

    @Test
    void fineFoodsCsv() {
        IngestReport report = tables.ingest(tables.file("Reviews.csv", """
                Id,ProductId,UserId,ProfileName,HelpfulnessNumerator,HelpfulnessDenominator,Score,Time,Summary,Text
                1,B001,U1,"x, ""y\""",3,1,5,1303862400,"Good ""Quality"" food","one,
                two<br />three"
                2,B002,U2,z,0,0,1,1346976000,Bad,plain
                """));
        assertThat(report.files().getFirst().layout()).isEqualTo("Amazon Fine Foods");
        assertThat(tables.rows(tables.ingested()).getFirst()).isEqualTo(row("1", "Good \"Quality\" food", "one,\ntwo<br />three", 5.0,
                null, "B001", null, LocalDate.of(2011, 4, 27), 3, null, "Reviews.csv", 1L, "userid", "U1", "profilename",
                "x, \"y\"", "helpfulnessdenominator", 1.0));
    }

    @Test
    void polarityWithoutHeader() {
        IngestReport report = tables.ingest(tables.file("train.csv", """
                "2","Stuning even for the ""non-gamer\""","This sound track\\nwas beautiful"
                "1","Buyer beware","self-published, sadly"
                """));
        assertThat(report.files().getFirst().layout()).isEqualTo("Review polarity");
        assertThat(tables.rows("SELECT stars, title, text FROM '" + tables.ingested() + "'")).containsExactly(
                Map.of("stars", 5.0, "title", "Stuning even for the \"non-gamer\"", "text", "This sound track\nwas beautiful"),
                Map.of("stars", 1.0, "title", "Buyer beware", "text", "self-published, sadly"));
    }

    @Test
    void fullWithoutHeader() {
        IngestReport report = tables.ingest(tables.file("test.csv",
                "\"3\",\"more like funchuck\",\"Gave this\"\n\"5\",\"a\",\"b\"\n\"1\",\"c\",\"d\"\n"));
        assertThat(report.files().getFirst().layout()).isEqualTo("Review full");
        assertThat(tables.column(tables.ingested(), "stars")).containsExactly(3.0, 5.0, 1.0);
    }

    @Test
    void filesOfOneRunMayDifferAndKeepTheirOrder() {
        Path one = tables.file("b.csv", "text;stars\nfirst;1\nsecond;2\n");
        Path two = tables.file("a.jsonl", "{\"Review\":\"third\",\"Rating\":\"3 stars\"}\n");
        Path three = tables.file("c.tsv", "stars\tverified_reviews\n4\tfourth\n");
        IngestReport report = tables.ingest(one, two, three, one);
        assertThat(report.files()).extracting(IngestReport.FileReport::format).containsExactly(
                "CSV separated by semicolons", "JSON lines", "TSV");
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("first", "second", "third", "fourth");
        assertThat(tables.column(tables.ingested(), "stars")).containsExactly(1.0, 2.0, 3.0, 4.0);
    }

    @Test
    void theUserChoosesColumns() {
        Path file = tables.file("own.csv", "review,remark,n\nheading,what I think,4\n");
        tables.ingest(Map.of("text", "remark", "stars", "N", "title", "review"), file);
        assertThat(tables.rows("SELECT title, text, stars FROM '" + tables.ingested() + "'"))
                .containsExactly(Map.of("title", "heading", "text", "what I think", "stars", 4.0));
    }

    @Test
    void damagedBytesAreReplacedAndTheRowKept() {
        byte[] bytes = concat("text,stars\n\"caf".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xE9},
                " and\nmore\",1\nfine,2\n".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xC3});
        IngestReport report = tables.ingest(tables.file("damaged.csv", concat(bytes, ",3\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(report.rejected()).isZero();
        assertThat(report.files().getFirst().damaged()).isEqualTo(2);
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("caf\uFFFD and\nmore", "fine", "\uFFFD");
    }

    @Test
    void utf16WithByteOrderMark() {
        byte[] bytes = concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, "text\tstars\r\ncaf\u00E9\t1\r\n".getBytes(StandardCharsets.UTF_16LE));
        IngestReport report = tables.ingest(tables.file("excel.txt", bytes));
        assertThat(report.files().getFirst().encoding()).isEqualTo("UTF-16 little endian");
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("caf\u00E9");
    }

    @Test
    void byteOrderMarksDoNotEnterTheText() {
        tables.ingest(tables.file("a.csv", "\uFEFF1,bad,text\n2,good,text\n"),
                tables.file("b.jsonl", "\uFEFF{\"text\":\"x\",\"stars\":3}\n"),
                tables.file("c.tsv", "\uFEFFtext\tstars\ny\t2\n"));
        assertThat(tables.column(tables.ingested(), "stars")).containsExactly(1.0, 5.0, 3.0, 2.0);
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("text", "text", "x", "y");
    }

    @Test
    void mixedLineEndsAndBlankLines() {
        IngestReport report = tables.ingest(tables.file("mixed.csv", "text,stars\r\na,1\n\n\"b\r\nb\",2\r\nc\rc,3\n"));
        assertThat(report.rejected()).isZero();
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("a", "b\nb", "c c");
    }

    @Test
    void quotesMayBeEscapedByABackslash() {
        Path file = tables.file("escaped.csv", "rating,review\n1,\"He said \\\"broken\\\", twice\"\n2,\"the folder C:\\\\temp\"\n"
                + "3,plain \\ text\n");
        IngestReport report = tables.ingest(file);
        assertThat(report.rejected()).isZero();
        assertThat(tables.column(tables.ingested(), "text"))
                .containsExactly("He said \"broken\", twice", "the folder C:\\temp", "plain \\ text");
        Path doubled = tables.file("doubled.csv", "rating,review\n1,\"a \"\"quote\"\" and a path C:\\\"\n2,\"C:\\new\"\n");
        tables.ingest(doubled);
        assertThat(tables.column(tables.ingested(), "text")).containsExactly("a \"quote\" and a path C:\\", "C:\\new");
    }

    @Test
    void badRecordsAreListedByTheirLine() {
        IngestReport report = tables.ingest(tables.file("some.csv",
                "text,stars\n\"a\nb\nc\",1\nx,2,3\nd,4\n\"e\" f,5\nonly\ng,5\nh,1\ni,1\nk,1\n"));
        assertThat(report.read()).isEqualTo(6);
        assertThat(tables.rows("SELECT line, reason, raw FROM '" + tables.rejected() + "'")).containsExactly(
                Map.of("line", 5L, "reason", "more than the 2 columns that the first line has", "raw", "x,2,3"),
                Map.of("line", 7L, "reason", "a double quote that is opened and not properly closed", "raw", "\"e\" f,5"),
                Map.of("line", 8L, "reason", "fewer than the 2 columns that the first line has", "raw", "only"));
    }

    @Test
    void valuesThatMeanNothingAreLeftEmptyAndCounted() {
        IngestReport report = tables.ingest(tables.file("odd.csv",
                "text,stars,date,verified,votes\na,five,someday,maybe,many\nb,N/A,,,\nc,4,2020-01-01,yes,2\n"));
        assertThat(report.files().getFirst().unreadable()).isEqualTo(Map.of(ReviewField.STARS, 1L, ReviewField.DATE, 1L,
                ReviewField.VERIFIED, 1L, ReviewField.HELPFUL_VOTES, 1L));
        assertThat(report.read()).isEqualTo(3);
    }

    @Test
    void parquetAndNamesThatHoldWildcardsAndQuotes() throws Exception {
        Path file = folder.resolve("it's [1]*.parquet");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            duckDb.execute("COPY (SELECT 'good' AS \"review text\", 3::TINYINT AS Stars, TIMESTAMPTZ '2020-02-03 23:05:06-02' AS date) TO "
                    + DuckDb.literal(file) + " (FORMAT parquet)");
        }
        tables.file("it's 1x.parquet", "no parquet");
        tables.ingest(file);
        assertThat(tables.rows("SELECT text, stars, date FROM '" + tables.ingested() + "'"))
                .containsExactly(Map.of("text", "good", "stars", 3.0, "date", LocalDate.of(2020, 2, 4)));
    }

    private static byte[] concat(byte[]... pieces) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            whole.writeBytes(piece);
        }
        return whole.toByteArray();
    }

    /** @param values of the fields, then names and values of other columns */
    private static Map<String, Object> row(Object... values) {
        List<String> names = List.of("id", "title", "text", "stars", "product", "product_id", "category", "date",
                "helpful_votes", "verified", "source", "row");
        Map<String, Object> row = new java.util.LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), values[i]);
        }
        for (int i = names.size(); i < values.length; i += 2) {
            row.put((String) values[i], values[i + 1]);
        }
        return row;
    }
}

package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/**
 * The reader of the cloud's jobs gives, row for row, what DuckDB gives, on real files and on random ones. How many of the
 * latter is for whoever changes a reader to say: {@code -Dtw.fuzz=10} tries ten times as many.
 */
class ReviewFileRowsTest {
    private static final int THOROUGH = Integer.getInteger("tw.fuzz", 1);
    private static final Path REAL = Path.of("../shared/data/reviews/other");

    @TempDir
    private Path folder;
    private DuckDb duckDb;
    private int files;

    @BeforeEach
    void open() throws SQLException {
        duckDb = DuckDb.open(folder);
        ReviewFunctions.register(duckDb.connection());
        duckDb.execute(ReviewFileReading.REJECTED_TABLE);
    }

    @AfterEach
    void close() {
        duckDb.close();
    }

    @Test
    void randomCsv() throws Exception {
        String[] pieces = {"\"", "\"", "\"\"", ",", ",", "\n", "\n", "a", "b c", " ", "\\", "1", "2", "\"a\"", ",\"b\"\n", "é", "😀", ""};
        compareRandom("csv", "text,stars,title\n", pieces, 60);
        compareRandom("csv", "text\n", pieces, 20);
    }

    @Test
    void randomCsvWithBackslashes() throws Exception {
        String[] pieces = {"\"", "\\\"", "\\", ",", ",", "\n", "a", "b c", " ", "1", "\"a\\\"b\",2,c\n", ",\"b\"\n", "\\n"};
        compareRandom("csv", "text,stars,title\n\"say \\\"hi\\\" now\",1,\"x\\\"\"\n\"an \\\"other\\\"\",1,x\n", pieces, 40);
    }

    @Test
    void randomLineEnds() throws Exception {
        String[] pieces = {"\"", "\"\"", ",", ",", "\r\n", "\r\n", "a", "b c", " ", "1", "\"a\"", ",\"b\"\r\n"};
        compareRandom("csv", "text,stars,title\r\n", pieces, 30);
        compareRandom("csv", "text,stars,title\n", new String[] {"\r", "\n", "\r\n", "a", ",", "\"", "\"a\r\nb\""}, 20);
    }

    @Test
    void randomTsv() throws Exception {
        compareRandom("tsv", "review_body\tstar_rating\treview_headline\n",
                new String[] {"\"", "\t", "\t", "\n", "a", "b c", " ", "1", "5", "\\", "x\t4\ty\n", ""}, 30);
        compareRandom("tsv", "review_body\tvine\tVine \n",
                new String[] {"\"", "\t", "\t", "\n", "Y", "b  c", " ", "\u0007", "n/a", "x\tY\ty\n", "😀".repeat(120), ""}, 30);
    }

    @Test
    void randomHeaderless() throws Exception {
        compareRandom("csv", "1,good,it was good\n2,bad\\nline,\"a \"\"quoted\"\" text\\nof two lines\"\n",
                new String[] {"1", "2", "3", ",", ",", "\n", "\"", "text", "\\n", "\"1\",\"t\",\"x\"\n"}, 20);
    }

    @Test
    void randomJson() throws Exception {
        String[] pieces = {"{", "}", "[", "]", "\"text\":", "\"stars\":", "\"title\":\"t\"", ",", ",", "\"a\\u00e9\\n\"",
                "\"\\ud83d\\ude00\"",
            "\"\\ud83d\"", "\"\\udc00\"", "1", "-0", "-0.0", "5.00", "1e3", "1E400", "0.1", "1e-7", "123456789012345678901", "1.5e22",
            "0.000001", "123456.789e3", "true", "null", "NaN", "-Infinity", "01", "1.", "\n", "\n", " ", "\t", "\u0001", "\"\t\"",
            "\"\\/\\\\\\\"\""};
        String first = "{\"text\":\"a\",\"stars\":5,\"title\":\"x\"}\n";
        compareRandom("jsonl", first, pieces, 50);
        Random random = new Random(7);
        StringBuilder members = new StringBuilder(first);
        for (int i = 0; i < 3000; i++) {
            members.append("{\"text\":").append(value(random, 0)).append(random.nextInt(20) == 0 ? ",}" : "}").append('\n');
        }
        compare("values.jsonl", members.toString());
        compare("values.json", "[" + String.join(",\n", members.toString().split("\n")) + "]");
        compare("values2.json", "{\"text\":\n\"a\"}" + members.toString().replace("\n", " ").replace("\"text\":", "\"text\":\n"));
    }

    @Test
    void anArrayThatEndsEarlyIsNoJson() throws Exception {
        String review = "{\"text\":\"a\",\"stars\":5}";
        compare("whole.json", "[" + review + "," + review + "]\n");
        assertThat(failure("whole.json")).isNull();
        int number = 0;
        for (String damaged : List.of("[" + review, "[" + review + ",", "[" + review + ",\n", "[" + review + ",{", "[" + review
                + "," + review,
                "[" + review + ",]", "[" + review + ",,]", "[" + review + "]]", "[" + review + "]" + review,
                "[" + review + "],", "[" + review + " " + review + "]", "[" + review + "] 1")) {
            String name = "damaged" + number++ + ".json";
            compare(name, damaged);
            assertThat(failure(name)).as(damaged).endsWith(" is not valid JSON.");
        }
    }

    private String failure(String name) throws IOException {
        return plain(new ReviewFileSniffer(p -> List.of(), Map.of()).sniff(folder.resolve(name))).failure();
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth > 3 ? 5 : 7)) {
            case 0 -> Double.toString(Double.longBitsToDouble(random.nextLong()));
            case 1 -> Double.toString(random.nextInt(1_000_000) / Math.pow(10, random.nextInt(12)));
            case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 3 -> new JsonPrimitive(random.ints(4, 0, 0x300).mapToObj(Character::toString).reduce("", String::concat)).toString();
            case 4 -> List.of("true", "false", "null", "1e5", "1E-5", "3.0", "1.50", "nan", "-NaN", "inf", "-Infinity", "Inf")
                    .get(random.nextInt(12));
            case 5 -> "[ " + value(random, depth + 1) + " , " + value(random, depth + 1) + "]";
            default -> "{\"a\" : " + value(random, depth + 1) + ", \"a\":" + value(random, depth + 1) + "}";
        };
    }

    @Test
    void filesOfOthers() throws Exception {
        Assumptions.assumeTrue(REAL.toFile().isDirectory(), "skipped: " + REAL + " is not there");
        for (String name : List.of("alexa.tsv", "giftcards-2023-bom.csv", "gillette-damaged-encoding.csv", "headset.csv",
                "polarity-malformed.csv")) {
            compare(REAL.resolve(name));
        }
    }

    private void compareRandom(String extension, String start, String[] pieces, int times) throws Exception {
        Random random = new Random(extension.length() + start.length());
        for (int i = 0; i < times * THOROUGH; i++) {
            StringBuilder text = new StringBuilder(start);
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            compare(i + "." + extension, text.toString());
        }
    }

    private void compare(String name, String text) throws Exception {
        compare(new ReviewTables(folder).file(name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void compare(Path path) throws Exception {
        ReviewFile file;
        try {
            file = new ReviewFileSniffer(p -> List.of(), Map.of()).sniff(path);
            file.fields().requireText("x");
        } catch (ExplainedException unreadable) {
            return;
        }
        duckDb.execute("DELETE FROM rejected");
        Outcome duck;
        try {
            ReviewFileReading reading = new ReviewFileReading(duckDb, file, folder, files++, others(file));
            reading.read(0, ProgressListener.NONE);
            duck = new Outcome(rows(reading.table(), others(file).keySet()), rejected(), reading.swallowed(), null);
        } catch (ExplainedException e) {
            duck = new Outcome(List.of(), List.of(), 0, e.getMessage());
        }
        String text = file.format() + " " + (path.startsWith(REAL) ? path.toString() : Files.readString(path));
        text = text.substring(0, Math.min(text.length(), 400));
        Outcome plain = plain(file);
        for (int i = 0; i < Math.max(plain.rows().size(), duck.rows().size()); i++) {
            assertThat(i < plain.rows().size() ? plain.rows().get(i) : "end").as(text)
                    .isEqualTo(i < duck.rows().size() ? duck.rows().get(i) : "end");
        }
        assertThat(plain).as(text).isEqualTo(duck);
    }

    /** All columns that no field uses. */
    private static Map<String, String> others(ReviewFile file) {
        return OtherColumns.of(file.fields(), OtherColumns.ALL);
    }

    private record Outcome(List<String> rows, List<String> rejected, long swallowed, String failure) { }

    private Outcome plain(ReviewFile file) throws IOException {
        List<String> rows = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        long swallowed = 0;
        try (ReviewFileRows reader = ReviewFileRows.of(file, others(file), folder.resolve("repaired.txt"))) {
            for (ReviewRow row = reader.next(); row != null; row = reader.next()) {
                if (row.reason() == null) {
                    rows.add(Stream.of(row.row(), row.id(), row.title(), row.text(), row.stars(), row.product(), row.productId(),
                            row.category(), row.date(), row.helpfulVotes(), row.verified(), row.unreadable(),
                            others(file).keySet().stream().map(row.others()::get).toList()).map(String::valueOf).toList().toString());
                } else {
                    rejected.add(row.line() + " " + row.reason() + " " + row.raw());
                    swallowed = row.swallowed();
                }
            }
        } catch (ExplainedException e) {
            return new Outcome(List.of(), List.of(), 0, e.getMessage());
        }
        rejected.sort(null);
        return new Outcome(rows, rejected, swallowed, null);
    }

    private List<String> rows(String table, Set<String> others) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var result = statement.executeQuery("SELECT row, id, title, "
                + "text, stars, product, product_id, category, date, helpful_votes, verified, bad_stars, bad_date, bad_helpful_votes, "
                + "bad_verified" + others.stream().map(name -> ", " + ReviewQuery.staged(name)).collect(Collectors.joining()) + " FROM "
                + table + " WHERE reason IS NULL ORDER BY row")) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= 11; i++) {
                    Object value = i == 9 ? result.getObject(i, LocalDate.class) : result.getObject(i);
                    row.add(String.valueOf(value));
                }
                List<ReviewField> unreadable = new ArrayList<>();
                for (int i = 0; i < ReviewField.CHECKED.size(); i++) {
                    if (result.getBoolean(12 + i)) {
                        unreadable.add(ReviewField.CHECKED.get(i));
                    }
                }
                row.add(unreadable.toString());
                List<String> more = new ArrayList<>();
                for (int i = 0; i < others.size(); i++) {
                    more.add(result.getString(12 + ReviewField.CHECKED.size() + i));
                }
                row.add(more.toString());
                rows.add(row.toString());
            }
        }
        return rows;
    }

    private List<String> rejected() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = duckDb.connection().createStatement(); var result = statement.executeQuery(
                "SELECT line, reason, raw FROM rejected")) {
            while (result.next()) {
                rows.add(result.getLong(1) + " " + result.getString(2) + " " + result.getString(3));
            }
        }
        rows.sort(null);
        return rows;
    }
}

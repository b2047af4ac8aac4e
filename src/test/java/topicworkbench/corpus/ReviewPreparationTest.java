package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.RandomStream;

class ReviewPreparationTest {
    private static final String HEADER = "id,title,text,stars,product,product_id,category,date,verified\n";
    private static final ReviewFilter ALL = ReviewFilter.DEFAULTS;

    @TempDir
    private Path folder;
    private ReviewTables tables;

    @BeforeEach
    void tables() {
        tables = new ReviewTables(folder);
    }

    private void rows(String rows) {
        tables.ingest(tables.file("reviews.csv", HEADER + rows));
    }

    private List<Object> keptIds() {
        return tables.column(tables.reviews(), "id");
    }

    @Test
    void writesCleanReviewsNumberedInOrder() {
        rows("r1,Good &amp; cheap,one<br/>two,5,Mouse,B1,PC,2020-01-02,Y\nr2,,three,1,,B2,,,\n");
        assertThat(tables.prepare(ALL)).isEqualTo(new PrepareReport(2, 0, Map.of(), 0, 0, 2));
        assertThat(tables.rows(tables.reviews())).containsExactly(
                review(0, "r1", "Good & cheap", "one two", 5.0, "Mouse", "PC", LocalDate.of(2020, 1, 2), null, true),
                review(1, "r2", null, "three", 1.0, "B2", null, null, null, null));
    }

    @Test
    void filtersByEveryBoundAndDropsWhatHasNoValue() {
        rows("a,,alpha,1,Mouse,B1,PC,2020-01-01,Y\nb,,beta,3,Keys,B2,PC,2021-01-01,N\n"
                + "c,,gamma,5,Mouse,B1,Home,2022-01-01,Y\nd,,delta,,,,,,\n");
        assertThat(kept(1.0, 3.0, List.of(), List.of(), null, null, false)).containsExactly("a", "b");
        assertThat(kept(null, 2.0, List.of(), List.of(), null, null, false)).containsExactly("a");
        assertThat(kept(4.0, null, List.of(), List.of(), null, null, false)).containsExactly("c");
        assertThat(kept(null, null, List.of("mouse"), List.of(), null, null, false)).containsExactly("a", "c");
        assertThat(kept(null, null, List.of("b2", "B1"), List.of(), null, null, false)).containsExactly("a", "b", "c");
        assertThat(kept(null, null, List.of(), List.of("pc"), null, null, false)).containsExactly("a", "b");
        assertThat(kept(null, null, List.of(), List.of(), LocalDate.of(2021, 1, 1), null, false)).containsExactly("b", "c");
        assertThat(kept(null, null, List.of(), List.of(), null, LocalDate.of(2021, 1, 1), false)).containsExactly("a", "b");
        assertThat(kept(null, null, List.of(), List.of(), null, null, true)).containsExactly("a", "c");
    }

    private List<Object> kept(Double min, Double max, List<String> products, List<String> categories, LocalDate from,
            LocalDate to, boolean verified) {
        PrepareReport report = tables.prepare(new ReviewFilter(min, max, products, categories, from, to, verified, 1, null, true, true));
        assertThat(report.read()).isEqualTo(4);
        assertThat(report.filtered() + report.kept()).isEqualTo(4);
        assertThat(report.filteredBy().values().stream().mapToLong(Long::longValue).sum()).isEqualTo(report.filtered());
        return keptIds();
    }

    @Test
    void filtersByLengthAfterCleaning() {
        rows("a,,<b></b>,1,,,,,\nb,x,yz,1,,,,,\nc,,abcdefghij,1,,,,,\n");
        assertThat(tables.prepare(new ReviewFilter(null, null, List.of(), List.of(), null, null, false, 2, 5, true, true)).filteredBy())
                .isEqualTo(Map.of("length", 2L));
        assertThat(keptIds()).containsExactly("b");
    }

    @Test
    void dropsExactDuplicatesWithoutRegardToCaseAndMarkup() {
        rows("a,Great,works well,5,,,,,\nb,GREAT,works<br>well,1,,,,,\nc,Great,works  well,5,,,,,\nd,,great works well,5,,,,,\n"
                + "e,Great,works well!,5,,,,,\n");
        PrepareReport report = tables.prepare(ALL);
        assertThat(report.exactDuplicates()).isEqualTo(3);
        assertThat(keptIds()).containsExactly("a", "e");
    }

    @Test
    void keepsDuplicatesWhereTheFilterSaysSo() {
        rows("a,Great,works well,5,,,,,\nb,Great,works well,5,,,,,\n");
        assertThat(tables.prepare(new ReviewFilter(null, null, List.of(), List.of(), null, null, false, 1, null, false, false)).kept())
                .isEqualTo(2);
    }

    @Test
    void shortReviewsThatDifferStay() {
        rows("a,,works great,5,,,,,\nb,,works greatly,5,,,,,\nc,,does not work,1,,,,,\nd,,does work,5,,,,,\n"
                + "e,,I love this little thing so much and it works,5,,,,,\nf,,I love this little thing so much and it broke,1,,,,,\n");
        assertThat(tables.prepare(ALL).kept()).isEqualTo(6);
    }

    /** Against every pair compared: the quadratic answer that the fast way stands in for. */
    @Test
    void findsTheNearDuplicatesThatComparingAllPairsFinds() {
        RandomStream random = RandomStream.of(5, "near duplicates");
        StringBuilder rows = new StringBuilder();
        List<String> texts = new java.util.ArrayList<>();
        for (int i = 0; i < 600; i++) {
            String text = i % 3 != 0 || i == 0 ? words(random, 40)
                    : changed(texts.get(random.nextInt(texts.size())), random, 1 + random.nextInt(3));
            texts.add(text);
            rows.append(i).append(",,").append(text).append(",1,,,,,\n");
        }
        rows(rows.toString());
        PrepareReport report = tables.prepare(ALL);
        List<Object> expected = new java.util.ArrayList<>();
        List<Shingles> kept = new java.util.ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Shingles shingles = Shingles.of(texts.get(i));
            if (kept.stream().noneMatch(shingles::similar)) {
                kept.add(shingles);
                expected.add(Integer.toString(i));
            }
        }
        assertThat(report.nearDuplicates()).isBetween(60L, 199L);
        // MinHash may miss one in fifty of those just above the threshold; it never invents one
        assertThat(keptIds()).containsAll(expected);
        assertThat(keptIds().size() - expected.size()).isBetween(0, 3);
    }

    private static String words(RandomStream random, int count) {
        return String.join(" ", Stream.generate(() -> "w" + random.nextInt(500)).limit(count).toList());
    }

    private static String changed(String text, RandomStream random, int words) {
        String[] changed = text.split(" ");
        for (int i = 0; i < words; i++) {
            changed[random.nextInt(changed.length)] = "other" + random.nextInt(500);
        }
        return String.join(" ", changed);
    }

    @Test
    void similarityIsThatOfSetsOfWordTriples() {
        String twenty = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
                + "eighteen nineteen twenty";
        // 18 triples each, 17 shared: 17 / 19; with a word amid changed 15 shared: 15 / 21
        assertThat(Shingles.of(twenty).similar(Shingles.of(twenty.replace("twenty", "last")))).isTrue();
        assertThat(Shingles.of(twenty).similar(Shingles.of(twenty.replace("ten", "last")))).isFalse();
        assertThat(Shingles.of(twenty).hashes()).hasSize(18);
        assertThat(Shingles.of("Don't. STOP").fingerprint()).isEqualTo(Shingles.of("don't. stop").fingerprint());
        assertThat(Shingles.of("one two three").comparable()).isFalse();
    }

    @Test
    void sameInputGivesTheSameBytesWithOneThreadAndTwo() throws IOException {
        StringBuilder rows = new StringBuilder();
        RandomStream random = RandomStream.of(1, "bytes");
        for (int i = 0; i < 25_000; i++) {
            rows.append(i).append(",t,").append(words(random, 12)).append(",").append(1 + random.nextInt(5)).append(",,,,,\n");
        }
        byte[][] bytes = new byte[2][];
        String before = System.getProperty("tw.threads");
        try {
            for (int threads = 1; threads <= 2; threads++) {
                System.setProperty("tw.threads", Integer.toString(threads));
                rows(rows.toString());
                assertThat(tables.prepare(ALL).kept()).isEqualTo(25_000);
                bytes[threads - 1] = Files.readAllBytes(tables.reviews());
            }
        } finally {
            if (before == null) {
                System.clearProperty("tw.threads");
            } else {
                System.setProperty("tw.threads", before);
            }
        }
        assertThat(bytes[1]).isEqualTo(bytes[0]);
        assertThat(tables.column(tables.reviews(), "bool_and(review::VARCHAR = id)")).containsExactly(true);
    }

    @Test
    void nothingLeftSaysWhichBoundDroppedHowMany() {
        rows("a,,alpha,1,,,PC,,\nb,,beta,3,,,PC,,\nc,,,5,,,Home,,\n");
        assertThatThrownBy(() -> tables.prepare(new ReviewFilter(2.0, null, List.of(), List.of("Home"), null, null, false, 1, null,
                true, true)))
                .isInstanceOf(ExplainedException.class)
                .hasMessage("No review is left of 3: stars dropped 1, category dropped 1, length dropped 1.");
        assertThat(tables.reviews()).doesNotExist();
        assertThat(folder.resolve("reviews.parquet.parts")).doesNotExist();
    }

    @Test
    void canBeCancelled() {
        rows("a,,alpha,1,,,,,\n");
        assertThatThrownBy(() -> new ReviewPreparation().prepare(tables.ingested(), ALL, tables.reviews(), (done, total) -> {
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);
        assertThat(tables.reviews()).doesNotExist();
    }

    private static Map<String, Object> review(Object... values) {
        List<String> names = List.of("review", "id", "title", "text", "stars", "product", "category", "date", "helpful_votes", "verified");
        Map<String, Object> row = new java.util.LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            row.put(names.get(i), values[i]);
        }
        row.put("source", "reviews.csv");
        return row;
    }
}

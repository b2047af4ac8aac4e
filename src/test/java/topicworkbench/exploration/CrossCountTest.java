package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.Threads;

class CrossCountTest {
    private static final int DOCUMENTS = 200_000;
    private static final int TOPICS = 7;

    /** Every count against a plain loop, on one and two threads. */
    @Test
    void countsWhatALoopCounts() {
        Random random = new Random(5);
        int[] topics = IntStream.range(0, DOCUMENTS).map(d -> random.nextInt(TOPICS)).toArray();
        int[] days = IntStream.range(0, DOCUMENTS).map(d -> random.nextInt(10) == 0 ? DocumentColumns.NO_DAY
                : 15000 + random.nextInt(900)).toArray();
        Selection among = Selection.of(DOCUMENTS, IntStream.range(0, DOCUMENTS).filter(d -> random.nextBoolean()).toArray());
        TimeBins bins = TimeBins.of(days, TimeUnit.MONTH);
        int[] expected = new int[TOPICS * bins.count()];
        for (int d = 0; d < DOCUMENTS; d++) {
            if (among.contains(d) && days[d] != DocumentColumns.NO_DAY) {
                LocalDate month = LocalDate.ofEpochDay(days[d]).withDayOfMonth(1);
                int bin = IntStream.range(0, bins.count()).filter(b -> bins.start(b).equals(month)).findFirst().orElseThrow();
                expected[topics[d] * bins.count() + bin]++;
            }
        }
        for (int count : new int[] {1, 2}) {
            try (Threads threads = new Threads(count)) {
                CrossCount counts = CrossCount.of(among, bins, new TopicAssignment(topics), TOPICS, threads);
                assertThat(counts.counts()).isEqualTo(expected);
                assertThat(IntStream.range(0, TOPICS).mapToLong(counts::ofTopic).sum())
                        .isEqualTo(IntStream.range(0, bins.count()).mapToLong(counts::ofBin).sum());
            }
        }
    }

    @Test
    void timeIsCutByTheCalendarAndFiltersGiveTheBinsBack() {
        int first = (int) LocalDate.of(2015, 12, 28).toEpochDay();
        int last = (int) LocalDate.of(2016, 3, 1).toEpochDay();
        int[] days = {last, first, DocumentColumns.NO_DAY};
        TimeBins months = TimeBins.of(days, TimeUnit.MONTH);
        assertThat(IntStream.range(0, months.count()).mapToObj(months::name))
                .containsExactly("Dec 2015", "Jan 2016", "Feb 2016", "Mar 2016");
        assertThat(IntStream.range(0, 3).map(months::of)).containsExactly(3, 0, Bins.NONE);
        assertThat(months.filter(2, 2)).isEqualTo(new Filter.Days((int) LocalDate.of(2016, 2, 1).toEpochDay(),
                (int) LocalDate.of(2016, 2, 29).toEpochDay()));
        TimeBins weeks = TimeBins.of(days, TimeUnit.WEEK);
        assertThat(weeks.start(0)).isEqualTo(LocalDate.of(2015, 12, 28));
        assertThat(weeks.count()).isEqualTo(10);
        assertThat(TimeBins.of(days, TimeUnit.QUARTER).name(0)).isEqualTo("Q4 2015");
        assertThat(TimeBins.of(days, null).unit()).isEqualTo(TimeUnit.DAY);
        assertThat(TimeBins.between(days, null, 0, 20 * 365).unit()).isEqualTo(TimeUnit.QUARTER);
        assertThat(TimeBins.of(new int[] {DocumentColumns.NO_DAY}, null).count()).isZero();
        assertThat(months.nearest(last + 1000)).isEqualTo(3);
    }

    @Test
    void namesThatOccurMostComeFirstAndTheOthersTogether() {
        CategoryColumn column = new CategoryColumn(new int[] {0, 1, 1, 2, 3, 3, 3, CategoryColumn.MISSING},
                List.of("a", "b", "c", "d"));
        NameBins bins = NameBins.of(Dimension.PRODUCT, column, column.counts(Selection.all(8)), 2);
        assertThat(IntStream.range(0, bins.count()).mapToObj(bins::name)).containsExactly("d", "b", "2 others");
        assertThat(IntStream.range(0, 8).map(bins::of)).containsExactly(2, 1, 1, 2, 0, 0, 0, Bins.NONE);
        assertThat(bins.filter(1, 1)).isEqualTo(new Filter.Names(Dimension.PRODUCT, Set.of("b")));
        assertThat(bins.filter(1, 2)).isEqualTo(new Filter.Names(Dimension.PRODUCT, Set.of("a", "b", "c")));
        assertThat(NameBins.of(Dimension.PRODUCT, column, new int[] {1, 1, 0, 0}, 5).count()).isEqualTo(2);
    }

    @Test
    void starsAndVotesFallIntoTheirBins() {
        StarBins stars = new StarBins(new float[] {1, 4.4f, 4.5f, Float.NaN, 0});
        assertThat(IntStream.range(0, 5).map(stars::of)).containsExactly(0, 3, 4, Bins.NONE, 0);
        assertThat(stars.filter(0, 1)).isEqualTo(new Filter.Stars(1, 2));
        VoteBins votes = new VoteBins(new int[] {0, 1, 4, 5, 5000});
        assertThat(IntStream.range(0, 5).map(votes::of)).containsExactly(0, 1, 2, 3, 7);
        assertThat(votes.filter(2, 3)).isEqualTo(new Filter.HelpfulVotes(2, 9));
        assertThat(votes.filter(1, 7)).isEqualTo(new Filter.HelpfulVotes(1, Integer.MAX_VALUE));
        assertThat(votes.name(2)).isEqualTo("2–4");
    }
}

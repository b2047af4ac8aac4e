package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"31-Jul-18|2018-07-31", "20101103|2010-11-03", "November 3, 2010|2010-11-03",
            "08 9, 2014|2014-08-09", "08 19, 2014|2014-08-19", "2014-08-19|2014-08-19", "2014-08-19 13:01:02|2014-08-19",
            "2014-08-19T13:01:02Z|2014-08-19", "1350777600|2012-10-21", "1549866158332|2019-02-11",
            "1350777600.0|2012-10-21", "1350777600000000|2012-10-21", "1.3507776e+12|2012-10-21", "12/31/2015|2015-12-31",
            "3 November 2010|2010-11-03", "Nov 3, 2010|2010-11-03",
            "Reviewed in the United States on March 5, 2021|2021-03-05", "1-JAN-99|1999-01-01"})
    void readsTheSpellingsOfDatesThatPublishedFilesUse(String written, LocalDate day) {
        assertThat(ReviewValues.date(written)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2014-02-30", "31-Foo-18", "99999999999999999", "1.0E-5", "0000-01-01", "5"})
    void leavesOutWhatIsNoDay(String written) {
        assertThat(ReviewValues.date(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"5,5", "4.0,4", "1.5,1.5", "4 out of 5 stars,4", "4.0 out of 5 stars,4", "8/10,4", "3 stars,3", "' 2 ',2"})
    void readsStars(String written, double stars) {
        assertThat(ReviewValues.stars(written)).isEqualTo(stars);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "6", "-1", "NaN", "five", "4x", "3/0", "99999999999/99999999999"})
    void leavesOutWhatIsNotOneToFiveStars(String written) {
        assertThat(ReviewValues.stars(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12|12", "1,024|1024", "12.0|12", "[2, 3]|2", "[2,3]|2", "[0, 0]|0"})
    void readsHelpfulVotes(String written, int votes) {
        assertThat(ReviewValues.votes(written)).isEqualTo(votes);
    }

    @Test
    void readsYesAndNo() {
        assertThat(ReviewValues.verified("Y")).isTrue();
        assertThat(ReviewValues.verified("True")).isTrue();
        assertThat(ReviewValues.verified("1")).isTrue();
        assertThat(ReviewValues.verified("N")).isFalse();
        assertThat(ReviewValues.verified("false")).isFalse();
        assertThat(ReviewValues.verified("maybe")).isNull();
    }

    @Test
    void tellsMissingFromMisunderstood() {
        assertThat(ReviewValues.missing(null)).isTrue();
        assertThat(ReviewValues.missing(" NaN ")).isTrue();
        assertThat(ReviewValues.missing("five")).isFalse();
    }

    @Test
    void putsPolarityClassesAtTheEndsOfTheScale() {
        assertThat(ReviewValues.polarity("1")).isEqualTo(1);
        assertThat(ReviewValues.polarity("2")).isEqualTo(5);
        assertThat(ReviewValues.polarity("3")).isNull();
    }
}

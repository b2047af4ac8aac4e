package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against SciPy 1.10: {@code binomtest(k, n).proportion_ci(method='wilson')} and {@code chi2.ppf}. */
class IntervalTest {

    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.27753279986288926", "3, 10, 0.10779126740630102, 0.6032218525388546",
        "10, 10, 0.7224672001371109, 1", "81, 263, 0.2552885198782742, 0.36620957698280004",
        "1, 100000, 1.765247730378316e-06, 5.664709659040965e-05"})
    void ofAShareIsWilsons(long part, long whole, double low, double high) {
        Interval interval = Interval.ofShare(part, whole);
        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3.6888794541139354", "1, 0.025317807984289876, 5.571643390938898",
        "3, 0.6186721228956014, 8.767273069742323", "10, 4.7953886961324335, 18.39035604201778",
        "100, 81.36399125092314, 121.62679379242638", "2500, 2402.952365431124, 2599.9614843405425"})
    void ofACountIsNearTheExactLimits(long count, double low, double high) {
        Interval interval = Interval.ofCount(count);
        assertThat(interval.low()).isCloseTo(low, within(0.02));
        assertThat(interval.high()).isCloseTo(high, within(0.06));
    }

    @Test
    void ofAMeanIsNormal() {
        assertThat(Interval.ofMean(3.2, 1.6431676725154984, 5).low()).isCloseTo(1.7597264970934072, within(1e-12));
        assertThat(Interval.ofMean(3.2, 0, 1)).isEqualTo(Interval.UNKNOWN);
        assertThat(Interval.ofShare(0, 0)).isEqualTo(Interval.UNKNOWN);
    }

    @Test
    void growthIsARatioOfSharesWithItsInterval() {
        Growth growth = new Growth(30, 100, 45, 300);
        assertThat(growth.ratio()).isCloseTo(2.0043190640205566, within(1e-12));
        assertThat(growth.interval().low()).isCloseTo(1.3445945600464042, within(1e-12));
        assertThat(growth.interval().high()).isCloseTo(2.987736995051948, within(1e-12));
        assertThat(growth.isCertain()).isTrue();
        assertThat(new Growth(10, 100, 31, 300).isCertain()).isFalse();
        assertThat(new Growth(0, 100, 0, 300).ratio()).isFinite();
        assertThat(new Growth(5, 10, 0, 0).isKnown()).isFalse();
        assertThat(new Growth(5, 10, 0, 0).ratio()).isNaN();
    }
}

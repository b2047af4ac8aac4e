package topicworkbench.corpus;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as DuckDB writes them: the fewest digits that mean the number, and an exponent only where it must be. */
public final class NumberText {
    private static final int MOST_DIGITS = 17;

    private NumberText() { }

    /** As the value of a JSON member. */
    static String json(double value) {
        return written(value, -6, 21, "e");
    }

    /** As the value of a column. */
    public static String column(double value) {
        return Double.isNaN(value) ? "nan" : Double.isInfinite(value) ? value > 0 ? "inf" : "-inf" : written(value, -4, 16, "e+");
    }

    /** @param least @param most where the decimal point stands, from the first digit, in numbers without an exponent */
    private static String written(double value, int least, int most, String up) {
        String sign = value < 0 || 1 / value < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        if (least < point && point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        if (point > 0 && point <= most) {
            return sign + (point >= digits.length() ? digits + "0".repeat(point - digits.length()) + ".0"
                    : digits.substring(0, point) + "." + digits.substring(point));
        }
        return sign + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (point > 0 ? up : "e-") + exponent(Math.abs(point - 1), up);
    }

    /** A column's exponent has two digits at least. */
    private static String exponent(int exponent, String up) {
        return (exponent < 10 && up.length() > 1 ? "0" : "") + exponent;
    }

    /** Before JDK 19 {@link Double#toString(double)} may give a digit too many. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; ; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (digits == MOST_DIGITS || rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros();
            }
        }
    }
}

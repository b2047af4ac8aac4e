package topicworkbench.ui.chart;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnitSource;
import org.jfree.chart.axis.TickUnits;

/** What the values across a line chart are, and so which of them are named below it. */
public enum Across {
    /** Epochs: there is none between two. */
    EPOCHS,
    /** Seconds since the start, told as a clock tells them. */
    SECONDS;

    private static final int[] CLOCK_STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600,
        43_200, 86_400};
    private static final int HOUR = 3600;
    private static final int MINUTE = 60;

    TickUnitSource ticks() {
        if (this == EPOCHS) {
            return NumberAxis.createIntegerTickUnits();
        }
        TickUnits steps = new TickUnits();
        for (int step : CLOCK_STEPS) {
            steps.add(new NumberTickUnit(step, new Clock()));
        }
        return steps;
    }

    /** A value as people read it: "12", "1:05", "1:02:30". */
    public String inWords(double value) {
        if (this == EPOCHS) {
            return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ENGLISH, "%.2f", value);
        }
        long seconds = Math.round(value);
        String withinTheHour = String.format(Locale.ENGLISH, seconds < HOUR ? "%d:%02d" : "%02d:%02d",
                seconds % HOUR / MINUTE, seconds % MINUTE);
        return seconds < HOUR ? withinTheHour : seconds / HOUR + ":" + withinTheHour;
    }

    /** The same as JFreeChart wants it. */
    private static final class Clock extends NumberFormat {
        private static final long serialVersionUID = 1L;

        @Override
        public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
            return to.append(SECONDS.inWords(number));
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
            return to.append(SECONDS.inWords(number));
        }

        @Override
        public Number parse(String text, ParsePosition position) {
            throw new UnsupportedOperationException("an axis is not typed into");
        }
    }
}

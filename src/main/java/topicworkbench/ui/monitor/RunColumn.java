package topicworkbench.ui.monitor;

import java.util.Comparator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something about runs that a column can show and a search can ask for.
 *
 * @param id     as searches spell it
 * @param title  over the column
 * @param help   what it means
 * @param width  that it needs, in pixels
 * @param number what it sorts by, NaN where there is none; null for words
 * @param text   what stands in the column
 * @param best   picks the best of several for the head of a group, or adds them up; or null
 */
record RunColumn(String id, String title, String help, double width, ToDoubleFunction<RunRow> number,
        Function<RunRow, String> text, DoubleBinaryOperator best) {

    static RunColumn words(String id, String title, String help, double width, Function<RunRow, String> text) {
        return new RunColumn(id, title, help, width, null, text, null);
    }

    boolean isNumber() {
        return number != null;
    }

    /** Runs that have none come last when rising. */
    Comparator<RunRow> order() {
        return isNumber() ? Comparator.comparingDouble(row -> {
            double value = number.applyAsDouble(row);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }) : Comparator.comparing((RunRow row) -> text.apply(row).isEmpty())
                .thenComparing(text, String.CASE_INSENSITIVE_ORDER);
    }
}

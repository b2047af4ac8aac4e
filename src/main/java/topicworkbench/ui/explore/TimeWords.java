package topicworkbench.ui.explore;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Filters;
import topicworkbench.exploration.TimeBins;
import topicworkbench.exploration.TimeUnit;

/** What stands below bins of time: years where there are several, else months, else days. */
final class TimeWords {
    private static final int YEARS_SHOWN = 24;
    private static final int MONTHS_SHOWN = 3;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private TimeWords() { }

    /** "day", "week", … */
    static String unit(TimeUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** A word below each bin in which a year, a month or a day begins that the one before does not lie in. */
    static List<String> ticks(TimeBins bins) {
        if (bins.count() == 0) {
            return List.of();
        }
        LocalDate last = bins.start(bins.count() - 1);
        boolean years = bins.start(0).plusMonths(YEARS_SHOWN).isBefore(last) || bins.unit() == TimeUnit.YEAR;
        boolean months = bins.start(0).plusMonths(MONTHS_SHOWN).isBefore(last);
        List<String> ticks = new ArrayList<>();
        String before = "";
        for (int bin = 0; bin < bins.count(); bin++) {
            LocalDate start = bins.start(bin);
            String words = years ? Integer.toString(start.getYear()) : months ? MONTH.format(start) : DAY.format(start);
            ticks.add(words.equals(before) ? "" : words);
            before = words;
        }
        return ticks;
    }

    /** The bins that the filters leave; none where time is not filtered. */
    static BitSet brushed(TimeBins bins, Filters filters) {
        BitSet brushed = new BitSet();
        if (filters.on(Dimension.DATE).orElse(null) instanceof Filter.Days days && bins.count() > 0) {
            brushed.set(bins.nearest(days.from()), bins.nearest(days.to()) + 1);
        }
        return brushed;
    }
}

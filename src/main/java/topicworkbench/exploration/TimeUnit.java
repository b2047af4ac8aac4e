package topicworkbench.exploration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.TemporalUnit;
import java.util.Locale;

/** How long a bin of time is. */
public enum TimeUnit {
    DAY("Days", ChronoUnit.DAYS, "d MMM uuuu"), WEEK("Weeks", ChronoUnit.WEEKS, "d MMM uuuu"),
    MONTH("Months", ChronoUnit.MONTHS, "MMM uuuu"), QUARTER("Quarters", IsoFields.QUARTER_YEARS, "'Q'Q uuuu"),
    YEAR("Years", ChronoUnit.YEARS, "uuuu");

    private final String word;
    private final TemporalUnit unit;
    private final DateTimeFormatter format;

    TimeUnit(String word, TemporalUnit unit, String format) {
        this.word = word;
        this.unit = unit;
        this.format = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
    }

    public String word() {
        return word;
    }

    /** The finest that makes at most so many bins of a stretch of days; years if none does. */
    public static TimeUnit finest(int firstDay, int lastDay, int mostBins) {
        for (TimeUnit unit : values()) {
            if (unit.bins(firstDay, lastDay) <= mostBins) {
                return unit;
            }
        }
        return YEAR;
    }

    /** How many bins the stretch touches. */
    int bins(int firstDay, int lastDay) {
        return (int) unit.between(start(firstDay), start(lastDay)) + 1;
    }

    /** The first day of the bin that a day lies in; weeks begin on Monday. */
    LocalDate start(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }

    /** The bin that begins on a day, for people: "12 Mar 2017", "Mar 2017", "Q1 2017", "2017". */
    public String name(LocalDate start) {
        return (this == WEEK ? "week of " : "") + format.format(start);
    }
}

package topicworkbench.exploration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Documents by when they were written: equal stretches of the calendar, none left out between the first and the last. */
public final class TimeBins implements Bins {
    /** More could not be told apart in a chart. */
    private static final int MOST = 120;

    private final int[] days;
    private final TimeUnit unit;
    private final List<LocalDate> starts;
    private final int firstDay;
    private final int lastDay;
    /** Of each day from the first of the first bin its bin. */
    private final int[] binOfDay;

    private TimeBins(int[] days, TimeUnit unit, int from, int to) {
        this.days = days;
        this.unit = unit;
        starts = new ArrayList<>();
        LocalDate end = LocalDate.ofEpochDay(to);
        for (LocalDate start = unit.start(from); !start.isAfter(end); start = unit.next(start)) {
            starts.add(start);
        }
        firstDay = (int) starts.getFirst().toEpochDay();
        lastDay = (int) unit.next(starts.getLast()).toEpochDay() - 1;
        binOfDay = new int[lastDay - firstDay + 1];
        for (int bin = 0; bin < starts.size(); bin++) {
            Arrays.fill(binOfDay, day(bin) - firstDay, lastDay(bin) - firstDay + 1, bin);
        }
    }

    /**
     * @param days of each document, since 1970-01-01, or {@link DocumentColumns#NO_DAY}
     * @param unit how long a bin is, or null for the finest that leaves few enough
     * @return over the days that occur; no bins where none does
     */
    public static TimeBins of(int[] days, TimeUnit unit) {
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (int day : days) {
            if (day != DocumentColumns.NO_DAY) {
                first = Math.min(first, day);
                last = Math.max(last, day);
            }
        }
        return first > last ? new TimeBins(days) : between(days, unit, first, last);
    }

    /** The same over a stretch of days, rounded out to whole bins. */
    public static TimeBins between(int[] days, TimeUnit unit, int first, int last) {
        return new TimeBins(days, unit == null ? TimeUnit.finest(first, last, MOST) : unit, first, last);
    }

    private TimeBins(int[] days) {
        this.days = days;
        unit = TimeUnit.YEAR;
        starts = List.of();
        firstDay = 0;
        lastDay = -1;
        binOfDay = new int[0];
    }

    @Override
    public Dimension dimension() {
        return Dimension.DATE;
    }

    @Override
    public int count() {
        return starts.size();
    }

    @Override
    public int of(int document) {
        int day = days[document];
        return day < firstDay || day > lastDay ? NONE : binOfDay[day - firstDay];
    }

    public TimeUnit unit() {
        return unit;
    }

    @Override
    public String name(int bin) {
        return unit.name(starts.get(bin));
    }

    public LocalDate start(int bin) {
        return starts.get(bin);
    }

    /** The bin that a day lies in, or the nearest. */
    public int nearest(int day) {
        return count() == 0 ? NONE : binOfDay[Math.clamp(day, firstDay, lastDay) - firstDay];
    }

    @Override
    public Filter filter(int first, int last) {
        return new Filter.Days(day(first), lastDay(last));
    }

    private int day(int bin) {
        return (int) starts.get(bin).toEpochDay();
    }

    private int lastDay(int bin) {
        return (bin + 1 < starts.size() ? day(bin + 1) - 1 : lastDay);
    }
}

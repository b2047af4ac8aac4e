package topicworkbench.exploration;

/**
 * The latest stretch of time, in which at least a quarter of the dated documents lie: what growth is seen in.
 *
 * @param from first day, since 1970-01-01, or {@link DocumentColumns#NO_DAY} where dates are missing or all the same
 * @param to   last day
 */
public record RecentTime(int from, int to) {
    public static final RecentTime UNKNOWN = new RecentTime(DocumentColumns.NO_DAY, DocumentColumns.NO_DAY);

    /** One in so many. */
    private static final int PART = 4;

    /** @param days of each document, since 1970-01-01, or {@link DocumentColumns#NO_DAY} */
    public static RecentTime of(Selection among, int[] days) {
        int[] ends = {Integer.MAX_VALUE, Integer.MIN_VALUE};
        long[] dated = {0};
        among.forEach(document -> {
            int day = days[document];
            if (day != DocumentColumns.NO_DAY) {
                ends[0] = Math.min(ends[0], day);
                ends[1] = Math.max(ends[1], day);
                dated[0]++;
            }
        });
        if (ends[0] >= ends[1]) {
            return UNKNOWN;
        }
        int[] ofDay = new int[ends[1] - ends[0] + 1];
        among.forEach(document -> {
            if (days[document] != DocumentColumns.NO_DAY) {
                ofDay[days[document] - ends[0]]++;
            }
        });
        long recent = 0;
        int day = ofDay.length;
        while (recent * PART < dated[0] && day > 1) { // the first day is never recent: there must be a time before
            day--;
            recent += ofDay[day];
        }
        return new RecentTime(ends[0] + day, ends[1]);
    }

    public boolean isKnown() {
        return from != DocumentColumns.NO_DAY;
    }

    boolean contains(int day) {
        return isKnown() && day >= from && day <= to;
    }
}

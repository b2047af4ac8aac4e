package topicworkbench.ui.chart;

/**
 * The points that it takes to draw a line as if all were drawn: of each column of pixels the first, the least, the
 * greatest and the last. Nothing is sampled, so that no spike is lost.
 *
 * @see <a href="https://doi.org/10.14778/2732951.2732953">Jugel et al. 2014, M4</a>
 */
final class MinMaxDecimation {
    private static final int PER_COLUMN = 4;

    private MinMaxDecimation() { }

    /**
     * @param from    left edge
     * @param to      right edge
     * @param columns of pixels between them
     * @return the points to draw, and the next one beyond each edge, since a line leads there
     */
    static SeriesPoints of(SeriesPoints points, double from, double to, int columns) {
        int first = Math.max(0, points.firstFrom(from) - 1);
        int end = Math.min(points.size(), points.firstFrom(Math.nextUp(to)) + 1);
        SeriesPoints kept = new SeriesPoints();
        if (end - first <= PER_COLUMN * columns) {
            copy(points, first, end, kept);
            return kept;
        }
        double width = (to - from) / columns;
        int start = first;
        while (start < end) {
            double column = Math.floor((points.x(start) - from) / width);
            int next = start + 1;
            int least = start;
            int most = start;
            while (next < end && Math.floor((points.x(next) - from) / width) == column) {
                least = points.y(next) < points.y(least) ? next : least;
                most = points.y(next) > points.y(most) ? next : most;
                next++;
            }
            int[] inOrder = {start, Math.min(least, most), Math.max(least, most), next - 1};
            for (int i = 0; i < inOrder.length; i++) {
                if (i == 0 || inOrder[i] != inOrder[i - 1]) {
                    copy(points, inOrder[i], inOrder[i] + 1, kept);
                }
            }
            start = next;
        }
        return kept;
    }

    private static void copy(SeriesPoints from, int first, int end, SeriesPoints to) {
        for (int i = first; i < end; i++) {
            to.add(from.x(i), from.y(i));
        }
    }
}

package topicworkbench.ui.explore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import topicworkbench.exploration.Bins;
import topicworkbench.exploration.CategoryColumn;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.NameBins;
import topicworkbench.exploration.NumberColumn;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.topic.ColorRamp;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.explore.Coloring.Shade;

/**
 * Colors documents by what is known of them: names by the palette of the topics, the most frequent first, what has an
 * order by a ramp, what is unknown in grey. To be asked away from the window's thread.
 *
 * @param topics     those that are shown
 * @param chosen     id of the topic whose share is shown
 * @param found      documents of the search; null for none
 */
record Colorings(ExploredRun run, DocumentColumns columns, TopicAssignment assignment, List<TopicName> topics, int chosen,
        Selection found, boolean dark) {
    private static final int MOST_NAMES = 19;
    private static final int[] VOTES = {0, 1, 2, 5, 10, 50};
    private static final double[] SHARES = {0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8};
    private static final int MOST_MONTHS = 24;

    /** A topic as people call and color it. */
    record TopicName(int id, String name, int rgb) { }

    /** Grey, in both themes fainter than any color. */
    static int grey(boolean dark) {
        return dark ? 0x6e7681 : 0xafb8c1;
    }

    Coloring by(ColorBy what) {
        return switch (what) {
            case ColorBy.Known.TOPIC -> byTopic();
            case ColorBy.Known.SHARE -> steps(what, SHARES.length, this::shareStep, step -> shareName(step), ColorRamp.SEQUENTIAL);
            case ColorBy.Known.STARS -> steps(what, 5, document -> Float.isNaN(columns.stars()[document]) ? -1
                    : Math.clamp(Math.round(columns.stars()[document]) - 1, 0, 4),
                    step -> step == 0 ? "1 star" : step + 1 + " stars", ColorRamp.DIVERGING);
            case ColorBy.Known.DATE -> byDate();
            case ColorBy.Known.PRODUCT -> byName(what, columns.product());
            case ColorBy.Known.CATEGORY -> byName(what, columns.category());
            case ColorBy.Known.SOURCE -> byName(what, columns.source());
            case ColorBy.Known.HELPFUL_VOTES -> steps(what, VOTES.length, document -> step(VOTES, columns.helpfulVotes()[document]),
                    step -> step < 2 ? Integer.toString(VOTES[step]) : step + 1 == VOTES.length ? VOTES[step] + " or more"
                    : VOTES[step] + "–" + (VOTES[step + 1] - 1), ColorRamp.SEQUENTIAL);
            case ColorBy.Known.VERIFIED -> two(what, "Verified", "Not verified", document -> columns.verified()[document]);
            case ColorBy.Known.SEARCH -> two(what, "Found", "Not found", document -> found != null && found.contains(document) ? 1 : -1);
            case ColorBy.Column(String name) -> byColumn(what, Dimension.column(name));
        };
    }

    private Coloring byTopic() {
        int[] codes = assignment.topics();
        int ids = 1 + Math.max(Arrays.stream(codes).max().orElse(0),
                topics.stream().mapToInt(TopicName::id).max().orElse(0));
        boolean[] listed = new boolean[ids];
        topics.forEach(topic -> listed[topic.id()] = true);
        int[] counts = counts(codes, ids);
        List<Shade> shades = topics.stream().map(topic -> new Shade(topic.id(), topic.name(), topic.rgb(), counts[topic.id()]))
                .toList();
        boolean all = shades.stream().mapToInt(Shade::count).sum() == codes.length;
        return all ? new Coloring(ColorBy.TOPIC, codes, shades)
                : withUnknown(ColorBy.TOPIC, document -> listed[codes[document]] ? codes[document] : -1, ids, shades);
    }

    private int shareStep(int document) {
        float share = run.shares().get(document, chosen);
        int step = 0;
        while (step + 1 < SHARES.length && share >= SHARES[step + 1]) {
            step++;
        }
        return step;
    }

    private static String shareName(int step) {
        int from = (int) Math.round(100 * SHARES[step]);
        return step + 1 == SHARES.length ? from + "% or more" : from + "–" + Math.round(100 * SHARES[step + 1]) + "%";
    }

    private static int step(int[] bounds, int value) {
        int step = 0;
        while (step + 1 < bounds.length && value >= bounds[step + 1]) {
            step++;
        }
        return step;
    }

    /** By year, or by month where there are few. */
    private Coloring byDate() {
        int[] days = columns.days();
        IntStream known = IntStream.of(days).filter(day -> day != DocumentColumns.NO_DAY);
        var range = known.summaryStatistics();
        if (range.getCount() == 0) {
            return steps(ColorBy.DATE, 1, document -> -1, step -> "", ColorRamp.SEQUENTIAL);
        }
        int first = month(range.getMin());
        int months = month(range.getMax()) - first + 1;
        if (months <= MOST_MONTHS) {
            return steps(ColorBy.DATE, months, document -> days[document] == DocumentColumns.NO_DAY ? -1
                    : month(days[document]) - first, step -> String.format(Locale.ROOT, "%d-%02d", (first + step) / 12,
                    (first + step) % 12 + 1), ColorRamp.SEQUENTIAL);
        }
        int years = (first + months - 1) / 12 - first / 12 + 1;
        return steps(ColorBy.DATE, years, document -> days[document] == DocumentColumns.NO_DAY ? -1
                : month(days[document]) / 12 - first / 12, step -> Integer.toString(first / 12 + step), ColorRamp.SEQUENTIAL);
    }

    /** Since the year 0. */
    private static int month(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return 12 * date.getYear() + date.getMonthValue() - 1;
    }

    private Coloring byColumn(ColorBy what, Dimension column) {
        return switch (run.values(column)) {
            case CategoryColumn names -> byName(what, names);
            case NumberColumn numbers -> {
                Bins bins = numbers.bins(column, Selection.all(run.documents()), MOST_NAMES);
                yield steps(what, bins.count(), bins::of, bins::name, ColorRamp.SEQUENTIAL);
            }
        };
    }

    private Coloring byName(ColorBy what, CategoryColumn column) {
        NameBins bins = NameBins.of(null, column, column.counts(Selection.all(column.codes().length)), MOST_NAMES);
        int[] codes = new int[column.codes().length];
        Arrays.setAll(codes, bins::of);
        int[] counts = counts(codes, bins.count());
        int named = bins.count() - (bins.others() > 0 ? 1 : 0);
        List<Shade> shades = IntStream.range(0, bins.count()).mapToObj(bin -> new Shade(bin, bins.name(bin),
                bin < named ? TopicColors.rgb(bin) : grey(dark), counts[bin])).toList();
        return withUnknown(what, document -> codes[document], bins.count(), shades);
    }

    @FunctionalInterface
    private interface StepName {
        String of(int step);
    }

    private Coloring steps(ColorBy what, int steps, IntUnaryOperator stepOf, StepName name, ColorRamp ramp) {
        List<Shade> shades = new ArrayList<>();
        int[] counts = new int[steps];
        int[] codes = new int[run.documents()];
        for (int document = 0; document < codes.length; document++) {
            codes[document] = stepOf.applyAsInt(document);
            if (codes[document] >= 0) {
                counts[codes[document]]++;
            }
        }
        for (int step = 0; step < steps; step++) {
            shades.add(new Shade(step, name.of(step), ramp.rgb(step, steps, dark), counts[step]));
        }
        return withUnknown(what, document -> codes[document], steps, shades);
    }

    private Coloring two(ColorBy what, String yes, String no, IntUnaryOperator answer) {
        int[] answers = new int[run.documents()];
        Arrays.setAll(answers, answer);
        int[] counts = counts(answers, 2);
        List<Shade> shades = new ArrayList<>(List.of(new Shade(1, yes, TopicColors.rgb(0), counts[1])));
        if (counts[0] > 0) {
            shades.add(new Shade(0, no, TopicColors.rgb(1), counts[0]));
        }
        return withUnknown(what, document -> answers[document], 2, shades);
    }

    /** Documents without a shade get one more, if there are any. */
    private Coloring withUnknown(ColorBy what, IntUnaryOperator codeOf, int unknown, List<Shade> shades) {
        int[] codes = new int[run.documents()];
        int missing = 0;
        for (int document = 0; document < codes.length; document++) {
            int code = codeOf.applyAsInt(document);
            codes[document] = code < 0 ? unknown : code;
            missing += code < 0 ? 1 : 0;
        }
        List<Shade> all = new ArrayList<>(shades);
        if (missing > 0) {
            all.add(new Shade(unknown, switch (what) {
                case ColorBy.Known.TOPIC -> "Hidden topics";
                case ColorBy.Known.SEARCH -> "Not found";
                default -> "Unknown";
            }, grey(dark), missing));
        }
        return new Coloring(what, codes, all);
    }

    private static int[] counts(int[] codes, int size) {
        int[] counts = new int[size];
        for (int code : codes) {
            if (code >= 0 && code < size) {
                counts[code]++;
            }
        }
        return counts;
    }
}

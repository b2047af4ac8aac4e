package topicworkbench.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.shell.DrivenWindow;
import topicworkbench.workspace.Workspace;

/**
 * Works the real window for so many minutes and watches what it takes: {@code MINUTES SEED WORKSPACE REVIEWS}. The workspace has a
 * run with a large map, the largest of all, and others; the file of reviews is looked at in the form. After each round of everything that
 * takes a minute or longer a line is told, at the end whether anything grew or became slower.
 */
public final class Soak {
    private static final double WARM_UP_MINUTES = 10;
    private static final Duration THINKING = Duration.ofMillis(250);
    private static final int TOLD = 40;
    private static final int LEAST_GROWTH = 20;

    private final DrivenWindow window;
    private final Actions actions;
    private final List<Line> lines = new ArrayList<>();
    private double whole;
    private Footprint early;
    private Footprint last;

    /** After so many minutes. */
    private record Line(double minutes, Footprint footprint, Map<String, List<Double>> milliseconds, double longestPause) { }

    private Soak(DrivenWindow window, Actions actions) {
        this.window = window;
        this.actions = actions;
    }

    public static void main(String[] arguments) throws Exception {
        Workspace workspace = new Workspace(Path.of(arguments[2]));
        List<RunSummary> runs = new ArrayList<>(workspace.runs().stream().filter(run -> run.quality() != null).toList());
        runs.sort(Comparator.comparingLong(run -> -workspace.find(run.id()).result().counts().documents()));
        DrivenWindow window = new DrivenWindow(workspace, Files.createTempDirectory("soak").resolve("window.json"));
        Actions actions = new Actions(window, new Pauses(window.thread()), THINKING);
        Day day = new Day(window, actions, new Random(Long.parseLong(arguments[1])), runs.getFirst().name(), runs.get(1).name(),
                Path.of(arguments[3]));
        new Soak(window, actions).soak(Double.parseDouble(arguments[0]), day);
        System.exit(0);
    }

    private void soak(double minutes, Day day) throws Exception {
        whole = minutes;
        long begin = System.nanoTime();
        double told = 0;
        System.out.println("minutes, heap MB, buffers MB, resident MB, threads, open files, nodes, objects of the window, listeners, "
                + "median ms of all that is done, longest pause ms, failures");
        int rounds = 0;
        while (minutes(begin) < minutes) {
            day.once();
            rounds++;
            if (minutes(begin) - told >= 1 || minutes(begin) >= minutes) {
                told = minutes(begin);
                tell(told);
            }
        }
        System.out.printf(Locale.ROOT, "%d rounds in %.1f minutes, %d failures, %d uncaught%n", rounds, minutes(begin), actions.failures(),
                window.failures());
        actions.failed().forEach((name, why) -> System.out.println("  failed: " + name + ": " + why));
        conclude();
    }

    private static double minutes(long begin) {
        return (System.nanoTime() - begin) / 6e10;
    }

    private void tell(double minutes) throws Exception {
        Thread.sleep(1000);
        window.rest();
        Map<String, Pauses.Seen> seen = actions.takePauses();
        Map.Entry<String, Pauses.Seen> longest = seen.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().longest().waited())).orElseThrow();
        Map<String, List<Double>> milliseconds = actions.takeMilliseconds();
        Footprint now = Footprint.now(window.scene().getRoot());
        last = now;
        Line line = new Line(minutes, now.lean(), milliseconds, longest.getValue().longest().waited());
        if (early == null && minutes >= Math.min(WARM_UP_MINUTES, whole / 4)) {
            early = now;
        }
        TreeSet<String> strange = new TreeSet<>(now.threads());
        if (!lines.isEmpty()) {
            strange.removeAll(lines.getLast().footprint().threads());
        }
        lines.add(line);
        System.out.printf(Locale.ROOT, "%.1f, %.1f, %.1f, %.0f, %d, %d, %d, %d, %d, %.0f, %.0f (%s: %s), %d%s%n", minutes, now.heap(),
                now.buffers(),
                now.resident(), now.running(), now.files(), now.nodes(), now.ours(), now.listeners(),
                median(milliseconds.values().stream().flatMap(List::stream).toList()), line.longestPause(), longest.getKey(),
                longest.getValue().longest(), actions.failures(), lines.size() == 1 || strange.isEmpty() ? "" : ", new threads " + strange);
        System.out.println("  medians: " + milliseconds.entrySet().stream()
                .map(entry -> entry.getKey() + String.format(Locale.ROOT, " %.0f", median(entry.getValue()))).toList());
    }

    private static double median(List<Double> of) {
        return Pauses.quantile(of, 0.5);
    }

    private void conclude() throws IOException {
        List<Line> warm = lines.stream().filter(line -> line.minutes() >= WARM_UP_MINUTES).toList();
        System.out.println("after the first " + WARM_UP_MINUTES + " minutes, by a straight line:");
        slope("heap MB", warm, Footprint::heap);
        slope("buffers MB", warm, Footprint::buffers);
        slope("resident MB", warm, Footprint::resident);
        slope("threads", warm, Footprint::running);
        slope("open files", warm, Footprint::files);
        slope("objects of the window", warm, Footprint::ours);
        slope("listeners", warm, Footprint::listeners);
        speed();
        if (early != null) {
            growth();
        }
    }

    private static void slope(String what, List<Line> lines, ToDoubleFunction<Footprint> of) {
        double meanX = lines.stream().mapToDouble(Line::minutes).average().orElse(Double.NaN);
        double meanY = lines.stream().mapToDouble(line -> of.applyAsDouble(line.footprint())).average().orElse(Double.NaN);
        double above = 0;
        double below = 0;
        for (Line line : lines) {
            above += (line.minutes() - meanX) * (of.applyAsDouble(line.footprint()) - meanY);
            below += (line.minutes() - meanX) * (line.minutes() - meanX);
        }
        System.out.printf(Locale.ROOT, "  %-24s mean %.1f, %+.2f an hour%n", what, meanY, 60 * above / below);
    }

    /** The last quarter's medians by the first's. */
    private void speed() {
        int quarter = Math.max(1, lines.size() / 4);
        Map<String, List<Double>> first = together(lines.subList(0, quarter));
        Map<String, List<Double>> last = together(lines.subList(lines.size() - quarter, lines.size()));
        Map<String, Double> ratios = new TreeMap<>();
        System.out.println("what is done: median ms in the first quarter, in the last, and the second by the first");
        first.forEach((name, before) -> {
            if (last.containsKey(name)) {
                double ratio = median(last.get(name)) / median(before);
                ratios.put(name, ratio);
                System.out.printf(Locale.ROOT, "  %-28s %8.0f %8.0f %6.2f%n", name, median(before), median(last.get(name)), ratio);
            }
        });
        System.out.printf(Locale.ROOT, "  all alike %.2f (geometric mean)%n",
                Math.exp(ratios.values().stream().mapToDouble(Math::log).average().orElse(Double.NaN)));
    }

    private static Map<String, List<Double>> together(List<Line> lines) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        lines.forEach(line -> line.milliseconds()
                .forEach((name, times) -> all.computeIfAbsent(name, first -> new ArrayList<>()).addAll(times)));
        return all;
    }

    /** Of which classes there are more objects than in the beginning. */
    private void growth() {
        Map<String, Long> now = last.objects();
        System.out.println("more objects than in the beginning:");
        now.entrySet().stream().map(entry -> Map.entry(entry.getKey(), entry.getValue() - early.objects().getOrDefault(entry.getKey(), 0L)))
                .filter(entry -> entry.getValue() >= LEAST_GROWTH).sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(TOLD)
                .forEach(entry -> System.out.printf("  %+8d %s (%d)%n", entry.getValue(), entry.getKey(), now.get(entry.getKey())));
    }
}

package topicworkbench.reliability;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import topicworkbench.ui.shell.DrivenWindow;

/**
 * Works the real window on more of everything than people have, and tells how long it paused in each step: {@code FOLDER [ROUNDS]}, with
 * {@code -Dglass.platform=Headless -Dprism.order=sw} where there is no display. The folder is filled if it is empty: 10,000 runs, among
 * them one of 500 topics, one of 200,000 words, one with a review of 5 MB, one of a million reviews. The first round is told apart, in
 * which Java loads and compiles what it needs.
 */
public final class Load {
    private static final int RUNS = 10_000;
    private static final int TOPICS = 500;
    private static final int WORDS = 200_000;
    private static final int LONGEST = 5_000_000;
    private static final int REVIEWS = 1_000_000;
    private static final Duration BETWEEN = Duration.ofMillis(600);
    private static final double TOO_LONG = 200;

    private Load() { }

    public static void main(String[] arguments) throws Exception {
        HeavyWorkspace heavy = new HeavyWorkspace(Path.of(arguments[0]).toAbsolutePath(), RUNS, TOPICS, WORDS, LONGEST, REVIEWS);
        heavy.fill();
        DrivenWindow window = new DrivenWindow(heavy.workspace(), heavy.folder().resolve("window.json"));
        Actions actions = new Actions(window, new Pauses(window.thread()), BETWEEN);
        HeavyDay day = new HeavyDay(window, actions, heavy, new Random(1));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        for (int round = 0; round < rounds; round++) {
            day.once();
            if (round == 0 || round == rounds - 1) {
                System.out.println(round == 0 ? "the first round" : "all later rounds");
                tell(actions.takePauses());
            }
        }
        actions.failed().forEach((name, why) -> System.out.println("failed: " + name + ": " + why));
        System.out.println(window.failures() + " uncaught");
        System.exit(0);
    }

    /** Milliseconds: the longest pause, the most work at a stretch, and how late a thread was that only slept. */
    private static void tell(Map<String, Pauses.Seen> seen) {
        System.out.printf("%-36s %8s %8s %8s %8s %8s%n", "ms", "pause", "99.9%", "work", "lateness", "99%");
        seen.forEach((name, step) -> {
            Pauses.Pause hardest = step.hardest();
            Pauses.Pause longest = step.longest();
            System.out.printf(Locale.ROOT, "%-36s %8.0f %8.0f %8.0f %8.0f %8.0f%n", name, longest.waited(), step.most(0.999),
                    hardest.used(), step.late(1), step.late(0.99));
            if (longest.waited() > TOO_LONG) {
                System.out.println("    seen at " + longest.where());
            }
            if (hardest.used() > TOO_LONG && hardest != longest) {
                System.out.println("    at work at " + hardest.where());
            }
        });
        tell("answers of the window's thread",
                seen.values().stream().flatMap(step -> step.pauses().stream()).map(Pauses.Pause::waited).toList());
        tell("work before each", seen.values().stream().flatMap(step -> step.pauses().stream()).map(Pauses.Pause::used).toList());
        tell("lateness of a thread that sleeps", seen.values().stream().flatMap(step -> step.lateness().stream()).toList());
    }

    private static void tell(String what, List<Double> all) {
        System.out.printf(Locale.ROOT, "%-36s %,d: median %.1f ms, 99%% %.0f, 99.9%% %.0f, longest %.0f; over %.0f ms: %d%n",
                what, all.size(),
                Pauses.quantile(all, 0.5), Pauses.quantile(all, 0.99), Pauses.quantile(all, 0.999), Pauses.quantile(all, 1), TOO_LONG,
                all.stream().filter(each -> each > TOO_LONG).count());
    }
}

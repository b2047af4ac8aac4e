package topicworkbench.benchmark;

import java.nio.file.Path;
import java.util.Locale;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunResult;
import topicworkbench.workspace.Workspace;

/** Seconds to open a finished run in a fresh process: {@code WORKSPACE RUN}. */
public final class OpeningBenchmark {
    private static long last = System.nanoTime();

    private OpeningBenchmark() { }

    public static void main(String[] arguments) {
        long begin = last;
        RunFolder run = new Workspace(Path.of(arguments[0])).find(arguments[1]);
        tell("find");
        RunResult result = run.result();
        tell("topics and scores of " + result.topics().size() + " topics");
        System.out.printf(Locale.ROOT, "opened in %.2f s%n", (last - begin) / 1e9);
    }

    private static void tell(String what) {
        long now = System.nanoTime();
        System.out.printf(Locale.ROOT, "%6.3f s %s%n", (now - last) / 1e9, what);
        last = now;
    }
}

package topicworkbench.run.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpecJson;
import topicworkbench.workspace.Workspace;

/** A process of its own, on one thread, that starts or resumes a run and tells its events, to be killed at any moment. */
public final class DoomedProcess {
    private static final String RESUME = "resume";

    private DoomedProcess() { }

    /** Arguments: the workspace, then {@code resume} and a run, or a name and a specification as JSON. */
    public static void main(String[] args) throws InterruptedException {
        LocalPipelineRunner runner = new LocalPipelineRunner(new Workspace(Path.of(args[0])), Threads.available());
        Consumer<RunEvent> teller = event -> {
            System.out.println(event);
            System.out.flush();
        };
        (args[1].equals(RESUME) ? runner.resume(args[2], teller)
                : runner.start(RunSpecJson.read(args[2], "spec"), args[1], teller)).await();
    }

    /**
     * Starts or resumes a run and kills the process, as by {@code kill -9}, a few milliseconds after an event whose text
     * contains {@code moment}.
     *
     * @return whether the event came
     */
    static boolean killAt(String moment, RandomStream random, String... arguments) throws IOException, InterruptedException {
        return killAt(moment, random, () -> { }, arguments);
    }

    /** @param main of another program that tells its events line by line */
    public static boolean killAt(Class<?> main, String moment, RandomStream random, String... arguments)
            throws IOException, InterruptedException {
        return killAt(main, moment, random, () -> { }, arguments);
    }

    /** @param before what to do first, while the process still works on the run */
    static boolean killAt(String moment, RandomStream random, Runnable before, String... arguments)
            throws IOException, InterruptedException {
        return killAt(DoomedProcess.class, moment, random, before, arguments);
    }

    private static boolean killAt(Class<?> main, String moment, RandomStream random, Runnable before, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules",
                "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Dtw.threads=1",
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader output = process.inputReader()) {
            boolean came = output.lines().anyMatch(line -> line.contains(moment));
            before.run();
            Thread.sleep(random.nextInt(30));
            return came;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}

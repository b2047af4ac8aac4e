package topicworkbench.benchmark;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topicworkbench.run.Provenance;
import topicworkbench.run.Stage;
import topicworkbench.testdata.ReviewGenerator;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * Time and memory of whole runs on invented reviews, each in a fresh process as a user starts it, and of opening them
 * again: {@code JAR FOLDER SIZES [OPTIONS…]}, with the packaged jar, a folder with room for all (1 GB a million reviews),
 * sizes separated by commas, and options for {@code run}. The files of reviews are made if they are not there, and kept,
 * as are the runs.
 */
public final class PipelineBenchmark {
    private static final List<String> FLAGS = List.of("--add-modules", "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED");

    private PipelineBenchmark() { }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path folder = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        List<Provenance> runs = new ArrayList<>();
        List<Integer> sizes = Arrays.stream(arguments[2].split(",")).map(Integer::valueOf).toList();
        for (int size : sizes) {
            Path reviews = folder.resolve("reviews-" + size + ".csv");
            if (!Files.exists(reviews)) {
                ReviewGenerator.write(size, reviews, 1);
            }
            // a new one each time: in an old one a run takes over what another did with the same files
            Workspace workspace = new Workspace(Files.createTempDirectory(folder, "workspace-" + size + "-"));
            String root = workspace.root().toString();
            List<String> command = new ArrayList<>(List.of("-jar", arguments[0], "run", "--workspace", root,
                    "--reviews", reviews.toString(), "--name", size + " invented reviews"));
            command.addAll(List.of(arguments).subList(3, arguments.length));
            long start = System.nanoTime();
            java(command, folder.resolve("run-" + size + ".log"));
            double seconds = (System.nanoTime() - start) / 1e9;
            RunFolder run = workspace.find(workspace.runs().getFirst().id());
            runs.add(run.provenance());
            System.out.printf(Locale.ROOT, "%,d reviews: %.1f s from start to end, %,d MB at most, run folder %,d MB%n", size,
                    seconds, run.provenance().peakMemoryMb(), megabytes(run.path()));
            java(List.of("-cp", System.getProperty("java.class.path"), OpeningBenchmark.class.getName(), root,
                    run.id()), null);
        }
        print(sizes, runs);
    }

    /** @param log where it writes, or null for where we write */
    private static void java(List<String> arguments, Path log) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + File.separator + "bin"
                + File.separator + "java"));
        command.addAll(FLAGS);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(log == null ? Redirect.INHERIT : Redirect.to(log.toFile()));
        if (builder.start().waitFor() != 0) {
            throw new IOException("it failed; see " + log);
        }
    }

    private static long megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum() >> 20;
        }
    }

    /** A row a stage: seconds and greatest resident memory for each size, and the last step's growth of time. */
    private static void print(List<Integer> sizes, List<Provenance> runs) {
        System.out.println("stage      " + sizes.stream().map(size -> String.format(Locale.ROOT, "%,22d", size))
                .collect(Collectors.joining()) + "   time grows by");
        for (Stage stage : Stage.values()) {
            if (runs.stream().allMatch(run -> run.stageSeconds().containsKey(stage))) {
                System.out.println(String.format(Locale.ROOT, "%-11s", stage.key()) + runs.stream().map(run -> String.format(
                        Locale.ROOT, "%,10.1f s %,7d MB", run.stageSeconds().get(stage), run.stagePeakMb().getOrDefault(stage, 0L)))
                        .collect(Collectors.joining()) + growth(sizes, runs.stream().map(run -> run.stageSeconds().get(stage)).toList()));
            }
        }
        List<Double> totals = runs.stream().map(run -> run.stageSeconds().values().stream().mapToDouble(s -> s).sum()).toList();
        System.out.println("all stages " + totals.stream().map(total -> String.format(Locale.ROOT, "%,10.1f s           ", total))
                .collect(Collectors.joining()) + growth(sizes, totals));
    }

    /** The exponent e of time ~ size^e from each size to the next; 1 is linear. */
    private static String growth(List<Integer> sizes, List<Double> seconds) {
        StringBuilder growth = new StringBuilder("   n^");
        for (int i = 1; i < sizes.size(); i++) {
            growth.append(String.format(Locale.ROOT, " %.2f", Math.log(seconds.get(i) / seconds.get(i - 1))
                    / Math.log((double) sizes.get(i) / sizes.get(i - 1))));
        }
        return growth.toString();
    }
}

package topicworkbench.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for inputs that a reader does not survive: Jazzer changes sound ones, and goes on from those that reach code which no
 * other has reached. Arguments: how readers' names begin or {@code all}, how many inputs each gets, a seed, and where findings are kept
 * ({@code target/fuzzing}); slower readers get a part of the inputs. Jazzer has its own process for each reader, ended by the
 * first input that takes more than five seconds or too much memory.
 */
public final class Fuzzing {
    private static final Pattern DONE = Pattern.compile("stat::number_of_executed_units:\\s*(\\d+)");
    private static final Pattern COVERED = Pattern.compile("#\\d+\\s.*cov: (\\d+).*");
    /** Whose branches are looked at: ours, and the libraries that read for us. */
    private static final String LOOKED_AT = "topicworkbench.**:com.google.gson.**:com.google.protobuf.**";
    /** At work where a run is made to be damaged, and slow when looked at. */
    private static final String PASSED_OVER =
            "topicworkbench.fit.**:topicworkbench.math.**:topicworkbench.projection.**:topicworkbench.run.local.**";
    /** It takes what it cannot parse of DuckDB's SQL for an attack. */
    private static final String NOT_UNDERSTOOD = "com.code_intelligence.jazzer.sanitizers.SqlInjection";

    private final Path folder;
    private final long seed;

    private Fuzzing(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<FuzzTarget> targets = FuzzTargets.ALL.stream()
                .filter(target -> arguments[0].equals("all") || target.name().startsWith(arguments[0])).toList();
        Fuzzing fuzzing = new Fuzzing(Path.of(arguments.length > 3 ? arguments[3] : "target/fuzzing"),
                arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        long all = 0;
        int found = 0;
        for (FuzzTarget target : targets) {
            Told told = fuzzing.fuzz(target, target.pace().share(Long.parseLong(arguments[1])));
            System.out.printf("%-22s %,9d inputs %5d s %,6d branches %2d findings%n", target.name(), told.inputs(), told.seconds(),
                    told.covered(), told.found().size());
            told.found().forEach(file -> System.out.println("    " + file));
            all += told.inputs();
            found += told.found().size();
        }
        System.out.printf("%,d inputs, %d findings%n", all, found);
    }

    /** What became of a reader. @param found a file with the input each */
    private record Told(long inputs, long seconds, long covered, List<Path> found) { }

    private Told fuzz(FuzzTarget target, long inputs) throws IOException, InterruptedException {
        Path own = folder.resolve(target.name());
        Path corpus = Files.createDirectories(own.resolve("corpus"));
        Path findings = Files.createDirectories(own.resolve("found"));
        List<byte[]> seeds = target.seeds().get();
        for (int number = 0; number < seeds.size(); number++) {
            Files.write(corpus.resolve("seed-" + number), seeds.get(number));
        }
        long begin = System.nanoTime();
        Process jazzer = new ProcessBuilder(command(target, inputs, corpus, findings)).redirectErrorStream(true).start();
        long executed = 0;
        long covered = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(jazzer.getInputStream(), StandardCharsets.UTF_8));
                var log = Files.newBufferedWriter(own.resolve("log.txt"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.write(line + "\n");
                Matcher done = DONE.matcher(line);
                executed = done.find() ? Long.parseLong(done.group(1)) : executed;
                Matcher branches = COVERED.matcher(line);
                covered = branches.matches() ? Long.parseLong(branches.group(1)) : covered;
            }
        }
        jazzer.waitFor();
        try (Stream<Path> found = Files.list(findings)) {
            return new Told(executed, (System.nanoTime() - begin) / 1_000_000_000, covered, found.sorted().toList());
        }
    }

    private List<String> command(FuzzTarget target, long inputs, Path corpus, Path findings) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer"));
        command.addAll(List.of("--target_class=" + FuzzedReader.class.getName(), "--target_args=" + target.name(),
                "--instrumentation_includes=" + LOOKED_AT,
                "--instrumentation_excludes=" + PASSED_OVER, "--custom_hook_includes=" + LOOKED_AT,
                "--disabled_hooks=" + NOT_UNDERSTOOD, "--keep_going=50", "--reproducer_path=" + findings.getParent(),
                "-runs=" + inputs, "-seed=" + seed, "-timeout=5", "-rss_limit_mb=3000", "-max_len=65536", "-print_final_stats=1",
                "-artifact_prefix=" + findings + "/", corpus.toString()));
        return command;
    }
}

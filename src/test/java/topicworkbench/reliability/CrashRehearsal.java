package topicworkbench.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import topicworkbench.curation.CurationJournal;
import topicworkbench.curation.Decision;
import topicworkbench.export.file.RunExport;
import topicworkbench.math.RandomStream;
import topicworkbench.reliability.DoomedWork.Fate;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.run.local.SmallReviews;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * Kills programs at random moments and looks at what they leave: no run may be unreadable, no label lost, no file half
 * written, and what is gone on with must end as if nothing had happened. Arguments: how many are killed (200), and a seed (1).
 * Of five kills three are of runs, one of labelling, one of exports.
 */
public final class CrashRehearsal {
    private static final int KILLS_OF_ONE_RUN = 4;
    /** So that no stage takes most of the time, and with it most of the kills. */
    private static final List<String> STAGES_ALIKE = List.of("epochs=5", "map_steps=20", "map_early_steps=10", "near_duplicates=true");
    private static final Pattern STAGE = Pattern.compile("StageStarted\\[.*?stage=(\\w+)");
    private static final String RUN = "killed";

    private final Path folder;
    private final long seed;
    private final Map<String, Integer> killed = new TreeMap<>();

    CrashRehearsal(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Path folder = Files.createTempDirectory("crash-rehearsal");
        CrashRehearsal rehearsal = new CrashRehearsal(folder, arguments.length > 1 ? Long.parseLong(arguments[1]) : 1);
        try {
            rehearsal.all(kills);
            rehearsal.killed.forEach((when, count) -> System.out.printf("%4d  %s%n", count, when));
        } finally {
            delete(folder);
        }
    }

    /** @return in what work, and in which stage of it, how many were killed */
    Map<String, Integer> all(int kills) throws IOException, InterruptedException {
        int fifth = kills / 5;
        runs(kills - 2 * fifth);
        labelling(fifth);
        exports(fifth);
        return killed;
    }

    private void count(String what) {
        killed.merge(what, 1, Integer::sum);
    }

    private void runs(int kills) throws IOException, InterruptedException {
        RandomStream random = RandomStream.of(seed, "moments of runs");
        RunSpec spec = Settings.apply(SmallReviews.run(folder, 400), STAGES_ALIKE);
        Workspace whole = new Workspace(folder.resolve("whole"));
        Fate uninterrupted = DoomedWork.doom(-1, "run", whole.root().toString(), RUN, RunSpecJson.write(spec));
        RunFolder expected = whole.find(RUN);
        assertThat(expected.summary().state()).isEqualTo(RunState.DONE);
        int left = kills;
        while (left > 0) {
            Workspace workspace = new Workspace(folder.resolve("run"));
            for (int times = 0; left > 0 && times < KILLS_OF_ONE_RUN && !isDone(workspace); times++) {
                Fate fate = DoomedWork.doom(random.nextInt((int) uninterrupted.millis()), isThere(workspace)
                        ? new String[] {"run", workspace.root().toString(), "resume", RUN}
                        : new String[] {"run", workspace.root().toString(), RUN, RunSpecJson.write(spec)});
                if (fate.killed()) {
                    left--;
                    count("run, " + stage(fate.lines()));
                }
                isReadable(workspace, fate);
            }
            LocalPipelineRunner runner = new LocalPipelineRunner(workspace, 1);
            if (!isDone(workspace)) {
                assertThat((isThere(workspace) ? runner.resume(RUN, event -> { }) : runner.start(spec, RUN, event -> { })).await().state())
                        .isEqualTo(RunState.DONE);
            }
            isTheSame(workspace.find(RUN), expected);
            delete(workspace.root());
        }
    }

    private static boolean isThere(Workspace workspace) {
        return !workspace.runs().isEmpty();
    }

    private static boolean isDone(Workspace workspace) {
        return workspace.runs().stream().anyMatch(run -> run.state() == RunState.DONE);
    }

    private static String stage(List<String> lines) {
        String stage = "before its first stage";
        for (String line : lines) {
            Matcher started = STAGE.matcher(line);
            stage = started.find() ? started.group(1).toLowerCase(java.util.Locale.ROOT) : stage;
        }
        return stage;
    }

    private static void isReadable(Workspace workspace, Fate fate) {
        List<RunSummary> runs = workspace.runs();
        assertThat(runs).hasSizeLessThanOrEqualTo(1).allSatisfy(run -> {
            assertThat(run.state()).as(fate.toString()).isIn(RunState.INTERRUPTED, RunState.DONE);
            RunFolder found = workspace.find(run.id());
            assertThat(found.spec()).isNotNull();
            found.events();
            found.finishedStages();
            found.provenance();
        });
    }

    private static void isTheSame(RunFolder run, RunFolder expected) throws IOException {
        for (String table : List.of("topic_term", "document_topic", "quality", "reviews", "too_short", "rejected", "map")) {
            assertThat(run.path().resolve(table + ".parquet")).as(table)
                    .hasSameBinaryContentAs(expected.path().resolve(table + ".parquet"));
        }
        assertThat(run.files().parameters()).hasSameBinaryContentAs(expected.files().parameters());
        assertThat(run.files().vocabulary()).hasSameBinaryContentAs(expected.files().vocabulary());
        assertThat(run.result()).isEqualTo(expected.result());
        assertThat(run.files().ingested()).doesNotExist();
        try (Stream<Path> files = Files.walk(run.path())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.endsWith(".partial") || name.endsWith(".parts") || name.contains("unfinished"));
        }
    }

    private void labelling(int kills) throws IOException, InterruptedException {
        RandomStream random = RandomStream.of(seed, "moments of labelling");
        Path file = Files.createDirectories(folder.resolve("labelling")).resolve("labels.jsonl");
        int kept = 0;
        for (int kill = 0; kill < kills; kill++) {
            Fate fate = DoomedWork.doom(random.nextInt(600), "curate", file.toString());
            assertThat(fate.killed()).isTrue();
            count("labelling");
            int told = fate.lines().isEmpty() ? kept : Integer.parseInt(fate.lines().getLast()) + 1;
            List<Decision> decisions = CurationJournal.of(file, DoomedWork.TOPICS).decisions();
            kept = decisions.size();
            assertThat(kept).as("decisions kept, of those told").isBetween(told, told + 1);
            for (int number = 0; number < kept; number++) {
                assertThat(decisions.get(number).entry()).isEqualTo(DoomedWork.entry(number));
            }
        }
        CurationJournal whole = CurationJournal.of(folder.resolve("whole.jsonl"), DoomedWork.TOPICS);
        for (int number = 0; number < kept; number++) {
            whole.decide(DoomedWork.entry(number));
        }
        assertThat(CurationJournal.of(file, DoomedWork.TOPICS).curation().topics()).isEqualTo(whole.curation().topics());
    }

    private void exports(int kills) throws IOException, InterruptedException {
        RandomStream random = RandomStream.of(seed, "moments of exports");
        Workspace workspace = new Workspace(folder.resolve("whole"));
        Map<String, byte[]> before = contents(workspace.find(RUN).path());
        Path expected = folder.resolve("expected");
        Fate uninterrupted = DoomedWork.doom(-1, "export", workspace.root().toString(), RUN, expected.toString());
        Map<String, byte[]> files = contents(expected);
        assertThat(files).hasSizeGreaterThan(10);
        Path room = Files.createDirectories(folder.resolve("exports"));
        for (int left = kills; left > 0;) {
            Path target = room.resolve("taken along");
            if (left % 2 == 0) {
                delete(target); // else it replaces what is there
            }
            Fate fate = DoomedWork.doom(random.nextInt((int) uninterrupted.millis()), "export", workspace.root().toString(), RUN,
                    target.toString());
            if (fate.killed()) {
                left--;
                count("export");
            }
            contents(target).forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(files.get(name)));
            contentsAre(workspace.find(RUN).path(), before);
        }
        RunExport.write(workspace.find(RUN), room.resolve("taken along"), DoomedWork.export(), (what, done, total) -> { });
        contentsAre(room.resolve("taken along"), files);
    }

    private static void contentsAre(Path of, Map<String, byte[]> expected) throws IOException {
        Map<String, byte[]> found = contents(of);
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(expected.get(name)));
    }

    /** Of every file its bytes, by its place in the folder. */
    private static Map<String, byte[]> contents(Path of) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.exists(of) ? Files.walk(of) : Stream.empty()) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(of.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static void delete(Path of) throws IOException {
        try (Stream<Path> files = Files.exists(of) ? Files.walk(of) : Stream.empty()) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

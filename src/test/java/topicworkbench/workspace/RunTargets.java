package topicworkbench.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import topicworkbench.failure.ExplainedException;
import topicworkbench.reliability.FuzzTarget;
import topicworkbench.reliability.Scratch;
import topicworkbench.run.LogLine;
import topicworkbench.run.RunSpecs;
import topicworkbench.study.Studies;

/** The readers of the text files in a run's folder, and of studies. */
public final class RunTargets {
    private static final Path SOUND = Path.of("src/test/resources/topicworkbench/reliability/run");
    private static final String STUDY = "study.json";

    private RunTargets() { }

    public static List<FuzzTarget> all() {
        return List.of(of("run-state", RunFiles::state, folder -> {
            refusing(folder::finishedStages);
            refusing(folder::hasMap);
            follow(folder);
        }), of("run-provenance", RunFiles::provenance, folder -> refusing(folder::provenance)),
                of("run-events", RunFiles::events, folder -> {
            folder.events();
            follow(folder);
        }), of("run-samples", RunFiles::samples, RunTargets::follow), of("run-log", RunFiles::log, RunTargets::follow),
                of("run-name", RunFiles::name, RunTargets::follow), of("run-remarks", RunFiles::remarks, RunFolder::remarks),
                of("run-origin", RunFiles::origin, RunFolder::origin), of("run-cloud", RunFiles::cloud, RunFolder::canBeFollowed),
                of("run-cost", RunFiles::cost, folder -> folder.cost().ifPresent(CloudCost::total)), study());
    }

    /** Lists of runs are made of summaries, which are never refused. */
    private static FuzzTarget of(String name, Function<RunFiles, Path> file, Consumer<RunFolder> look) {
        RunFolder run = run();
        return FuzzTarget.forgiving(name, () -> List.of(Scratch.bytes(SOUND.resolve(file.apply(run.files()).getFileName()))), bytes -> {
            Files.write(file.apply(run.files()), bytes);
            look.accept(run);
            run.summary();
        }).inFiles();
    }

    private static RunFolder run() {
        try {
            RunFolder run;
            try (RunWriter writer = new Workspace(Scratch.make().folder()).create("fuzzed", RunSpecs.defaults(RunSpecs.LDA, 3), Map.of())) {
                run = writer.folder();
            }
            for (Path file : List.of(run.files().state(), run.files().provenance())) {
                Files.copy(SOUND.resolve(file.getFileName()), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(run.files().spec(), "{}", StandardCharsets.UTF_8); // it is read with every summary
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void follow(RunFolder folder) {
        refusing(() -> folder.tail().news().log().forEach(LogLine::parse));
    }

    private static void refusing(Runnable look) {
        try {
            look.run();
        } catch (ExplainedException refused) {
            refused.remedy();
        }
    }

    private static FuzzTarget study() {
        Workspace workspace = new Workspace(Scratch.make().folder());
        Path folder = workspace.root().resolve("studies/20261130-100000-abce");
        return FuzzTarget.forgiving("study", () -> List.of(Scratch.bytes(SOUND.resolve(STUDY))), bytes -> {
            Files.createDirectories(folder);
            Files.write(folder.resolve(STUDY), bytes);
            new Studies(workspace).ofRuns();
        }).inFiles();
    }
}

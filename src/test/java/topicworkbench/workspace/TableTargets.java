package topicworkbench.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.math.ProgressListener;
import topicworkbench.reliability.FuzzTarget;
import topicworkbench.reliability.OneRun;

/** The readers of a run's Parquet tables, damaged or as another program may have written them anew. */
public final class TableTargets {
    private TableTargets() { }

    /** Reads what has been damaged. */
    private interface TableReader {
        void read(RunFolder folder, Path damaged);
    }

    public static List<FuzzTarget> all() {
        return List.of(
                made("table-quality", RunFiles::quality, (folder, _) -> folder.result()),
                made("table-topic-term", RunFiles::topicTerm, (folder, _) -> ExploredRun.open(folder, ProgressListener.NONE).model()),
                made("table-document-topic", RunFiles::documentTopic,
                (folder, _) -> ExploredRun.open(folder, ProgressListener.NONE).reviews()),
                made("table-map", RunFiles::map, (folder, _) -> folder.map()),
                made("table-reviews", RunFiles::reviews, (folder, _) -> {
                    ExploredRun run = ExploredRun.open(folder, ProgressListener.NONE);
                    run.columns();
                    run.texts().read(0, 1);
                }),
                made("table-parameters", RunFiles::parameters, (_, damaged) -> ParameterFile.read(damaged)),
                written("table-selections", RunFiles::savedSelections,
                file -> SelectionTable.write(file, Map.of("late", new int[] {1, 4}, "b", new int[] {7})),
                        SelectionTable::read),
                written("table-split", files -> files.split("a.parquet"),
                file -> new SplitTable(new int[] {1, 4, 7}, new int[] {0, 1, 0}).write(file),
                        SplitTable::read));
    }

    private static FuzzTarget made(String name, Function<RunFiles, Path> file, TableReader reader) {
        OneRun run = new OneRun();
        return FuzzTarget.explained(name, () -> withOdd(run.seed(file), file.apply(run.folder().files())),
                bytes -> reader.read(run.folder(), run.damage(file, bytes))).inDatabase();
    }

    private static List<byte[]> withOdd(List<byte[]> sound, Path file) {
        return file.toString().endsWith(".parquet") ? Stream.concat(sound.stream(), OddTables.of(file).stream()).toList() : sound;
    }

    private static FuzzTarget written(String name, Function<RunFiles, Path> file, Consumer<Path> writer,
            Consumer<Path> reader) {
        OneRun run = new OneRun();
        return FuzzTarget.explained(name, () -> {
            Path sound = run.damage(file, new byte[0]);
            writer.accept(sound);
            return withOdd(run.seed(file), sound);
        }, bytes -> reader.accept(run.damage(file, bytes))).inDatabase();
    }
}

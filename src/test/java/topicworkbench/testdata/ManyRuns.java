package topicworkbench.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.RunId;
import topicworkbench.workspace.Workspace;

/** Fills a workspace with runs for its list: one real run, copied each time with another seed, name, score and time. */
public final class ManyRuns {
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");

    private ManyRuns() { }

    /** @param count how many there are afterwards, beside what was there */
    public static void in(Workspace workspace, int count) throws IOException {
        Files.createDirectories(workspace.root());
        RunSummary model = SmallRun.in(workspace, "model");
        Path source = workspace.find(model.id()).path();
        List<Path> small;
        try (Stream<Path> files = Files.list(source)) {
            small = files.filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".txt")).toList();
        }
        for (int i = 1; i < count; i++) {
            Path target = Files.createDirectory(source.resolveSibling(RunId.at(FIRST.plus(Duration.ofMinutes(i)))));
            for (Path file : small) {
                String text = Files.readString(file);
                Files.writeString(target.resolve(file.getFileName()), switch (file.getFileName().toString()) {
                    case "name.txt" -> "run " + i + "\n";
                    case "spec.json" -> text.replaceFirst("\"seed\": 1", "\"seed\": " + i);
                    case "state.json" -> text.replaceFirst("\"npmi\": [-0-9.]+", "\"npmi\": 0." + (i * 7919L % 1000));
                    default -> text;
                });
            }
        }
    }
}

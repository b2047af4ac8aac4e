package topicworkbench.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSummary;

/**
 * Summaries of runs that have ended, as they were last read, so that a list of thousands is not read anew whenever one
 * of them may have changed. A run is read again once one of its files is another: files are replaced whole, so that time,
 * size and place on the disk tell.
 */
final class SummaryCache {
    /** Runs that a thread reads at a time. */
    private static final int BLOCK = 64;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String stamp, RunSummary summary) { }

    /** In the order of the folders. */
    List<RunSummary> read(List<RunFolder> folders) {
        RunSummary[] summaries = new RunSummary[folders.size()];
        try (Threads threads = new Threads(Threads.available())) {
            threads.run((folders.size() + BLOCK - 1) / BLOCK, (block, _) -> {
                for (int i = block * BLOCK; i < Math.min(folders.size(), (block + 1) * BLOCK); i++) {
                    summaries[i] = read(folders.get(i));
                }
            });
        }
        known.keySet().retainAll(folders.stream().map(RunFolder::id).collect(Collectors.toSet()));
        return List.of(summaries);
    }

    private RunSummary read(RunFolder folder) {
        String stamp = stamp(folder.files()); // before it is read, so that a change meanwhile is seen the next time
        Known before = known.get(folder.id());
        if (before != null && before.stamp().equals(stamp)) {
            return before.summary();
        }
        RunSummary summary = folder.summary();
        if (summary.state().isTerminal()) {
            known.put(folder.id(), new Known(stamp, summary));
        } else {
            known.remove(folder.id());
        }
        return summary;
    }

    private static String stamp(RunFiles files) {
        List<String> stamps = new ArrayList<>();
        for (Path file : List.of(files.state(), files.name(), files.spec(), files.provenance(), files.remarks(),
                files.cost())) {
            stamps.add(stamp(file));
        }
        return String.join(" ", stamps);
    }

    private static String stamp(Path file) {
        if (!Files.exists(file)) {
            return "-"; // asked first, because most runs have no remarks and an exception takes longer
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "/" + attributes.size()
                    + "/" + attributes.fileKey();
        } catch (NoSuchFileException e) {
            return "-";
        } catch (IOException e) {
            return "?" + System.nanoTime(); // never the same: it is read again, which tells what is wrong
        }
    }
}

package topicworkbench.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;

/** The files behind what the user named: files as they are, folders searched through, in order of name. */
public final class ReviewFiles {
    private static final String REVIEW_FILE = "(?i)[^._].*\\.(csv|tsv|tab|txt|json|jsonl|ndjson|parquet)(\\.(gz|zst|zstd))?";

    private ReviewFiles() { }

    /**
     * @param paths files, folders or {@link SampleReviews#PATH}
     * @return the files, each once; at least one
     * @throws ExplainedException if there are none, or a path does not exist
     */
    public static List<Path> find(List<String> paths) {
        if (paths.isEmpty()) {
            throw new ExplainedException("No review file was named.", "Name one or more files or folders.");
        }
        Map<Path, Path> files = new LinkedHashMap<>();
        for (String path : paths) {
            for (Path file : find(path)) {
                files.putIfAbsent(file.toAbsolutePath().normalize(), file);
            }
        }
        return List.copyOf(files.values());
    }

    private static List<Path> find(String path) {
        if (path.equals(SampleReviews.PATH)) {
            return List.of(SampleReviews.file());
        }
        try {
            Path named = Path.of(path);
            if (!Files.exists(named)) {
                throw missing(path);
            }
            return Files.isDirectory(named) ? in(named) : List.of(named);
        } catch (InvalidPathException e) {
            throw missing(path);
        } catch (IOException | UncheckedIOException e) {
            throw new ExplainedException("The folder " + path + " cannot be read.", "Give yourself the right to read it.", e);
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.filter(Files::isRegularFile).sorted().toList();
        }
        List<Path> reviews = all.stream().filter(f -> f.getFileName().toString().matches(REVIEW_FILE)).toList();
        if (reviews.isEmpty()) {
            throw new ExplainedException("The folder " + folder + " holds no review files" + (all.isEmpty()
                    ? "; it is empty." : ", only " + kinds(all) + "."),
                    "Give a folder with CSV, TSV, JSON or Parquet files, packed by gzip or zstd or not.");
        }
        return reviews;
    }

    private static String kinds(List<Path> files) {
        return files.stream().map(f -> f.getFileName().toString()).map(n -> n.lastIndexOf('.') > 0
                ? "." + n.substring(n.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT) : "files without a kind")
                .collect(Collectors.groupingBy(k -> k, TreeMap::new, Collectors.counting())).entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey()).limit(5).collect(Collectors.joining(", "));
    }

    static ExplainedException missing(String path) {
        return new ExplainedException("There is no file or folder " + path + ".",
                "Check the spelling, and give the path from the current folder or from the root.");
    }
}

package topicworkbench.run.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topicworkbench.corpus.ReviewFiles;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpec;

/** The files a run reads: that they exist, and what tells that one was changed. */
final class InputFiles {

    private InputFiles() { }

    /** With paths that mean the same wherever the specification is used again. */
    static RunSpec absolute(RunSpec spec) {
        List<String> paths = spec.source().paths().stream()
                .map(path -> path.equals(SampleReviews.PATH) ? path : absolute(path).toString()).toList();
        String embeddings = spec.embeddings() == null ? null : absolute(spec.embeddings()).toString();
        return spec.withSource(new ReviewSource(paths, spec.source().columns())).withEmbeddings(embeddings);
    }

    /**
     * Size and time of change of every file behind the specification's reviews and embeddings.
     *
     * @throws ExplainedException if one is missing or cannot be read, or there are no reviews
     */
    static Map<String, String> fingerprints(RunSpec spec) {
        Map<String, String> fingerprints = new TreeMap<>(embeddingsFingerprint(spec));
        for (Path file : ReviewFiles.find(spec.source().paths())) {
            fingerprints.put(file.toString(), fingerprint(file));
        }
        return fingerprints;
    }

    static Map<String, String> embeddingsFingerprint(RunSpec spec) {
        return spec.embeddings() == null ? Map.of()
                : Map.of(spec.embeddings(), fingerprint(Path.of(spec.embeddings())));
    }

    private static String fingerprint(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new ExplainedException("The file " + file + " does not exist or may not be read.",
                    "Check its path and its permissions.");
        }
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " bytes, changed " + attributes.lastModifiedTime();
        } catch (IOException e) {
            throw new ExplainedException("The file " + file + " cannot be read.", "Check its disk and its permissions.", e);
        }
    }

    private static Path absolute(String path) {
        try {
            return Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ExplainedException("\"" + path + "\" is no path of a file.", "Check its spelling.", e);
        }
    }
}

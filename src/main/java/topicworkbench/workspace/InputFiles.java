package topicworkbench.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import topicworkbench.corpus.ReviewFiles;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;

/** The files a run reads: that they exist, and what tells that one was changed. */
public final class InputFiles {

    private InputFiles() { }

    /**
     * Size and time of change of every file behind the specification's reviews and embeddings.
     *
     * @throws ExplainedException if one is missing or cannot be read, or there are no reviews
     */
    public static Map<String, String> fingerprints(RunSpec spec) {
        Map<String, String> fingerprints = new TreeMap<>(embeddingsFingerprint(spec));
        for (Path file : reviews(spec)) {
            fingerprints.put(file.toString(), fingerprint(file));
        }
        if (SampleReviews.isIn(spec.source())) { // unpacked anew wherever it is read, and never another
            fingerprints.remove(SampleReviews.file().toString());
        }
        return fingerprints;
    }

    /**
     * The files of the reviews, in order; of a run on AWS those that are not in the cloud already.
     *
     * @throws ExplainedException if one is missing, or there are no reviews
     */
    public static List<Path> reviews(RunSpec spec) {
        List<String> here = spec.source().paths().stream()
                .filter(path -> !spec.cloud().onAws() || !path.startsWith(RunSpecs.S3)).toList();
        return here.isEmpty() && !spec.source().paths().isEmpty() ? List.of() : ReviewFiles.find(here);
    }

    /** @throws ExplainedException if a file is another than before, or new, or gone */
    public static void requireUnchanged(Map<String, String> before, Map<String, String> now) {
        Stream.concat(before.keySet().stream(), now.keySet().stream())
                .filter(file -> !Objects.equals(before.get(file), now.get(file))).sorted().findFirst().ifPresent(file -> {
                    throw new ExplainedException("The file " + file + " was changed since the run began.",
                            "Start a new run with the spec.json of this one, so that old and new are not mixed.");
                });
    }

    public static Map<String, String> embeddingsFingerprint(RunSpec spec) {
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
}

package topicworkbench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.UserCache;

/**
 * The bundled sample: 5,000 invented reviews of six kinds of product, each with its true theme in the column
 * {@code theme}. No customer wrote them, which is said wherever they are shown.
 */
public final class SampleReviews {
    /** Stands for the sample among the paths of a {@link ReviewSource}, so that a specification is the same anywhere. */
    public static final String PATH = "sample:";
    /** What a run on the sample is called. */
    public static final String NAME = "Sample (synthetic reviews)";

    private static final String RESOURCE = "/topicworkbench/sample/reviews.csv.gz";
    private static final String FILE_NAME = "synthetic-sample-reviews.csv.gz";

    private SampleReviews() { }

    /** Whether a run on this source shows invented reviews. */
    public static boolean isIn(ReviewSource source) {
        return source.paths().contains(PATH);
    }

    /** The sample as a file, unpacked into the user's cache unless it is there already. */
    public static Path file() {
        Path folder = UserCache.folder();
        Path file = folder.resolve(FILE_NAME);
        try (InputStream in = SampleReviews.class.getResourceAsStream(RESOURCE)) {
            byte[] content = in.readAllBytes();
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
                Path unfinished = Files.createTempFile(folder, FILE_NAME, ".part");
                Files.write(unfinished, content);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new ExplainedException("The bundled sample could not be unpacked to " + file + ".",
                    "Free some space there, or name another folder with -Dtw.cache=FOLDER.", e);
        }
    }
}

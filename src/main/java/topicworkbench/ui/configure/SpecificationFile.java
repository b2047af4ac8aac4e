package topicworkbench.ui.configure;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.SpecInWords;

/** A form that is kept as a file, which the command line takes as well. */
final class SpecificationFile {
    private SpecificationFile() { }

    /** Whether a file that was chosen is one, by its name. */
    static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(RunSpecFile.SUFFIX) || name.equals("spec.json");
    }

    /** A name to propose. */
    static String name(RunSpec spec) {
        return SpecInWords.corpus(spec).replaceAll("[^\\p{L}\\p{N}._-]+", "-") + RunSpecFile.SUFFIX;
    }

    /** @throws ExplainedException if it cannot be written; a file that was there stays as it was */
    static void write(Path file, RunSpec spec) {
        try {
            AtomicFile.write(file, RunSpecJson.write(spec));
        } catch (UncheckedIOException e) {
            throw new ExplainedException("The specification could not be saved as " + file + ".",
                    "Choose a folder that may be written and has space left.", e);
        }
    }
}

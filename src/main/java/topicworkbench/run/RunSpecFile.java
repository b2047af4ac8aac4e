package topicworkbench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.failure.ExplainedException;

/** A specification in a file: the spec.json of a run, or one that a person saved. */
public final class RunSpecFile {
    /** Ends the names of files that a person saves. */
    public static final String SUFFIX = ".twspec";

    private RunSpecFile() { }

    /** @throws ExplainedException if the file cannot be read or is no specification that can be used */
    public static RunSpec read(Path file) {
        try {
            return RunSpecJson.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new ExplainedException("The specification " + file + " cannot be read.",
                    "Give the spec.json of a run; every run folder holds one.", e);
        }
    }
}

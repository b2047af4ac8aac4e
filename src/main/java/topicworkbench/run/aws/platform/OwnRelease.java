package topicworkbench.run.aws.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import topicworkbench.failure.ExplainedException;

/** The release of the program that runs, reckoned once: all its files are read for it. */
final class OwnRelease {
    private static final String SPARK_JAR = "glue/topic-workbench-glue.jar";
    private static Release release;

    private OwnRelease() { }

    static synchronized Release get() {
        if (release == null) {
            ProgramFiles program = ProgramFiles.running();
            Path sparkJar = program.own().resolveSibling(SPARK_JAR);
            if (!Files.isRegularFile(sparkJar)) {
                throw new ExplainedException("The Spark jobs, which belong to the program, are missing (" + sparkJar + ").",
                        "Install the program again, or build it with mvn package.");
            }
            try {
                release = Release.of(program, ReleaseFile.of(SPARK_JAR, sparkJar));
            } catch (IOException e) {
                throw ToolsUpload.unreadable(e);
            }
        }
        return release;
    }
}

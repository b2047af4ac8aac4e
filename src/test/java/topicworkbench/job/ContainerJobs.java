package topicworkbench.job;

import java.nio.file.Path;
import java.util.Map;

/** The jobs of the cloud's containers, for tests that play the cloud. */
public final class ContainerJobs {
    private ContainerJobs() { }

    /** @return the exit code; the message lies in {@code output/message} */
    public static int run(Path root, Map<String, String> environment, String step) {
        return ProcessingJob.run(new JobFolders(root, environment), step);
    }
}

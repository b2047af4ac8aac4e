package topicworkbench.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.Threads;

/** What a container of SageMaker Processing executes: the name of the step is its only argument. */
public final class ProcessingJob {
    private static final Logger LOG = Logger.getLogger(ProcessingJob.class.getName());
    private static final Path CONTAINER = Path.of("/opt/ml");

    /** One step of the cloud's pipeline; says in a line what it did. */
    @FunctionalInterface
    interface Step {
        String run(JobFolders folders, Threads threads) throws IOException;
    }

    /** By the argument that asks for each. */
    private enum Known {
        COUNT(new CountStep()), VECTORISE(new VectoriseStep()), EVALUATE(new EvaluateStep());

        private final Step step;

        Known(Step step) {
            this.step = step;
        }
    }

    private ProcessingJob() { }

    public static void main(String[] arguments) {
        System.exit(run(new JobFolders(CONTAINER, System.getenv()), arguments));
    }

    /** @return the exit code: 0, or 1 after a failure, of which the job's exit message tells */
    static int run(JobFolders folders, String... arguments) {
        try (Threads threads = new Threads(Threads.available())) {
            String told = step(arguments).run(folders, threads);
            LOG.info(told);
            folders.say(told);
            return 0;
        } catch (ExplainedException e) {
            return failed(folders, e.getMessage() + "\n" + e.remedy(), e);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            return failed(folders, "The job failed: " + e + ". Its log tells more.", e);
        }
    }

    private static Step step(String... arguments) {
        try {
            return Known.valueOf(String.join(" ", arguments).toUpperCase(Locale.ROOT)).step;
        } catch (IllegalArgumentException e) {
            throw new ExplainedException("The container was asked for \"" + String.join(" ", arguments)
                    + "\", which it does not know.", "Deploy the stacks and the image of the same version.", e);
        }
    }

    private static int failed(JobFolders folders, String message, Throwable cause) {
        LOG.log(Level.SEVERE, message, cause);
        try {
            folders.say(message);
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "The exit message could not be written.", e);
        }
        return 1;
    }
}

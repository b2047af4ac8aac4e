package topicworkbench.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import topicworkbench.corpus.ParquetDocuments;
import topicworkbench.corpus.TermShard;
import topicworkbench.corpus.TextOptions;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpecFile;

/**
 * Counts the terms in the prepared reviews that this instance was given: input {@code reviews}, output {@code counts}, a
 * file for each file.
 */
final class CountStep implements ProcessingJob.Step {
    static final String SUFFIX = ".terms";

    @Override
    public String run(JobFolders folders, Threads threads) throws IOException {
        TextOptions options = RunSpecFile.read(folders.spec()).text();
        List<Path> files = folders.inputs("reviews", ".parquet");
        if (files.isEmpty() && folders.instance().count() == 1) {
            throw new ExplainedException("The job was given no prepared reviews.", "Look at the step before, prepare.");
        }
        Path output = folders.output("counts");
        for (Path file : files) {
            Path target = output.resolve(folders.input("reviews").relativize(file) + SUFFIX);
            Files.createDirectories(target.getParent());
            TermShard.count(new ParquetDocuments(file), options, threads, ProgressListener.NONE, target);
        }
        return "Counted the terms of " + files.size() + " files of reviews.";
    }
}

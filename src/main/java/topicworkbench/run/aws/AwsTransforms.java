package topicworkbench.run.aws;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import topicworkbench.cloud.Transforms;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.run.aws.endpoint.BatchTransform;
import topicworkbench.run.aws.endpoint.TopicWeights;
import topicworkbench.run.aws.platform.Deployed;
import topicworkbench.run.aws.platform.Stacks;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.ObjectVersions;
import topicworkbench.run.aws.sdk.UnfinishedUploads;
import topicworkbench.run.aws.transfer.Download;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.run.aws.transfer.Upload;
import topicworkbench.sagemaker.CountRecords;
import topicworkbench.workspace.CloudExecution;

/** Batch transforms of SageMaker, with what they read and write below the run's own prefix of the data bucket. */
final class AwsTransforms implements Transforms {
    private static final Logger LOG = Logger.getLogger(AwsTransforms.class.getName());
    /** What the service adds to the name of an input. */
    private static final String ANSWERED = ".out";
    /** Bytes of the longest answer to a document: a thousand topics of 32 characters. */
    private static final long LONGEST_ANSWER = 32_000;

    private final AwsClients aws;
    private final Consumer<String> ended;
    private final UnaryOperator<String> inAccount;
    private final Duration poll;
    private final int part;

    /**
     * @param ended     hears the run whose job is over, whatever came of it: it has cost
     * @param inAccount gives a run's id in the account
     * @param poll      between two looks at a job
     * @param part      documents of a file
     */
    AwsTransforms(AwsClients aws, Consumer<String> ended, UnaryOperator<String> inAccount, Duration poll, int part) {
        this.aws = aws;
        this.ended = ended;
        this.inAccount = inAccount;
        this.poll = poll;
        this.part = part;
    }

    /** Some of the documents. @param file with their counts, and of the same name in the bucket */
    private record Part(Path file, int documents) {
        String name() {
            return file.getFileName().toString();
        }
    }

    @Override
    public FloatMatrix classify(String runId, CsrCounts documents, String instanceType, boolean keepsFiles, Listener listener)
            throws InterruptedException {
        String run = inAccount.apply(runId);
        BatchTransform transform = new BatchTransform(aws, run, poll);
        String model = transform.model();
        RunBucket bucket = new RunBucket(aws, Deployed.require(new Stacks(aws), aws.connection().place().name()).dataBucket());
        String prefix = CloudExecution.prefixOf(run) + "/transform/" + transform.job() + "/";
        Path work = folder();
        try {
            List<Part> parts = write(documents, work);
            send(parts, bucket, prefix + "input/", listener);
            transform.run(model, "s3://" + bucket.name() + "/" + prefix + "input/", "s3://" + bucket.name() + "/" + prefix + "output",
                    instanceType, listener);
            return fetch(parts, bucket, prefix + "output/", work, listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(work);
            if (!keepsFiles) {
                clear(bucket, prefix);
            }
            ended.accept(run); // last: it asks much, and a program that is being ended has a minute
        }
    }

    @Override
    public String transform(String runId, String input, String output, String instanceType, Listener listener) throws InterruptedException {
        String run = inAccount.apply(runId);
        BatchTransform transform = new BatchTransform(aws, run, poll);
        try {
            transform.run(transform.model(), input, output, instanceType, listener);
            return transform.job();
        } finally {
            ended.accept(run);
        }
    }

    private List<Part> write(CsrCounts documents, Path work) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < documents.rows(); from += part) {
            int[] rows = IntStream.range(from, Math.min(documents.rows(), from + part)).toArray();
            Path file = work.resolve(String.format(Locale.ROOT, "part-%05d.pbr", parts.size()));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                CountRecords.write(documents, rows, out);
            }
            parts.add(new Part(file, rows.length));
        }
        return parts;
    }

    private static void send(List<Part> parts, RunBucket bucket, String folder, Listener listener) {
        for (int i = 0; i < parts.size(); i++) {
            int sent = i;
            Upload.send(bucket, parts.get(i).file(), folder + parts.get(i).name(), (_, _) ->
                    listener.progress("Sending the counts", sent, parts.size()));
        }
    }

    private static FloatMatrix fetch(List<Part> parts, RunBucket bucket, String folder, Path work, Listener listener) throws IOException {
        List<float[]> rows = new ArrayList<>();
        for (Part one : parts) {
            Path answer = work.resolve(one.name() + ANSWERED);
            listener.progress("Fetching the answers", rows.size(), 0);
            if (!Download.fetch(bucket, folder + one.name() + ANSWERED, answer, one.documents() * LONGEST_ANSWER, (_, _) ->
                    listener.progress("Fetching the answers", rows.size(), 0))) {
                throw new ExplainedException("The batch transform is completed, but left no answer about a part of the documents: "
                        + folder + one.name() + ANSWERED + " is not in " + bucket.name() + ".",
                        "Nothing was written. Try again; if it stays so, look at the job's log in CloudWatch "
                        + "(/aws/sagemaker/TransformJobs).");
            }
            rows.addAll(TopicWeights.lines(answer, one.documents()));
        }
        int topics = rows.isEmpty() ? 0 : rows.getFirst().length;
        FloatMatrix weights = FloatMatrix.zeros(rows.size(), topics);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row).length != topics) {
                throw new ExplainedException("The batch transform answered with " + topics + " topics for one document and "
                        + rows.get(row).length + " for another.", "Nothing was written. Look whether somebody replaced the run's model.");
            }
            System.arraycopy(rows.get(row), 0, weights.values(), weights.offset(row), topics);
        }
        return weights;
    }

    /** What cannot be taken away now is left to the day on which a run's files expire; the answer must not be lost for it. */
    private void clear(RunBucket bucket, String prefix) {
        boolean interrupted = Thread.interrupted(); // or these calls would be ended too
        try {
            UnfinishedUploads.abandon(aws, bucket.name(), prefix);
            ObjectVersions.delete(aws, bucket.name(), prefix, _ -> { });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "What is below " + prefix + " in " + bucket.name() + " stays until it expires.");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("topic-workbench-transform-");
        } catch (IOException e) {
            throw new ExplainedException("The folder for temporary files cannot be written.",
                    "Free some space there, or name another folder by the environment variable TMPDIR.", e);
        }
    }

    private static void delete(Path work) {
        try {
            FolderTree.delete(work);
        } catch (IOException e) {
            LOG.log(Level.WARNING, e, () -> "The folder " + work + " of counts stays.");
        }
    }
}

package topicworkbench.cloud;

import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;

/**
 * Large sets classified without an endpoint: a batch transform job of SageMaker, whose instance comes, answers about every
 * document, and goes by itself. Interrupting the thread stops the job.
 */
public interface Transforms {

    /** Hears what is done. May cancel by a {@link java.util.concurrent.CancellationException}, which stops the job. */
    @FunctionalInterface
    interface Listener {
        /**
         * @param what  for example {@code Transform: InProgress}
         * @param total 0 where it is not known
         */
        void progress(String what, long done, long total);
    }

    /**
     * Asks the accepted model of a run about documents: sends their counts, waits for the job, and brings the answers here. What it
     * put into the bucket is taken away again, however it ends.
     *
     * @param runId        here or in the account
     * @param documents    documents x terms; none is empty
     * @param instanceType that does the work
     * @param keepsFiles   whether counts and answers stay in the bucket
     * @return documents x topics; positive, rows sum to 1
     * @throws topicworkbench.failure.ExplainedException if the run has no accepted model, the job failed, or what it answered is not
     *                                                   about all documents
     */
    FloatMatrix classify(String runId, CsrCounts documents, String instanceType, boolean keepsFiles, Listener listener)
            throws InterruptedException;

    /**
     * The same from folder to folder of S3, where the service's role may read and write; nothing comes here.
     *
     * @param input  S3 address of a folder of RecordIO files, as vectorise writes them
     * @param output S3 address of a folder; one file of JSON lines for each of the input
     * @return the job's name
     */
    String transform(String runId, String input, String output, String instanceType, Listener listener) throws InterruptedException;
}

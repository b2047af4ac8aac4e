package topicworkbench.fit;

import topicworkbench.failure.InvalidOptionException;

/**
 * Options of non-negative matrix factorisation of TF-IDF.
 *
 * @param topics          num_topics, 2 to 1000
 * @param iterations      passes of coordinate descent over documents and topics, 1 or more
 * @param tolerance       convergence, share of the first pass's projected gradient at which the descent ends; 0 never ends
 *                        it early
 * @param documentScaling document_scaling, how much say a document has
 */
public record NmfOptions(int topics, int iterations, double tolerance, DocumentScaling documentScaling)
        implements ModelOptions {

    /**
     * What becomes of a document's TF-IDF weights. {@link #UNIT}, as is usual, scales them to length 1: then a review of
     * three words has the say of one of three hundred, and topics become turns of phrase ("waste of money").
     * {@link #HELD} leaves them as they are, and holds only the longest to twice the usual length, since one review of
     * many pages would otherwise become a topic of its own.
     */
    public enum DocumentScaling { HELD, UNIT }

    public NmfOptions {
        InvalidOptionException.unless(topics >= 2 && topics <= 1000, "num_topics", topics, "Give 2 to 1000.");
        InvalidOptionException.unless(iterations >= 1, "passes", iterations, "Give 1 or more.");
        InvalidOptionException.unless(tolerance >= 0 && tolerance < 1, "convergence", tolerance,
                "Give a number from 0 to below 1.");
    }

    public static NmfOptions recommended(int topics) {
        return new NmfOptions(topics, 200, 1e-3, DocumentScaling.HELD);
    }

    @Override
    public String algorithm() {
        return "nmf";
    }
}

package topicworkbench.quality;

import topicworkbench.corpus.Corpus;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;
import topicworkbench.math.RandomizedSvd;
import topicworkbench.math.Threads;

/**
 * Word vectors from the corpus itself: truncated singular value decomposition of the positive pointwise mutual
 * information between terms of the same document.
 *
 * @see <a href="https://aclanthology.org/Q15-1016/">Levy, Goldberg and Dagan 2015</a>
 */
public final class CorpusWordVectors {
    private static final int DIMENSIONS = 100;

    private CorpusWordVectors() { }

    /**
     * Same corpus and seed give the same bits on any number of threads.
     *
     * @param listener hears how far the work is, may cancel
     * @return a vector for each term that keeps company; 100 dimensions, or as many as there are terms
     */
    public static WordVectors train(Corpus corpus, long seed, Threads threads, ProgressListener listener) {
        CsrMatrix information = PositiveInformation.of(corpus.counts(), threads, listener);
        int dimensions = Math.min(DIMENSIONS, information.rows());
        RandomizedSvd svd = RandomizedSvd.of(information, dimensions, RandomizedSvd.Precision.ROUGH,
                RandomStream.of(seed, "corpus word vectors"), threads, listener);
        FloatMatrix rows = svd.left();
        for (int r = 0; r < rows.rows(); r++) {
            for (int j = 0; j < dimensions; j++) {
                rows.set(r, j, (float) (rows.get(r, j) * Math.sqrt(svd.singular()[j])));
            }
        }
        return WordVectors.normalized("corpus PPMI-SVD " + dimensions + "d", corpus.vocabulary(), rows);
    }
}

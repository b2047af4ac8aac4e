package topicworkbench.fit;

import java.util.function.Supplier;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;

/**
 * Hears how training goes. {@link #progress} comes several times a second (done and total in documents or tokens over
 * all epochs) and may cancel; {@link #epochFinished} comes once an epoch and may stop early, keeping the best model.
 */
public interface TrainingListener extends ProgressListener {
    TrainingListener NONE = new TrainingListener() {
        @Override
        public void progress(long done, long total) { }

        @Override
        public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
            return true;
        }
    };

    /**
     * @param metrics   the epoch's figures
     * @param topicTerm computes topics x terms as they stand now, if wanted; valid only during this call
     * @return whether to go on
     */
    boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm);
}

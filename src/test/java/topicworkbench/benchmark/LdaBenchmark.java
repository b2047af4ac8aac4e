package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
import topicworkbench.fit.ServiceLdaOptions;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * Tokens per second that LDA's training looks at, inference aside, priors not re-estimated: {@code corpus.txt DOCUMENTS
 * TOPICS SWEEPS}. The peers' lda_tomotopy.cpp takes the same arguments.
 */
final class LdaBenchmark {
    private LdaBenchmark() { }

    public static void main(String[] args) throws IOException {
        Corpus corpus = PeerCorpus.first(PeerCorpus.read(Path.of(args[0])), Integer.parseInt(args[1]));
        int topics = Integer.parseInt(args[2]);
        int sweeps = Integer.parseInt(args[3]);
        LdaOptions options = new LdaOptions(topics, sweeps, 0.1 * topics, 0.01, 0, 0, ServiceLdaOptions.DEFAULTS);
        double[] seconds = {0};
        try (Threads threads = new Threads(Threads.available())) {
            new LdaTrainer(options, 42, threads).train(corpus, new TrainingListener() {
                @Override
                public void progress(long done, long total) { }

                @Override
                public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                    seconds[0] += metrics.seconds();
                    return true;
                }
            });
            System.out.printf(Locale.ROOT, "RESULT MALLET, %d threads, %d topics, %d sweeps: %.1f s, %.2f million tokens/s%n",
                    threads.count(), topics, sweeps, seconds[0], corpus.counts().total() * (double) sweeps / seconds[0] / 1e6);
        }
    }
}

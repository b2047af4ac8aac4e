package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;

/**
 * Documents per second of the neural topic model on the generated corpus of 50,000 documents and 5,000 terms, at the
 * widths, batch and optimizer of the PyTorch peer. Arguments: corpus.txt, epochs, decoder (logits or mixture), and a
 * file for the topics, one a line, which the peers' topic_recovery.py compares with the true ones.
 */
final class NtmBenchmark {
    private NtmBenchmark() { }

    public static void main(String[] args) throws IOException {
        Corpus corpus = PeerCorpus.read(Path.of(args[0]));
        int epochs = Integer.parseInt(args[1]);
        var decoder = NtmOptions.Decoder.valueOf(args[2].toUpperCase(Locale.ROOT));
        NtmOptions options = new NtmOptions(20, List.of(100, 100), NtmOptions.Activation.SIGMOID,
                NtmOptions.Optimizer.ADAM, 0.002, 256, epochs, epochs, 0.001, false, Double.POSITIVE_INFINITY, 1, 0, 1,
                NtmOptions.Latent.SOFTMAX, decoder, NtmOptions.Initialization.RANDOM, 0, false, false, 1, 0,
                Double.POSITIVE_INFINITY, 1);
        double[] rates = new double[epochs];
        double[] processorSeconds = new double[epochs];
        try (Threads threads = new Threads(Threads.available())) {
            FloatMatrix topics = new NtmTrainer(options, 1, threads).train(corpus, new TrainingListener() {
                private double before = ProcessorTime.seconds();

                @Override
                public void progress(long done, long total) { }

                @Override
                public boolean epochFinished(EpochMetrics m, Supplier<FloatMatrix> topicTerm) {
                    rates[m.epoch() - 1] = m.documentsPerSecond();
                    double now = ProcessorTime.seconds();
                    processorSeconds[m.epoch() - 1] = now - before;
                    before = now;
                    if (m.epoch() <= 3 || m.epoch() % 10 == 0) {
                        System.out.printf(Locale.ROOT, "epoch %d %.2f s, cpu %.2f s, %.0f documents/s, total %.4f, kld %.4f%n",
                                m.epoch(), m.seconds(), processorSeconds[m.epoch() - 1], m.documentsPerSecond(),
                                m.total(), m.kld());
                    }
                    return true;
                }
            }).model().topicTerm();
            if (args.length > 3) {
                PeerCorpus.write(topics, Path.of(args[3]));
            }
        }
        Arrays.sort(rates);
        Arrays.sort(processorSeconds);
        System.out.printf(Locale.ROOT, "RESULT ntm %s, %d epochs: median %.0f documents/s, best %.0f, median cpu %.2f s"
                + " an epoch%n", args[2], epochs, rates[epochs / 2], rates[epochs - 1], processorSeconds[epochs / 2]);
    }
}

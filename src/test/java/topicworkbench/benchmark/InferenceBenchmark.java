package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NmfTrainer;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.ServiceLdaOptions;
import topicworkbench.fit.TopicInference;
import topicworkbench.fit.TopicTrainer;
import topicworkbench.fit.TrainedModel;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Documents per second that get their topics from a model of 20 topics over 5,000 terms, trained on 2,000 of the generated
 * documents; all 50,000 are then inferred again and again. Arguments: corpus.txt, models separated by commas (ntm,
 * sagemaker, lda, nmf), repetitions.
 */
final class InferenceBenchmark {
    private static final int TOPICS = 20;
    private static final int TRAINING = 2000;

    private InferenceBenchmark() { }

    public static void main(String[] args) throws IOException {
        Corpus corpus = PeerCorpus.read(Path.of(args[0]));
        Corpus training = PeerCorpus.first(corpus, TRAINING);
        try (Threads threads = new Threads(Threads.available())) {
            for (String name : args[1].split(",")) {
                ModelOptions options = options(name);
                TrainedModel trained = trainer(options, threads).train(training, TrainingListener.NONE);
                TopicInference inference = TopicInference.of(options, trained.model().topicTerm(), trained.parameters(), threads);
                measure(name, inference, corpus, Integer.parseInt(args[2]), threads);
            }
        }
    }

    private static void measure(String name, TopicInference inference, Corpus corpus, int repetitions, Threads threads) {
        double[] seconds = new double[repetitions];
        double processor = ProcessorTime.seconds();
        for (int i = 0; i < repetitions; i++) {
            long start = System.nanoTime();
            inference.documentTopic(corpus.counts(), ProgressListener.NONE);
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        processor = (ProcessorTime.seconds() - processor) / repetitions;
        double first = seconds[0];
        Arrays.sort(seconds);
        System.out.printf(Locale.ROOT, "RESULT %s, %d threads: %,.0f documents/s (median of %d; the first %,.0f), %,.0f a second"
                + " of processor time%n", name, threads.count(), corpus.documents() / seconds[repetitions / 2], repetitions,
                corpus.documents() / first, corpus.documents() / processor);
    }

    private static ModelOptions options(String name) {
        return switch (name) {
            case "ntm" -> NtmOptions.recommended(TOPICS);
            case "sagemaker" -> NtmOptions.sagemaker(TOPICS);
            case "lda" -> new LdaOptions(TOPICS, 200, 5, 0.01, 10, 50, ServiceLdaOptions.DEFAULTS);
            case "nmf" -> NmfOptions.recommended(TOPICS);
            default -> throw new IllegalArgumentException(name + " is none of ntm, sagemaker, lda, nmf");
        };
    }

    private static TopicTrainer trainer(ModelOptions options, Threads threads) {
        return switch (options) {
            case NtmOptions ntm -> new NtmTrainer(ntm, 1, threads);
            case LdaOptions lda -> new LdaTrainer(lda, 1, threads);
            case NmfOptions nmf -> new NmfTrainer(nmf, 1, threads);
        };
    }
}

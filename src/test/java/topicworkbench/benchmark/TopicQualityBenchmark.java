package topicworkbench.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.HeldOutPerplexity;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NmfTrainer;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.TopicInference;
import topicworkbench.fit.TopicTrainer;
import topicworkbench.fit.TrainedModel;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.CorpusWordVectors;
import topicworkbench.quality.Stability;
import topicworkbench.quality.TopicScorer;
import topicworkbench.quality.TopicScores;
import topicworkbench.quality.WordVectors;
import topicworkbench.run.RunSpecs;
import topicworkbench.topic.Relevance;

/**
 * How good topics are: TU, NPMI, WETC, agreement with labels where there are some, perplexity of held-out documents (only
 * default and sample hold any), seconds of training, and stability across the seeds, for each model on the very same
 * counts. A seed decides everything random, also which documents are held back. Words are ranked by relevance .6, those of sagemaker as the
 * service ranks them, by weight. Arguments: a corpus (peers and default are the real reviews, the one as the peers were measured, the other
 * prepared by default; bbc; sample), models separated by commas (recommended, sagemaker, lda, nmf), seeds.
 */
final class TopicQualityBenchmark {
    private final LabelledCorpus labelled;
    private final TopicScorer scorer;
    private final Threads threads;

    private TopicQualityBenchmark(LabelledCorpus labelled, WordVectors vectors, Threads threads) {
        this.labelled = labelled;
        this.scorer = new TopicScorer(labelled.corpus(), vectors);
        this.threads = threads;
    }

    /** A trained model's topics, leading words and scores. */
    private record Trial(FloatMatrix topicTerm, int[][] words, TopicScores scores, LabelledCorpus.Agreement agreement,
            double perplexity, double seconds) { }

    public static void main(String[] args) throws Exception {
        try (Threads threads = new Threads(Threads.available())) {
            LabelledCorpus labelled = LabelledCorpus.named(args[0], threads);
            Corpus corpus = labelled.corpus();
            WordVectors vectors = CorpusWordVectors.train(corpus, 1, threads, ProgressListener.NONE);
            System.out.printf(Locale.ROOT, "%s: %d documents, %d terms, %d tokens; %s%n", args[0], corpus.documents(),
                    corpus.vocabulary().size(), corpus.counts().total(), vectors.name());
            TopicQualityBenchmark benchmark = new TopicQualityBenchmark(labelled, vectors, threads);
            for (String model : args[1].split(",")) {
                benchmark.measure(model, Arrays.stream(args[2].split(",")).mapToLong(Long::parseLong).toArray());
            }
        }
    }

    private void measure(String model, long[] seeds) {
        List<Trial> trials = new ArrayList<>();
        for (long seed : seeds) {
            trials.add(measure(model, seed));
            print(model + " seed " + seed, trials.subList(trials.size() - 1, trials.size()));
        }
        printTopics(trials.getFirst());
        print(model + " mean", trials);
        if (trials.size() > 1) {
            System.out.printf(Locale.ROOT, "%s stability: %.3f%n", model, Stability.of(
                    trials.stream().map(Trial::topicTerm).toList(), trials.stream().map(Trial::words).toList(), threads).mean());
        }
    }

    private Trial measure(String model, long seed) {
        Corpus corpus = labelled.corpus(seed);
        long start = System.nanoTime();
        ModelOptions options = options(model, labelled.topics());
        TrainedModel trained = trainer(options, seed).train(corpus, TrainingListener.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        int[][] words = Relevance.topWords(trained.model().topicTerm(), corpus.counts().columnTotals(),
                RunSpecs.relevanceLambda(model), TopicScorer.WORDS);
        double perplexity = HeldOutPerplexity.of(TopicInference.of(options, trained.model().topicTerm(),
                trained.parameters(), threads), corpus, ProgressListener.NONE);
        return new Trial(trained.model().topicTerm(), words, scorer.score(words),
                labelled.agreement(trained.model().documentTopic()), perplexity, seconds);
    }

    private static void print(String title, List<Trial> trials) {
        System.out.printf(Locale.ROOT, "%s: TU %.3f NPMI %.3f WETC %.3f NMI %.3f purity %.3f perplexity %.1f, %.1f s%n", title,
                mean(trials, trial -> trial.scores().meanTu()), mean(trials, trial -> trial.scores().meanNpmi()),
                mean(trials, trial -> trial.scores().meanWetc()), mean(trials, trial -> trial.agreement().information()),
                mean(trials, trial -> trial.agreement().purity()), mean(trials, Trial::perplexity),
                mean(trials, Trial::seconds));
    }

    private void printTopics(Trial trial) {
        for (int k = 0; k < trial.words().length; k++) {
            System.out.printf(Locale.ROOT, "  %2d [%.2f %.2f %.2f] %s%n", k, trial.scores().tu()[k], trial.scores().npmi()[k],
                    trial.scores().wetc()[k], Arrays.stream(trial.words()[k]).limit(12)
                            .mapToObj(labelled.corpus().vocabulary()::term).collect(Collectors.joining(" ")));
        }
    }

    private static ModelOptions options(String model, int topics) {
        return switch (model) {
            case "recommended" -> NtmOptions.recommended(topics);
            case "sagemaker" -> NtmOptions.sagemaker(topics);
            case "lda" -> LdaOptions.recommended(topics);
            case "nmf" -> NmfOptions.recommended(topics);
            default -> throw new IllegalArgumentException(model + " is none of recommended, sagemaker, lda, nmf");
        };
    }

    private TopicTrainer trainer(ModelOptions options, long seed) {
        return switch (options) {
            case NtmOptions ntm -> new NtmTrainer(ntm, seed, threads);
            case LdaOptions lda -> new LdaTrainer(lda, seed, threads);
            case NmfOptions nmf -> new NmfTrainer(nmf, seed, threads);
        };
    }

    private static double mean(List<Trial> trials, ToDoubleFunction<Trial> value) {
        return trials.stream().mapToDouble(value).average().orElseThrow();
    }
}

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
 * How good topics are: TU, NPMI, WETC, perplexity of held-out documents (only default and sample hold any), seconds of
 * training, and stability across the seeds, for each model on the very same counts. Words are ranked by relevance .6,
 * those of sagemaker as the service ranks them, by weight. Arguments: a corpus (peers and default are the real reviews,
 * the one as the peers were measured, the other prepared by default; bbc; sample), models separated by commas
 * (recommended, sagemaker, lda, nmf), seeds.
 */
final class TopicQualityBenchmark {
    private TopicQualityBenchmark() { }

    private record Scores(TopicScores topics, double perplexity) { }

    public static void main(String[] args) throws Exception {
        try (Threads threads = new Threads(Threads.available())) {
            LabelledCorpus labelled = LabelledCorpus.named(args[0], threads);
            Corpus corpus = labelled.corpus();
            WordVectors vectors = CorpusWordVectors.train(corpus, 1, threads, ProgressListener.NONE);
            System.out.printf(Locale.ROOT, "%s: %d documents, %d terms, %d tokens; %s%n", args[0], corpus.documents(),
                    corpus.vocabulary().size(), corpus.counts().total(), vectors.name());
            TopicScorer scorer = new TopicScorer(corpus, vectors);
            for (String model : args[1].split(",")) {
                List<Scores> scores = new ArrayList<>();
                List<FloatMatrix> topicTerms = new ArrayList<>();
                for (String seed : args[2].split(",")) {
                    scores.add(measure(model, Long.parseLong(seed), labelled, scorer, topicTerms, threads));
                }
                System.out.printf(Locale.ROOT, "%s mean: TU %.3f NPMI %.3f WETC %.3f perplexity %.1f, stability %.3f%n", model,
                        mean(scores, score -> score.topics.meanTu()), mean(scores, score -> score.topics.meanNpmi()),
                        mean(scores, score -> score.topics.meanWetc()), mean(scores, Scores::perplexity),
                        topicTerms.size() < 2 ? Double.NaN : stability(model, topicTerms, corpus, threads).mean());
            }
        }
    }

    private static Stability stability(String model, List<FloatMatrix> topicTerms, Corpus corpus, Threads threads) {
        return Stability.of(topicTerms, topicTerms.stream().map(topicTerm -> topWords(model, topicTerm, corpus)).toList(),
                threads);
    }

    private static int[][] topWords(String model, FloatMatrix topicTerm, Corpus corpus) {
        return Relevance.topWords(topicTerm, corpus.counts().columnTotals(), RunSpecs.relevanceLambda(model),
                TopicScorer.WORDS);
    }

    private static Scores measure(String model, long seed, LabelledCorpus labelled, TopicScorer scorer,
            List<FloatMatrix> topicTerms, Threads threads) {
        Corpus corpus = labelled.corpus();
        long start = System.nanoTime();
        ModelOptions options = options(model, labelled.topics());
        TrainedModel trained = trainer(options, seed, threads).train(corpus, TrainingListener.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        topicTerms.add(trained.model().topicTerm());
        int[][] words = topWords(model, trained.model().topicTerm(), corpus);
        TopicScores scores = scorer.score(words);
        double perplexity = HeldOutPerplexity.of(TopicInference.of(options, trained.model().topicTerm(),
                trained.parameters(), threads), corpus, ProgressListener.NONE);
        System.out.printf(Locale.ROOT, "%s seed %d: TU %.3f NPMI %.3f WETC %.3f perplexity %.1f, %.1f s, %d epochs %s%n",
                model, seed, scores.meanTu(), scores.meanNpmi(), scores.meanWetc(), perplexity, seconds, trained.epochsRun(),
                labelled.labels() == null ? "" : labelled.agreement(trained.model().documentTopic()));
        if (seed == 1) {
            printTopics(words, scores, corpus);
        }
        return new Scores(scores, perplexity);
    }

    private static void printTopics(int[][] words, TopicScores scores, Corpus corpus) {
        for (int k = 0; k < words.length; k++) {
            System.out.printf(Locale.ROOT, "  %2d [%.2f %.2f %.2f] %s%n", k, scores.tu()[k], scores.npmi()[k], scores.wetc()[k],
                    Arrays.stream(words[k]).limit(12).mapToObj(corpus.vocabulary()::term).collect(Collectors.joining(" ")));
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

    private static TopicTrainer trainer(ModelOptions options, long seed, Threads threads) {
        return switch (options) {
            case NtmOptions ntm -> new NtmTrainer(ntm, seed, threads);
            case LdaOptions lda -> new LdaTrainer(lda, seed, threads);
            case NmfOptions nmf -> new NmfTrainer(nmf, seed, threads);
        };
    }

    private static double mean(List<Scores> scores, ToDoubleFunction<Scores> score) {
        return scores.stream().mapToDouble(score).average().orElseThrow();
    }
}

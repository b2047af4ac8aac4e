package topicworkbench.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import topicworkbench.corpus.Corpus;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.LdaTrainer;
import topicworkbench.fit.MixtureInference;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NmfTrainer;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.NtmTrainer;
import topicworkbench.fit.TopicTrainer;
import topicworkbench.fit.TrainedModel;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.Consensus;
import topicworkbench.quality.CorpusWordVectors;
import topicworkbench.quality.Stability;
import topicworkbench.quality.TopicScorer;
import topicworkbench.quality.TopicScores;
import topicworkbench.topic.Relevance;

/**
 * What the consensus of several seeds is worth beside one seed and beside the medoid: TU, NPMI, WETC, agreement with
 * labels where there are some, and, from two groups of other seeds, how far two of a kind have the same topics.
 * Arguments: a corpus as {@link TopicQualityBenchmark} knows them, a model (recommended, lda, nmf), seeds of a group.
 */
final class ConsensusBenchmark {
    private static final int GROUPS = 2;
    private static final float PRIOR = 0.1f;

    private final LabelledCorpus labelled;
    private final Corpus corpus;
    private final TopicScorer scorer;
    private final Threads threads;

    private ConsensusBenchmark(LabelledCorpus labelled, Threads threads) {
        this.labelled = labelled;
        this.corpus = labelled.corpus();
        this.scorer = new TopicScorer(corpus, CorpusWordVectors.train(corpus, 1, threads, ProgressListener.NONE));
        this.threads = threads;
    }

    public static void main(String[] args) throws Exception {
        try (Threads threads = new Threads(Threads.available())) {
            new ConsensusBenchmark(LabelledCorpus.named(args[0], threads), threads).measure(args[1], Integer.parseInt(args[2]));
        }
    }

    private void measure(String model, int seeds) {
        List<FloatMatrix> medoids = new ArrayList<>();
        List<FloatMatrix> consensuses = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            List<FloatMatrix> models = new ArrayList<>();
            for (int seed = group * seeds + 1; seed <= (group + 1) * seeds; seed++) {
                TrainedModel trained = trainer(model, seed).train(corpus, TrainingListener.NONE);
                models.add(trained.model().topicTerm());
                tell("seed " + seed, models.getLast(), trained.model().documentTopic());
            }
            Stability stability = stability(models);
            medoids.add(models.get(stability.medoid()));
            consensuses.add(Consensus.topicTerm(models, stability));
            System.out.printf(Locale.ROOT, "stability %.3f, medoid seed %d, found in %s%n", stability.mean(),
                    group * seeds + 1 + stability.medoid(), Arrays.toString(stability.foundOf(stability.medoid())));
            tell("consensus", consensuses.getLast(), inferred(consensuses.getLast()));
        }
        System.out.printf(Locale.ROOT, "agreement of two medoids %.3f, of two consensuses %.3f%n", stability(medoids).mean(),
                stability(consensuses).mean());
    }

    private Stability stability(List<FloatMatrix> models) {
        return Stability.of(models, models.stream().map(this::words).toList(), threads);
    }

    private int[][] words(FloatMatrix topicTerm) {
        return Relevance.topWords(topicTerm, corpus.counts().columnTotals(), Relevance.DEFAULT_LAMBDA, TopicScorer.WORDS);
    }

    private FloatMatrix inferred(FloatMatrix topicTerm) {
        FloatMatrix prior = FloatMatrix.zeros(1, topicTerm.rows());
        Arrays.fill(prior.values(), PRIOR);
        return new MixtureInference(topicTerm, prior, threads).documentTopic(corpus.counts(), ProgressListener.NONE);
    }

    private void tell(String name, FloatMatrix topicTerm, FloatMatrix documentTopic) {
        TopicScores scores = scorer.score(words(topicTerm));
        System.out.printf(Locale.ROOT, "%s: TU %.3f NPMI %.3f WETC %.3f %s%n", name, scores.meanTu(), scores.meanNpmi(),
                scores.meanWetc(), labelled.labels() == null ? "" : labelled.agreement(documentTopic));
    }

    private TopicTrainer trainer(String model, long seed) {
        return switch (model) {
            case "recommended" -> new NtmTrainer(NtmOptions.recommended(labelled.topics()), seed, threads);
            case "lda" -> new LdaTrainer(LdaOptions.recommended(labelled.topics()), seed, threads);
            case "nmf" -> new NmfTrainer(NmfOptions.recommended(labelled.topics()), seed, threads);
            default -> throw new IllegalArgumentException(model + " is none of recommended, lda, nmf");
        };
    }
}

package topicworkbench.fit;

import java.util.List;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.topic.TopicModel;

/**
 * Trains SageMaker's neural topic model on this computer: same graph, losses, update rules, early stopping and names.
 * Same corpus, options and seed give the same bits on any number of threads. Two things differ from the service: the
 * last, smaller batch of a validation is scored too, and it is always scored with the same noise, so that epochs
 * compare.
 */
public final class NtmTrainer implements TopicTrainer {
    private final NtmOptions options;
    private final long seed;
    private final Threads threads;

    public NtmTrainer(NtmOptions options, long seed, Threads threads) {
        this.options = options;
        this.seed = seed;
        this.threads = threads;
    }

    @Override
    public TrainedModel train(Corpus corpus, TrainingListener listener) {
        int[] training = TrainingDocuments.of(corpus, options.topics());
        VocabularyTiles tiles = VocabularyTiles.of(corpus.vocabulary().size());
        int capacity = Math.min(options.miniBatchSize(), corpus.documents());
        NtmNetwork network = new NtmNetwork(options, tiles, capacity, threads);
        start(network, corpus, training, listener);
        UpdateRule rule = UpdateRule.of(options);
        network.trained().forEach(p -> p.allocateState(rule.stateArrays()));
        return new Training(network, rule, corpus, new DocumentBatch(corpus.counts(), tiles, capacity), training,
                listener).run();
    }

    private void start(NtmNetwork network, Corpus corpus, int[] training, TrainingListener listener) {
        network.initialize(RandomStream.of(seed, "ntm weights"));
        float[] frequencies = TopicDistributions.logFrequencies(
                corpus.counts().selectRows(training).columnTotals());
        if (options.background()) {
            System.arraycopy(frequencies, 0, network.projectionBias().values, 0, frequencies.length);
        }
        if (options.initialization() == NtmOptions.Initialization.NMF) {
            FloatMatrix topics = NmfFactorization.topicTerm(corpus, options.topics(), seed, threads,
                    (done, total) -> listener.progress(0, total(training)));
            TopicDistributions.startFrom(topics, frequencies, network.projectionWeight());
        }
    }

    private int drawnPerEpoch(int[] training) {
        return Math.max(1, (int) Math.ceil(options.subSample() * training.length));
    }

    private long total(int[] training) {
        return (long) options.epochs() * drawnPerEpoch(training);
    }

    /** One training, from first epoch to best model. */
    private final class Training {
        private final NtmNetwork network;
        private final UpdateRule rule;
        private final Corpus corpus;
        private final DocumentBatch batch;
        private final int[] order;
        private final int[] validation;
        private final int drawn;
        private final long total;
        private final TrainingListener listener;
        private final RandomStream shuffling = RandomStream.of(seed, "ntm order");
        private final RandomStream noise = RandomStream.of(seed, "ntm noise");
        private final RandomStream validationNoise = RandomStream.of(seed, "ntm validation noise");
        private final EarlyStopping stopping = new EarlyStopping(options.patienceEpochs(), options.tolerance());
        private EpochMetrics best;
        private double bestLoss = Double.POSITIVE_INFINITY;
        private List<float[]> bestValues;

        Training(NtmNetwork network, UpdateRule rule, Corpus corpus, DocumentBatch batch, int[] training,
                TrainingListener listener) {
            this.network = network;
            this.rule = rule;
            this.corpus = corpus;
            this.batch = batch;
            this.order = training.clone();
            this.validation = corpus.documentsOf(Split.VALIDATION);
            this.drawn = drawnPerEpoch(training);
            this.total = total(training);
            this.listener = listener;
        }

        TrainedModel run() {
            int epoch = 0;
            EpochMetrics metrics;
            boolean goOn;
            do {
                epoch++;
                metrics = epoch(epoch);
                keepIfBest(metrics);
                goOn = listener.epochFinished(metrics, network::topicTerm);
            } while (goOn && epoch < options.epochs() && !stopping.shouldStop());
            if (best == null) {
                best = metrics;
            } else {
                List<Parameter> parameters = network.all();
                for (int i = 0; i < parameters.size(); i++) {
                    System.arraycopy(bestValues.get(i), 0, parameters.get(i).values, 0, bestValues.get(i).length);
                }
            }
            FloatMatrix documentTopic = NtmInference.of(options, network, corpus.vocabulary().size())
                    .documentTopic(corpus.counts(), (done, all) -> listener.progress(total, total));
            return new TrainedModel(new TopicModel(corpus.vocabulary(), network.topicTerm(), documentTopic),
                    network.named(), best, epoch);
        }

        private EpochMetrics epoch(int epoch) {
            long begin = System.nanoTime();
            shuffling.shuffle(order);
            float klWeight = epoch >= options.klWarmupEpochs() ? 1 : (float) epoch / options.klWarmupEpochs();
            RandomStream epochNoise = noise.substream(epoch);
            NtmNetwork.Losses losses = NtmNetwork.Losses.NONE;
            for (int from = 0; from < drawn; from += batch.capacity()) {
                listener.progress((long) (epoch - 1) * drawn + from, total);
                batch.fill(order, from, Math.min(batch.capacity(), drawn - from));
                losses = losses.plus(network.learn(batch, epochNoise, klWeight, rule));
                requireFinite(losses.meanTotal(), epoch);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double validationTotal = validationLoss(epoch);
            double judged = validation.length > 0 ? validationTotal : losses.meanTotal();
            boolean bad = isJudged(epoch) && stopping.isBad(judged);
            return new EpochMetrics(epoch, options.epochs(), losses.meanTotal(), losses.meanReconstruction(),
                    losses.meanDivergence(), validationTotal, drawn / seconds, (System.nanoTime() - begin) / 1e9, bad);
        }

        private double validationLoss(int epoch) {
            if (validation.length == 0) {
                return Double.NaN;
            }
            NtmNetwork.Losses losses = NtmNetwork.Losses.NONE;
            for (int from = 0; from < validation.length; from += batch.capacity()) {
                listener.progress((long) epoch * drawn, total);
                batch.fill(validation, from, Math.min(batch.capacity(), validation.length - from));
                losses = losses.plus(network.score(batch, validationNoise));
            }
            requireFinite(losses.meanTotal(), epoch);
            return losses.meanTotal();
        }

        /** Epochs before the KL term has its full weight minimise something else and are not compared. */
        private boolean isJudged(int epoch) {
            return epoch >= options.klWarmupEpochs();
        }

        private void keepIfBest(EpochMetrics metrics) {
            double loss = validation.length > 0 ? metrics.validationTotal() : metrics.total();
            if (!isJudged(metrics.epoch()) || !(loss < bestLoss)) {
                return;
            }
            bestLoss = loss;
            best = metrics;
            List<Parameter> parameters = network.all();
            if (bestValues == null) {
                bestValues = parameters.stream().map(p -> p.values.clone()).toList();
                return;
            }
            for (int i = 0; i < parameters.size(); i++) {
                System.arraycopy(parameters.get(i).values, 0, bestValues.get(i), 0, bestValues.get(i).length);
            }
        }

        private void requireFinite(double loss, int epoch) {
            if (!Double.isFinite(loss)) {
                throw new ExplainedException("Training diverged in epoch " + epoch + ": the loss is no longer a number.",
                        "Lower learning_rate (it is " + options.learningRate()
                                + "), or set clip_gradient to 1, or take the optimizer adam.");
            }
        }
    }
}

package topicworkbench.fit;

import java.util.Locale;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;
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
        requireMemory(corpus.vocabulary().size());
        VocabularyTiles tiles = VocabularyTiles.of(corpus.vocabulary().size());
        int capacity = Math.min(options.miniBatchSize(), corpus.documents());
        NtmNetwork network = new NtmNetwork(options, tiles, capacity, threads);
        start(network, corpus, training, listener);
        return new Training(network, corpus, new DocumentBatch(corpus.counts(), tiles, capacity), training,
                listener).run();
    }

    /** Refuses what would end in an error of the virtual machine: weights, best weights and state of the update rule. */
    private void requireMemory(int terms) {
        int stateArrays = UpdateRule.of(options, options.learningRate()).stateArrays();
        long encoder = (long) terms * VectorKernels.padded(Encoder.widths(options).getFirst());
        long decoder = (long) options.topics() * VectorKernels.padded(terms);
        double needed = (double) Float.BYTES * (2 + stateArrays) * (encoder + decoder);
        if (Math.max(encoder, decoder) > Integer.MAX_VALUE - Long.BYTES || needed > Runtime.getRuntime().maxMemory()) {
            throw new ExplainedException(String.format(Locale.ENGLISH,
                    "A model of %d topics over %d terms needs %.1f GB of memory, and there are %.1f GB.",
                    options.topics(), terms, needed / 1e9, Runtime.getRuntime().maxMemory() / 1e9),
                    "Lower max_features or num_topics, or give Java more memory with -Xmx.");
        }
    }

    private void start(NtmNetwork network, Corpus corpus, int[] training, TrainingListener listener) {
        network.initialize(RandomStream.of(seed, "ntm weights"));
        CsrCounts some = corpus.counts().selectRows(evenly(training, (int) Math.min(training.length, options.epochDocuments())));
        float[] frequencies = TopicDistributions.logFrequencies(some.columnTotals());
        if (options.background()) {
            System.arraycopy(frequencies, 0, network.projectionBias().values, 0, frequencies.length);
        }
        if (options.initialization() == NtmOptions.Initialization.NMF) {
            FloatMatrix topics = NmfFactorization.topicTerm(some, options.topics(), seed, threads,
                    (done, total) -> listener.progress(0, total(training)));
            TopicDistributions.startFrom(topics, frequencies, network.projectionWeight());
        }
    }

    private int drawnPerEpoch(int[] training) {
        return (int) Math.max(1, Math.min(Math.ceil(options.subSample() * training.length), options.epochDocuments()));
    }

    /** So many of them, at equal distances. */
    private static int[] evenly(int[] documents, int count) {
        return IntStream.range(0, count).map(i -> documents[(int) ((long) i * documents.length / count)]).toArray();
    }

    private long total(int[] training) {
        return (long) options.epochs() * drawnPerEpoch(training);
    }

    /** One training, from first epoch to best model. */
    private final class Training {
        private final NtmNetwork network;
        private final UpdateRule encoderRule = UpdateRule.of(options, options.learningRate());
        private final UpdateRule decoderRule = UpdateRule.of(options, options.decoderRate() * options.learningRate());
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
        private final BestEpoch bestEpoch;

        Training(NtmNetwork network, Corpus corpus, DocumentBatch batch, int[] training,
                TrainingListener listener) {
            this.network = network;
            network.trained().forEach(p -> p.allocateState(encoderRule.stateArrays()));
            this.corpus = corpus;
            this.batch = batch;
            this.order = training.clone();
            int[] heldBack = corpus.documentsOf(Split.VALIDATION);
            double share = Math.min(1, options.epochDocuments() / training.length);
            this.validation = evenly(heldBack, (int) Math.ceil(share * heldBack.length));
            this.drawn = drawnPerEpoch(training);
            this.total = total(training);
            this.listener = listener;
            this.bestEpoch = new BestEpoch(network.all());
        }

        TrainedModel run() {
            int epoch = 0;
            EpochMetrics metrics;
            boolean goOn;
            do {
                epoch++;
                metrics = epoch(epoch);
                if (isJudged(epoch)) {
                    bestEpoch.offer(metrics, judgedLoss(metrics.total(), metrics.validationTotal()));
                }
                goOn = listener.epochFinished(metrics, network::topicTerm);
            } while (goOn && epoch < options.epochs() && !stopping.shouldStop());
            EpochMetrics best = bestEpoch.restore(metrics);
            FloatMatrix documentTopic = new NtmInference(options, network, batch.tiles, threads)
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
                losses = losses.plus(network.learn(batch, epochNoise, klWeight, encoderRule, decoderRule));
                requireFinite(losses.meanTotal(), epoch);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double validationTotal = validationLoss(epoch);
            boolean bad = isJudged(epoch) && stopping.isBad(judgedLoss(losses.meanTotal(), validationTotal));
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

        private double judgedLoss(double train, double validationTotal) {
            return validation.length > 0 ? validationTotal : train;
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

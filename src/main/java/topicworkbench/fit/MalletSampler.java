package topicworkbench.fit;

import cc.mallet.topics.ParallelTopicModel;
import cc.mallet.types.Alphabet;
import cc.mallet.types.FeatureSequence;
import cc.mallet.types.Instance;
import cc.mallet.types.InstanceList;
import cc.mallet.util.MalletLogger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;

/**
 * MALLET's parallel Gibbs sampler, one sweep at a time. MALLET splits the documents among its workers, each with its own
 * random numbers, and adds their counts in order: the result depends on the number of workers but not on how many cores
 * run them, so that number is fixed.
 */
final class MalletSampler {
    /** Two keep two cores busy; four would cost memory there and gain little on more. */
    private static final int WORKERS = 2;

    static {
        keepLoggingAsItIs();
    }

    private final CsrCounts counts;
    private final Alphabet alphabet;
    private final LdaOptions options;
    private final RandomStream random;
    private final ParallelTopicModel model;
    private int sweeps;

    MalletSampler(Corpus corpus, int[] documents, LdaOptions options, long seed) {
        this.counts = corpus.counts();
        this.alphabet = new Alphabet(corpus.vocabulary().terms().toArray());
        this.options = options;
        this.random = RandomStream.of(seed, "Gibbs sampling");
        this.model = new ParallelTopicModel(options.topics(), options.alpha(), options.beta());
        InstanceList instances = new InstanceList(alphabet, null);
        for (int document : documents) {
            instances.add(instance(document));
        }
        model.setRandomSeed(seed(0));
        model.setNumThreads(Math.min(WORKERS, documents.length));
        model.setNumIterations(1);
        model.setTopicDisplay(0, 0);
        model.printLogLikelihood = false;
        model.burninPeriod = 0;
        model.saveSampleInterval = 1;
        model.addInstances(instances);
    }

    /** MALLET's logger class replaces the whole program's logging set-up when it loads, unless one seems to be named. */
    private static void keepLoggingAsItIs() {
        String property = "java.util.logging.config.file";
        LogManager.getLogManager(); // reads the property itself, if it has not been used yet
        String before = System.getProperty(property);
        System.setProperty(property, "set up by the program");
        try {
            MalletLogger.getLogger(ParallelTopicModel.class.getName()).setLevel(Level.OFF);
            ParallelTopicModel.logger.setLevel(Level.OFF);
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }

    /** Samples the topic of every token once, then re-estimates the priors if it is time to. */
    void sweep() {
        sweeps++;
        boolean estimatePriors = options.optimizeInterval() > 0 && sweeps > options.burnIn()
                && sweeps % options.optimizeInterval() == 0;
        model.optimizeInterval = estimatePriors ? 1 : 0;
        model.setRandomSeed(seed(sweeps));
        try {
            model.estimate();
        } catch (IOException e) {
            throw new UncheckedIOException("no file was asked for", e);
        }
    }

    long tokens() {
        return model.totalTokens;
    }

    /** Nats per token of words and topic assignments together. */
    double negativeLogLikelihoodPerToken() {
        return -model.modelLogLikelihood() / model.totalTokens;
    }

    /** topics x terms: tokens of each term that each topic holds. */
    FloatMatrix topicWordCounts() {
        FloatMatrix result = FloatMatrix.zeros(options.topics(), counts.columns());
        for (int term = 0; term < counts.columns(); term++) {
            for (int packed : model.typeTopicCounts[term]) {
                result.set(packed & model.topicMask, term, result.get(packed & model.topicMask, term)
                        + (packed >> model.topicBits));
            }
        }
        return result;
    }

    /** topics x terms: each row the mean of the topic's posterior. */
    FloatMatrix topicTerm() {
        FloatMatrix result = topicWordCounts();
        for (int k = 0; k < result.rows(); k++) {
            double total = model.tokensPerTopic[k] + model.beta * counts.columns();
            for (int term = 0; term < result.columns(); term++) {
                result.set(k, term, (float) ((result.get(k, term) + model.beta) / total));
            }
        }
        return result;
    }

    /** 1 x topics. */
    FloatMatrix documentPrior() {
        FloatMatrix result = FloatMatrix.zeros(1, options.topics());
        for (int k = 0; k < options.topics(); k++) {
            result.set(0, k, (float) model.alpha[k]);
        }
        return result;
    }

    float wordPrior() {
        return (float) model.beta;
    }

    /** Never -1, which MALLET takes for the clock. */
    private int seed(int sweep) {
        return (int) (random.substream(sweep).nextLong() >>> 33);
    }

    private Instance instance(int document) {
        int[] tokens = new int[(int) counts.rowTotal(document)];
        int length = 0;
        for (int i = counts.rowStarts()[document]; i < counts.rowStarts()[document + 1]; i++) {
            for (int copy = 0; copy < counts.counts()[i]; copy++) {
                tokens[length++] = counts.columnIndices()[i];
            }
        }
        return new Instance(new FeatureSequence(alphabet, tokens), null, null, null);
    }
}

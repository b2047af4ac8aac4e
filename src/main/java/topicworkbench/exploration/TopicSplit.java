package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NmfTrainer;
import topicworkbench.fit.TrainingListener;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * The documents of one topic dealt to parts: clustered again by non-negative matrix factorisation of their TF-IDF, whose
 * document frequencies are those within the topic, so that the words all its documents share do not tell. Same documents,
 * number of parts and seed give the same parts on any number of threads.
 *
 * @param documents of the topic, rising
 * @param partOf    of each of these documents its part, from 0; the largest part is the first
 */
public record TopicSplit(int[] documents, int[] partOf) {
    private static final int LEAST_DOCUMENTS_WITH_TERM = 2;

    /**
     * @param documents rows of the corpus, rising
     * @param parts     2 or more
     * @param listener  may cancel
     * @throws ExplainedException if there are too few documents, or they cannot be told apart into so many parts
     */
    public static TopicSplit of(Corpus corpus, int[] documents, int parts, long seed, Threads threads,
            ProgressListener listener) {
        if (documents.length < 2 * parts) {
            throw new ExplainedException("The topic has " + documents.length + " reviews, too few for " + parts
                    + " parts.", "Ask for fewer parts.");
        }
        CsrCounts whole = corpus.counts().selectRows(documents);
        int[] frequencies = whole.documentFrequencies();
        int[] terms = IntStream.range(0, frequencies.length)
                .filter(term -> frequencies[term] >= LEAST_DOCUMENTS_WITH_TERM).toArray();
        Split[] splits = new Split[documents.length];
        Arrays.fill(splits, Split.TRAIN);
        Corpus within = new Corpus(corpus.vocabulary(), whole, documents, splits).selectTerms(terms);
        FloatMatrix shares = new NmfTrainer(NmfOptions.recommended(parts), seed, threads)
                .train(within, cancellable(listener)).model().documentTopic();
        int[] cluster = IntStream.range(0, documents.length).map(document -> strongest(shares, document)).toArray();
        return new TopicSplit(documents, bySize(cluster, parts));
    }

    private static TrainingListener cancellable(ProgressListener listener) {
        return new TrainingListener() {
            @Override
            public void progress(long done, long total) {
                listener.progress(done, total);
            }

            @Override
            public boolean epochFinished(EpochMetrics metrics, Supplier<FloatMatrix> topicTerm) {
                return true;
            }
        };
    }

    private static int strongest(FloatMatrix shares, int document) {
        int best = 0;
        for (int part = 1; part < shares.columns(); part++) {
            best = shares.get(document, part) > shares.get(document, best) ? part : best;
        }
        return best;
    }

    /** Numbers the clusters anew, the largest first. */
    private static int[] bySize(int[] cluster, int parts) {
        int[] sizes = new int[parts];
        Arrays.stream(cluster).forEach(c -> sizes[c]++);
        if (Arrays.stream(sizes).anyMatch(size -> size == 0)) {
            throw new ExplainedException("The topic's reviews do not fall into " + parts + " parts.",
                    "Ask for fewer parts.");
        }
        List<Integer> order = new ArrayList<>(IntStream.range(0, parts).boxed().toList());
        order.sort(Comparator.comparingInt((Integer c) -> sizes[c]).reversed());
        return Arrays.stream(cluster).map(order::indexOf).toArray();
    }
}

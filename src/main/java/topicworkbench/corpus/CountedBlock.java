package topicworkbench.corpus;

import java.util.Arrays;

/**
 * Documents that follow one another, as counts of a worker's own term numbers: growing while the worker counts, then
 * trimmed. The terms of a document stand in the order of first sight.
 */
final class CountedBlock {
    private final int[] reviews;
    private final int[] starts;
    private int documents;
    private int[] terms = new int[4096];
    private int[] counts = new int[4096];

    CountedBlock(int documents) {
        reviews = new int[documents];
        starts = new int[documents + 1];
    }

    /** Documents that were counted elsewhere; the arrays are shared. */
    CountedBlock(int[] reviews, int[] starts, int[] terms, int[] counts) {
        this.reviews = reviews;
        this.starts = starts;
        this.documents = reviews.length;
        this.terms = terms;
        this.counts = counts;
    }

    int documents() {
        return documents;
    }

    /** Number of pairs of a document and a term in it. */
    int entries() {
        return starts[documents];
    }

    int review(int document) {
        return reviews[document];
    }

    int start(int document) {
        return starts[document];
    }

    int term(int entry) {
        return terms[entry];
    }

    int count(int entry) {
        return counts[entry];
    }

    void beginDocument(int review) {
        reviews[documents] = review;
        starts[documents + 1] = starts[documents];
        documents++;
    }

    /**
     * Counts a term in the document that was begun last.
     *
     * @param guess where this term was entered last, in this block or another, or any number
     * @return where it stands now
     */
    int count(int term, int guess) {
        int end = starts[documents];
        if (guess >= starts[documents - 1] && guess < end && terms[guess] == term) {
            counts[guess]++;
            return guess;
        }
        if (end == terms.length) {
            terms = Arrays.copyOf(terms, end * 2);
            counts = Arrays.copyOf(counts, end * 2);
        }
        terms[end] = term;
        counts[end] = 1;
        starts[documents] = end + 1;
        return end;
    }

    void trim() {
        terms = Arrays.copyOf(terms, starts[documents]);
        counts = Arrays.copyOf(counts, starts[documents]);
    }
}

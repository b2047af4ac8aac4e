package topicworkbench.corpus;

import java.util.Arrays;
import java.util.stream.IntStream;
import topicworkbench.math.CsrCounts;

/**
 * Documents as term counts: what every model is trained on.
 *
 * @param vocabulary the terms, one a column of {@code counts}
 * @param counts     documents x terms
 * @param reviews    for each document the number of its review (the {@code review} column of reviews.parquet), rising
 * @param splits     for each document what it is used for
 */
public record Corpus(Vocabulary vocabulary, CsrCounts counts, int[] reviews, Split[] splits) {

    public Corpus {
        if (counts.columns() != vocabulary.size() || reviews.length != counts.rows()
                || splits.length != counts.rows()) {
            throw new IllegalArgumentException("vocabulary " + vocabulary.size() + ", counts " + counts.rows() + " x "
                    + counts.columns() + ", reviews " + reviews.length + ", splits " + splits.length);
        }
    }

    public int documents() {
        return counts.rows();
    }

    /** The same documents counted over some of the terms only, which must rise. */
    public Corpus selectTerms(int[] selected) {
        return new Corpus(new Vocabulary(Arrays.stream(selected).mapToObj(vocabulary::term).toList()),
                counts.selectColumns(selected), reviews, splits);
    }

    /** The documents of one split, in order. */
    public int[] documentsOf(Split split) {
        return IntStream.range(0, splits.length).filter(d -> splits[d] == split).toArray();
    }

    /** What final figures are measured on: the test documents or, where there are none, those of the validation. */
    public int[] heldOut() {
        int[] test = documentsOf(Split.TEST);
        return test.length > 0 ? test : documentsOf(Split.VALIDATION);
    }
}

package topicworkbench.corpus;

import java.util.stream.IntStream;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Counts new documents by a vocabulary that is there already, so that a trained model can be asked about them. Text becomes terms
 * by the code by which the {@link Vectoriser} makes a corpus.
 */
public final class VocabularyCounts {

    private VocabularyCounts() { }

    /**
     * @param documents  by rising number
     * @param options    how text became the vocabulary's terms; its thresholds are not applied
     * @param vocabulary of the model
     * @param listener   hears the number of documents read, on any of the threads; may cancel
     * @return a row a document, in their order; empty where the vocabulary has none of a document's words
     */
    public static CsrCounts count(DocumentSource documents, TextOptions options, Vocabulary vocabulary, Threads threads,
            ProgressListener listener) {
        DocumentTerms terms = DocumentTerms.count(documents, options, threads, listener);
        int[] columns = IntStream.range(0, terms.dictionary().size())
                .map(term -> vocabulary.indexOf(terms.dictionary().term(term))).toArray();
        return CountRows.of(terms, columns, 0, threads).matrix(vocabulary.size());
    }
}

package topicworkbench.quality;

import java.util.HashMap;
import java.util.Map;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.FloatMatrix;

/** Collects the vectors of a vocabulary's terms while a file goes by. */
final class WordVectorRows {
    private final Vocabulary vocabulary;
    private final FloatMatrix rows;
    private final Map<String, Integer> termsWithoutVector;

    WordVectorRows(Vocabulary vocabulary, int dimensions) {
        this.vocabulary = vocabulary;
        this.rows = FloatMatrix.zeros(vocabulary.size(), dimensions);
        this.termsWithoutVector = HashMap.newHashMap(vocabulary.size());
        for (int term = 0; term < vocabulary.size(); term++) {
            termsWithoutVector.put(vocabulary.term(term).replace(' ', '_'), term);
        }
    }

    int dimensions() {
        return rows.columns();
    }

    /** The term that this word is and that has no vector yet, or -1. */
    int wanted(String word) {
        return termsWithoutVector.getOrDefault(word, -1);
    }

    /** @throws NumberFormatException if the numbers are too few or not finite */
    void put(int term, float[] numbers) {
        for (float number : numbers) {
            if (!Float.isFinite(number)) {
                throw new NumberFormatException("not finite: " + number);
            }
        }
        if (numbers.length != dimensions()) {
            throw new NumberFormatException(numbers.length + " numbers");
        }
        System.arraycopy(numbers, 0, rows.values(), rows.offset(term), numbers.length);
        termsWithoutVector.remove(vocabulary.term(term).replace(' ', '_'));
    }

    WordVectors finish(String name) {
        return WordVectors.normalized(name, vocabulary, rows);
    }
}

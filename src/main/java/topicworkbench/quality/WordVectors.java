package topicworkbench.quality;

import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.FloatMatrix;

/**
 * Vectors for the terms of one vocabulary, of unit length, so that a dot product is a cosine.
 *
 * @param name       which vectors these are; stands beside every WETC, as values of different vectors do not compare
 * @param vocabulary the terms
 * @param rows       terms x dimensions; a term without a vector has a row of zeros
 * @param found      for each term whether it has a vector
 */
public record WordVectors(String name, Vocabulary vocabulary, FloatMatrix rows, boolean[] found) {

    public WordVectors {
        if (rows.rows() != vocabulary.size() || found.length != vocabulary.size()) {
            throw new IllegalArgumentException("vectors " + rows.rows() + " for " + vocabulary.size() + " terms");
        }
    }

    public int foundCount() {
        int count = 0;
        for (boolean f : found) {
            count += f ? 1 : 0;
        }
        return count;
    }
}

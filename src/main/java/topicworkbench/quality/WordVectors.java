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

    /**
     * Scales every row to unit length, in place. A row of zeros has no direction: its term counts as not found.
     *
     * @param rows terms x dimensions, finite; becomes part of the result
     */
    public static WordVectors normalized(String name, Vocabulary vocabulary, FloatMatrix rows) {
        boolean[] found = new boolean[rows.rows()];
        for (int r = 0; r < found.length; r++) {
            double squares = 0;
            for (int j = 0; j < rows.columns(); j++) {
                squares += (double) rows.get(r, j) * rows.get(r, j);
            }
            found[r] = squares > 0;
            double scale = found[r] ? 1 / Math.sqrt(squares) : 0;
            for (int j = 0; j < rows.columns(); j++) {
                rows.set(r, j, (float) (rows.get(r, j) * scale));
            }
        }
        return new WordVectors(name, vocabulary, rows, found);
    }

    public int foundCount() {
        int count = 0;
        for (boolean f : found) {
            count += f ? 1 : 0;
        }
        return count;
    }
}

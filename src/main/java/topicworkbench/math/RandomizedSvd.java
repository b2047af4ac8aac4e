package topicworkbench.math;

/**
 * The leading singular vectors of a sparse matrix by random projection and power iteration, every step kept orthonormal.
 * Memory is (rows + columns) x (rank + 20). Same matrix and random stream give the same bits on any number of threads.
 *
 * @param left     rows x rank, columns of unit length; the entry of largest size in each column is positive
 * @param singular rank numbers, falling; 0 where the matrix's own rank ends (its vectors are then zero)
 * @param right    columns x rank, columns of unit length
 * @see <a href="https://arxiv.org/abs/0909.4061">Halko, Martinsson and Tropp 2011</a>
 */
public record RandomizedSvd(FloatMatrix left, double[] singular, FloatMatrix right) {
    /** Below this share of the largest, a squared singular value is rounding error of single precision. */
    private static final double NEGLIGIBLE = 1e-10;

    /** How far the last vectors may depend on the random start: a few degrees, or not to be seen. */
    public enum Precision {
        ROUGH(10, 5), FINE(20, 20);

        private final int oversampling;
        private final int powerIterations;

        Precision(int oversampling, int powerIterations) {
            this.oversampling = oversampling;
            this.powerIterations = powerIterations;
        }
    }

    /**
     * @param matrix   what to decompose
     * @param rank     how many singular vectors; at most the smaller side of the matrix
     * @param listener hears each power iteration, may cancel
     */
    public static RandomizedSvd of(CsrMatrix matrix, int rank, Precision precision, RandomStream random,
            Threads threads, ProgressListener listener) {
        int smallerSide = Math.min(matrix.rows(), matrix.columns());
        if (rank < 1 || rank > smallerSide) {
            throw new IllegalArgumentException("rank " + rank + " of a " + matrix.rows() + " x " + matrix.columns()
                    + " matrix");
        }
        CsrMatrix transposed = matrix.transposed();
        FloatMatrix basis = FloatMatrix.zeros(matrix.columns(), Math.min(rank + precision.oversampling, smallerSide));
        for (int i = 0; i < basis.values().length; i++) {
            basis.values()[i] = (float) random.nextGaussian();
        }
        basis = orthonormal(matrix.times(basis, threads), threads);
        for (int i = 0; i < precision.powerIterations; i++) {
            listener.progress(i, precision.powerIterations);
            basis = orthonormal(transposed.times(basis, threads), threads);
            basis = orthonormal(matrix.times(basis, threads), threads);
        }
        return project(basis, transposed.times(basis, threads), rank, threads);
    }

    /** Singular vectors from an orthonormal basis Q (rows x l) of the range and AᵀQ (columns x l). */
    private static RandomizedSvd project(FloatMatrix basis, FloatMatrix projected, int rank, Threads threads) {
        SymmetricEigen eigen = SymmetricEigen.of(GramMatrix.of(projected, threads));
        int width = basis.columns();
        double[] singular = new double[rank];
        FloatMatrix toLeft = FloatMatrix.zeros(width, rank);
        FloatMatrix toRight = FloatMatrix.zeros(width, rank);
        for (int j = 0; j < rank; j++) {
            if (eigen.values()[j] <= NEGLIGIBLE * eigen.values()[0]) {
                break;
            }
            singular[j] = Math.sqrt(eigen.values()[j]);
            for (int i = 0; i < width; i++) {
                toLeft.set(i, j, (float) eigen.vectors()[j][i]);
                toRight.set(i, j, (float) (eigen.vectors()[j][i] / singular[j]));
            }
        }
        FloatMatrix left = times(basis, toLeft, threads);
        FloatMatrix right = times(projected, toRight, threads);
        for (int j = 0; j < rank; j++) {
            if (largestIsNegative(left, j)) {
                negate(left, j);
                negate(right, j);
            }
        }
        return new RandomizedSvd(left, singular, right);
    }

    /** An orthonormal basis of the columns by Cholesky's factor of the Gram matrix; dependent columns become zero. */
    private static FloatMatrix orthonormal(FloatMatrix columns, Threads threads) {
        double[][] gram = GramMatrix.of(columns, threads);
        int n = gram.length;
        double[][] inverse = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, gram[i][i]);
        }
        // row i of `inverse` expresses basis vector i in the given columns: Gram and Schmidt, carried out on the Gram matrix
        for (int i = 0; i < n; i++) {
            double[] row = inverse[i];
            row[i] = 1;
            for (int j = 0; j < i; j++) {
                double along = 0;
                for (int c = 0; c <= j; c++) {
                    along += inverse[j][c] * gram[c][i];
                }
                for (int c = 0; c <= j; c++) {
                    row[c] -= along * inverse[j][c];
                }
            }
            double squaredLength = 0;
            for (int a = 0; a <= i; a++) {
                for (int b = 0; b <= i; b++) {
                    squaredLength += row[a] * gram[a][b] * row[b];
                }
            }
            double scale = squaredLength > NEGLIGIBLE * largest ? 1 / Math.sqrt(squaredLength) : 0;
            for (int c = 0; c <= i; c++) {
                row[c] *= scale;
            }
        }
        FloatMatrix combination = FloatMatrix.zeros(n, n);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c <= i; c++) {
                combination.set(c, i, (float) inverse[i][c]);
            }
        }
        return times(columns, combination, threads);
    }

    private static FloatMatrix times(FloatMatrix a, FloatMatrix small, Threads threads) {
        int blockRows = 256;
        FloatMatrix product = FloatMatrix.zeros(a.rows(), small.columns());
        int n = small.columns();
        threads.run(Math.ceilDiv(a.rows(), blockRows), (block, worker) -> {
            int end = Math.min(a.rows(), (block + 1) * blockRows);
            for (int r = block * blockRows; r < end; r++) {
                int at = product.offset(r);
                for (int i = 0; i < a.columns(); i++) {
                    float value = a.get(r, i);
                    int from = small.offset(i);
                    for (int j = 0; j < n; j++) {
                        product.values()[at + j] += value * small.values()[from + j];
                    }
                }
            }
        });
        return product;
    }

    private static boolean largestIsNegative(FloatMatrix matrix, int column) {
        float largest = 0;
        for (int r = 0; r < matrix.rows(); r++) {
            float value = matrix.get(r, column);
            largest = Math.abs(value) > Math.abs(largest) ? value : largest;
        }
        return largest < 0;
    }

    private static void negate(FloatMatrix matrix, int column) {
        for (int r = 0; r < matrix.rows(); r++) {
            matrix.set(r, column, -matrix.get(r, column));
        }
    }
}

package topicworkbench.math;

/** AᵀA of a tall dense matrix, summed in double precision. */
public final class GramMatrix {
    /** Partial sums are per block and added in order, so that the number of threads does not show in the bits. */
    private static final int BLOCKS = 16;

    private GramMatrix() { }

    /**
     * @param tall rows x n
     * @return n x n, symmetric
     */
    public static double[][] of(FloatMatrix tall, Threads threads) {
        int n = tall.columns();
        double[][][] partial = new double[BLOCKS][][];
        threads.run(BLOCKS, (block, worker) -> {
            double[][] sum = new double[n][n];
            int end = (int) ((long) tall.rows() * (block + 1) / BLOCKS);
            for (int r = (int) ((long) tall.rows() * block / BLOCKS); r < end; r++) {
                int at = tall.offset(r);
                for (int i = 0; i < n; i++) {
                    double value = tall.values()[at + i];
                    if (value != 0) {
                        double[] row = sum[i];
                        for (int j = 0; j <= i; j++) {
                            row[j] += value * tall.values()[at + j];
                        }
                    }
                }
            }
            partial[block] = sum;
        });
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (double[][] sum : partial) {
                    gram[i][j] += sum[i][j];
                }
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }
}

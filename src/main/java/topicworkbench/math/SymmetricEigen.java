package topicworkbench.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations, accurate to double precision.
 *
 * @param values  falling
 * @param vectors row j is the unit eigenvector of value j
 * @see <a href="https://doi.org/10.56021/9781421407944">Golub and Van Loan 2013, section 8.5</a>
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    private static final int MAX_SWEEPS = 60;

    /** @param symmetric n x n; not modified */
    public static SymmetricEigen of(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = new double[n][];
        double[][] vectors = new double[n][n];
        double size = 0;
        for (int i = 0; i < n; i++) {
            a[i] = symmetric[i].clone();
            vectors[i][i] = 1;
            for (double value : a[i]) {
                size += value * value;
            }
        }
        for (int sweep = 0; sweep < MAX_SWEEPS && offDiagonal(a) > 1e-26 * size; sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -a[i][i]));
        double[] sortedValues = new double[n];
        double[][] sortedVectors = new double[n][];
        for (int j = 0; j < n; j++) {
            sortedValues[j] = a[order[j]][order[j]];
            sortedVectors[j] = vectors[order[j]];
        }
        return new SymmetricEigen(sortedValues, sortedVectors);
    }

    private static double offDiagonal(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += 2 * a[i][j] * a[i][j];
            }
        }
        return sum;
    }

    /** Turns the plane of axes p and q so that a[p][q] vanishes; rows of {@code vectors} turn with it. */
    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        turnRows(a[p], a[q], cosine, sine);
        for (double[] row : a) {
            double x = row[p];
            double y = row[q];
            row[p] = cosine * x - sine * y;
            row[q] = sine * x + cosine * y;
        }
        turnRows(vectors[p], vectors[q], cosine, sine);
    }

    private static void turnRows(double[] first, double[] second, double cosine, double sine) {
        for (int i = 0; i < first.length; i++) {
            double x = first[i];
            double y = second[i];
            first[i] = cosine * x - sine * y;
            second[i] = sine * x + cosine * y;
        }
    }
}

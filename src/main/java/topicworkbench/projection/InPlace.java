package topicworkbench.projection;

import topicworkbench.math.FloatMatrix;

/**
 * Turns, mirrors, scales and shifts a map so that it lies where its points lay before: same centre, same mean square
 * distance from it, and as near to the old positions as turning and mirroring can bring it (Procrustes).
 *
 * @see <a href="https://doi.org/10.1007/BF02291478">Gower 1975</a>
 */
record InPlace(FloatMatrix before) {

    /** @param map n x 2, in the order of {@link #before}; not modified */
    FloatMatrix fit(FloatMatrix map) {
        int n = map.rows();
        double[] from = centre(map);
        double[] to = centre(before);
        // as complex numbers: the sums of conj(a) b and of a b tell the best turn, without and with mirroring
        double straightX = 0;
        double straightY = 0;
        double mirroredX = 0;
        double mirroredY = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < n; i++) {
            double ax = map.get(i, 0) - from[0];
            double ay = map.get(i, 1) - from[1];
            double bx = before.get(i, 0) - to[0];
            double by = before.get(i, 1) - to[1];
            straightX += ax * bx + ay * by;
            straightY += ax * by - ay * bx;
            mirroredX += ax * bx - ay * by;
            mirroredY += ax * by + ay * bx;
            squaresA += ax * ax + ay * ay;
            squaresB += bx * bx + by * by;
        }
        boolean mirror = Math.hypot(mirroredX, mirroredY) > Math.hypot(straightX, straightY);
        double length = mirror ? Math.hypot(mirroredX, mirroredY) : Math.hypot(straightX, straightY);
        double scale = squaresA > 0 && squaresB > 0 ? Math.sqrt(squaresB / squaresA) : 1;
        double cosine = length > 0 ? (mirror ? mirroredX : straightX) / length * scale : scale;
        double sine = length > 0 ? (mirror ? mirroredY : straightY) / length * scale : 0;
        FloatMatrix fitted = FloatMatrix.zeros(n, 2);
        for (int i = 0; i < n; i++) {
            double x = map.get(i, 0) - from[0];
            double y = (map.get(i, 1) - from[1]) * (mirror ? -1 : 1);
            fitted.set(i, 0, (float) (to[0] + cosine * x - sine * y));
            fitted.set(i, 1, (float) (to[1] + sine * x + cosine * y));
        }
        return fitted;
    }

    private static double[] centre(FloatMatrix map) {
        double[] mean = new double[2];
        for (int i = 0; i < map.values().length; i++) {
            mean[i % 2] += map.values()[i] / (double) map.rows();
        }
        return mean;
    }
}

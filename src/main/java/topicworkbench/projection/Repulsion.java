package topicworkbench.projection;

/** What pushes n points in the plane from each other: the second half of the gradient of t-SNE. */
sealed interface Repulsion permits ExactRepulsion, BarnesHutRepulsion, InterpolatedRepulsion {

    /**
     * With w = 1 / (1 + distance²), sets for each point the sum of w² x difference of position over all others.
     *
     * @param x      n positions; likewise y
     * @param forceX n sums; likewise forceY
     * @return the sum of w over all ordered pairs of different points
     */
    double forces(float[] x, float[] y, float[] forceX, float[] forceY);
}

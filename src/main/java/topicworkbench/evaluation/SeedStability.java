package topicworkbench.evaluation;

import java.nio.file.Path;
import java.util.List;
import topicworkbench.quality.Stability;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.AlignmentTable;

/** How well a run's topics hold still over its seeds; says nothing where there was only one. */
public final class SeedStability {
    /** Of one seed. */
    public static final SeedStability NONE = new SeedStability(null, 1, 0);

    private final Stability stability;
    private final int seeds;
    private final int[] found;
    private final double[] overlap;

    private SeedStability(Stability stability, int seeds, int medoid) {
        this.stability = stability;
        this.seeds = seeds;
        this.found = stability == null ? null : stability.foundOf(medoid);
        this.overlap = stability == null ? null : stability.overlapOf(medoid);
    }

    /**
     * @param alignment as training left it
     * @param medoid    the seed whose topics the run has
     */
    public static SeedStability read(Path alignment, List<Long> seeds, long medoid) {
        return new SeedStability(AlignmentTable.read(alignment, seeds), seeds.size(), seeds.indexOf(medoid));
    }

    /** NaN for one seed. */
    public double mean() {
        return stability == null ? Double.NaN : stability.mean();
    }

    /** Null for one seed. */
    public Topic.Stability of(int topic) {
        return stability == null ? null : new Topic.Stability(found[topic], seeds, overlap[topic]);
    }
}

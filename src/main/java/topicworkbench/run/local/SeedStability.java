package topicworkbench.run.local;

import java.util.List;
import topicworkbench.quality.Stability;
import topicworkbench.run.Stage;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.AlignmentTable;

/** How well a run's topics hold still over its seeds; says nothing where there was only one. */
final class SeedStability {
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

    static SeedStability of(StageContext context) {
        List<Long> seeds = context.spec().trainingSeeds();
        return seeds.size() == 1 ? new SeedStability(null, 1, 0)
                : new SeedStability(AlignmentTable.read(context.files().alignment(), seeds), seeds.size(),
                        seeds.indexOf(context.figure(Stage.TRAIN, TrainStage.MEDOID)));
    }

    /** NaN for one seed. */
    double mean() {
        return stability == null ? Double.NaN : stability.mean();
    }

    /** Null for one seed. */
    Topic.Stability of(int topic) {
        return stability == null ? null : new Topic.Stability(found[topic], seeds, overlap[topic]);
    }
}

package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.ui.chart.MixtureBar;

/** How a review's topics are mixed, as people see them: shares of merged topics are added up, colors are theirs. */
final class MixtureWords {
    /** Smaller shares are noise that no one can tell from none. */
    private static final double LEAST_SHARE = 0.03;

    private final Exploration exploration;

    MixtureWords(Exploration exploration) {
        this.exploration = exploration;
    }

    /** @param topic that stands for several of the model */
    record Share(int topic, double share) { }

    /** The topics worth a name, the largest first. */
    List<Share> of(int document) {
        ExploredRun run = exploration.runProperty().get();
        return of(run.shares().row(document), LEAST_SHARE);
    }

    /**
     * @param shares of the model's topics
     * @param least  share that is worth a name
     */
    List<Share> of(float[] shares, double least) {
        var curation = exploration.curating().curatedProperty().get().curation();
        Map<Integer, Double> sums = new TreeMap<>();
        for (int topic = 0; topic < shares.length; topic++) {
            sums.merge(curation.home(topic), (double) shares[topic], Double::sum);
        }
        List<Share> large = new ArrayList<>();
        sums.forEach((topic, share) -> {
            if (share >= least) {
                large.add(new Share(topic, share));
            }
        });
        large.sort(Comparator.comparingDouble(Share::share).reversed());
        return large;
    }

    List<MixtureBar.Part> parts(List<Share> shares) {
        return shares.stream().map(share -> new MixtureBar.Part(share.share(), exploration.curating().color(share.topic())))
                .toList();
    }
}

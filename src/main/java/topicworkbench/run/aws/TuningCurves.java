package topicworkbench.run.aws;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunTelling;

/**
 * Which of a tuning job's trainings is drawn: one at a time, to its end, then the newest that goes on; in the end the best. Their numbers
 * are in their names, so that these are in the order in which they began.
 */
final class TuningCurves {
    private final RunTelling telling;
    private final int trainings;
    private final Map<String, TrainingCurve> curves = new TreeMap<>();
    private final Set<String> over = new HashSet<>();
    private String shown;

    /** @param trainings of the tuning job, in all */
    TuningCurves(RunTelling telling, int trainings) {
        this.telling = telling;
        this.trainings = trainings;
    }

    void stands(String name, TrainingCurve curve, boolean isOver) {
        curves.putIfAbsent(name, curve);
        if (isOver) {
            over.add(name);
        }
    }

    /** Changes the curve where the one that is drawn has ended and another goes on. */
    void choose() {
        if (shown != null && !over.contains(shown)) {
            return;
        }
        String next = null;
        for (String name : curves.keySet()) {
            next = over.contains(name) ? next : name;
        }
        if (next != null) {
            show(next, "one of " + trainings + " trainings");
        }
    }

    /** All have ended and said all. */
    void end() {
        curves.keySet().stream().min(java.util.Comparator.comparingDouble(name -> curves.get(name).leastLoss()))
                .filter(best -> !best.equals(shown) && Double.isFinite(curves.get(best).leastLoss()))
                .ifPresent(best -> show(best, "the one with the least loss"));
    }

    private void show(String name, String which) {
        if (shown != null) {
            curves.get(shown).hide();
        }
        shown = name;
        telling.note(Stage.TRAIN, "The curve is that of " + name + ", " + which + ".");
        curves.get(name).show();
    }

    /** Of all the work; NaN before anything is known. */
    double fraction() {
        double done = over.size();
        for (Map.Entry<String, TrainingCurve> one : curves.entrySet()) {
            double fraction = one.getValue().fraction();
            done += over.contains(one.getKey()) || Double.isNaN(fraction) ? 0 : fraction;
        }
        return curves.isEmpty() ? Double.NaN : Math.clamp(done / trainings, 0, 1);
    }
}

package topicworkbench.run.local;

import java.util.Locale;
import java.util.Map;
import topicworkbench.run.Quality;
import topicworkbench.run.QualityGate;
import topicworkbench.run.Stage;

/** Decides whether the topics are good enough. */
final class GateStage implements PipelineStage {
    static final String ACCEPTED = "accepted";

    @Override
    public Stage stage() {
        return Stage.GATE;
    }

    @Override
    public Result run(StageContext context) {
        QualityGate gate = context.spec().gate();
        Quality quality = context.quality();
        boolean accepted = gate.accepts(quality.wetc(), quality.tu());
        if (!accepted) {
            context.note(String.format(Locale.ROOT, "Not accepted: WETC %.3f (asked for: %s), TU %.3f (asked for: %s).",
                    quality.wetc(), asked(gate.minWetc()), quality.tu(), asked(gate.minTu())));
        }
        return Result.of(Map.of(ACCEPTED, accepted ? 1L : 0L));
    }

    private static String asked(Double least) {
        return least == null ? "nothing" : least.toString();
    }
}

package topicworkbench.workspace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Stage;
import topicworkbench.run.TimeLeft;

/**
 * How fast each stage was on this machine, from earlier runs of the workspace, and what that means for a run that goes.
 * Time is taken as proportional to a stage's work: reviews for prepare, vectorise and the map, the sampled tokens or the
 * multiplied matrices for train, tokens for evaluate. Ingest compares only with runs on the same files.
 */
public final class StageSpeeds {
    private static final int MOST_RUNS = 20;
    /** What one measurement alone may be off. */
    private static final double DOUBT = 0.2;
    /** Share of a stage and seconds in it from which on its own progress is believed more than earlier runs. */
    private static final double TELLING_SHARE = 0.03;
    private static final double TELLING_SECONDS = 2;

    /** Where nothing was measured yet: only a stage's own progress tells anything. */
    public static final StageSpeeds NONE = new StageSpeeds(List.of());

    private final List<Measured> runs;

    /** What an earlier run took. */
    record Measured(RunSpec spec, Map<Stage, FinishedStage> finished) { }

    /**
     * Where a run stands.
     *
     * @param stage    at work
     * @param fraction of it, NaN when not known
     * @param seconds  spent in it
     */
    public record Standing(RunSpec spec, List<FinishedStage> finished, Stage stage, double fraction, double seconds) { }

    StageSpeeds(List<Measured> runs) {
        this.runs = List.copyOf(runs);
    }

    /** From the newest runs that finished something on the machine that the run goes on. */
    public static StageSpeeds of(Workspace workspace, String machine) {
        List<Measured> found = new ArrayList<>();
        for (RunSummary run : workspace.runs()) {
            if (found.size() == MOST_RUNS) {
                break;
            }
            if (run.spec() != null && run.state().isTerminal() && !run.spec().cloud().onAws()) {
                measured(workspace.find(run.id()), run.spec(), machine).ifPresent(found::add);
            }
        }
        return new StageSpeeds(found);
    }

    private static Optional<Measured> measured(RunFolder folder, RunSpec spec, String machine) {
        try {
            Provenance provenance = folder.provenance();
            return provenance == null || !provenance.machine().equals(machine) ? Optional.empty()
                    : Optional.of(new Measured(spec, byStage(folder.finishedStages())));
        } catch (ExplainedException e) {
            return Optional.empty(); // a damaged run tells nothing
        }
    }

    private static Map<Stage, FinishedStage> byStage(List<FinishedStage> finished) {
        Map<Stage, FinishedStage> stages = new EnumMap<>(Stage.class);
        finished.forEach(stage -> stages.put(stage.stage(), stage));
        return stages;
    }

    /** Nothing while neither progress nor earlier runs tell anything. */
    public Optional<TimeLeft> timeLeft(Standing run) {
        Map<Stage, FinishedStage> known = byStage(run.finished());
        return inStage(run, known).map(current -> run.spec().stages().stream()
                .filter(next -> next.compareTo(run.stage()) > 0)
                .map(next -> expected(next, run.spec(), known))
                .reduce(Optional.of(current), (sum, next) -> sum.flatMap(some -> next.map(some::plus)))
                .orElseGet(current::ofStageOnly));
    }

    /** What is left of the current stage. */
    private Optional<TimeLeft> inStage(Standing run, Map<Stage, FinishedStage> known) {
        double fraction = run.fraction();
        if (fraction > TELLING_SHARE && run.seconds() > TELLING_SECONDS) {
            double left = run.seconds() * (1 - fraction) / fraction;
            double soonest = left * (1 - DOUBT) * shareThatMayRun(run, fraction);
            return Optional.of(new TimeLeft(soonest, left * (1 + DOUBT), true));
        }
        return expected(run.stage(), run.spec(), known).map(whole -> whole.after(run.seconds()));
    }

    /** Training may stop early: of the epochs still to come, the share that the shortest earlier training would run. */
    private double shareThatMayRun(Standing run, double fraction) {
        if (run.stage() != Stage.TRAIN || run.spec().model() instanceof LdaOptions) {
            return 1;
        }
        double shortest = runs.stream().filter(past -> comparable(Stage.TRAIN, past, run.spec()))
                .map(past -> figure(past.finished(), Stage.TRAIN, "epochs").stream()
                        .map(epochs -> epochs / mostEpochs(past.spec().model())))
                .mapToDouble(share -> share.findFirst().orElse(1)).min().orElse(1);
        return Math.clamp((shortest - fraction) / (1 - fraction), 0, 1);
    }

    /** A whole stage by the speeds of earlier runs. */
    private Optional<TimeLeft> expected(Stage stage, RunSpec spec, Map<Stage, FinishedStage> known) {
        OptionalDouble work = work(stage, spec, known);
        if (work.isEmpty()) {
            work = runs.stream().filter(past -> past.spec().hasReviewsOf(spec))
                    .map(past -> work(stage, spec, past.finished())).filter(OptionalDouble::isPresent).findFirst()
                    .orElse(OptionalDouble.empty());
        }
        if (work.isEmpty()) {
            return Optional.empty();
        }
        double amount = work.getAsDouble();
        double[] seconds = runs.stream().filter(past -> hasDone(past, stage) && comparable(stage, past, spec))
                .flatMapToDouble(past -> work(stage, past.spec(), past.finished()).stream().filter(w -> w > 0)
                        .map(w -> past.finished().get(stage).seconds() * amount / w))
                .sorted().toArray();
        return seconds.length == 0 ? Optional.empty()
                : Optional.of(new TimeLeft(seconds[0] * (1 - DOUBT), seconds[seconds.length - 1] * (1 + DOUBT), true));
    }

    /** By itself: what was taken over from another run took no time. */
    private static boolean hasDone(Measured past, Stage stage) {
        return past.finished().containsKey(stage) && past.finished().get(stage).from() == null;
    }

    private static boolean comparable(Stage stage, Measured past, RunSpec spec) {
        return switch (stage) {
            case INGEST -> past.spec().source().equals(spec.source());
            case TRAIN -> past.spec().model().algorithm().equals(spec.model().algorithm());
            default -> true;
        };
    }

    /** What a stage has to do, in its own unit; nothing as long as the stages before have not counted it. */
    private static OptionalDouble work(Stage stage, RunSpec spec, Map<Stage, FinishedStage> finished) {
        return switch (stage) {
            case UPLOAD, INGEST, GATE, ENDPOINT, FETCH -> OptionalDouble.of(1);
            case PREPARE -> figure(finished, Stage.INGEST, "read");
            case VECTORISE -> figure(finished, Stage.PREPARE, "kept");
            case TRAIN -> spec.model() instanceof LdaOptions lda
                    ? times(figure(finished, Stage.VECTORISE, "tokens"),
                            (double) lda.iterations() * spec.seeds())
                    : times(figure(finished, Stage.VECTORISE, "documents"),
                            (double) mostEpochs(spec.model()) * spec.model().topics() * spec.seeds());
            case EVALUATE -> figure(finished, Stage.VECTORISE, "tokens");
            case MAP -> figure(finished, Stage.VECTORISE, "documents");
        };
    }

    private static int mostEpochs(ModelOptions model) {
        return switch (model) {
            case NtmOptions ntm -> ntm.epochs();
            case LdaOptions lda -> lda.iterations();
            case NmfOptions nmf -> nmf.iterations();
        };
    }

    private static OptionalDouble times(OptionalDouble figure, double factor) {
        return figure.isPresent() ? OptionalDouble.of(figure.getAsDouble() * factor) : figure;
    }

    private static OptionalDouble figure(Map<Stage, FinishedStage> finished, Stage stage, String name) {
        Long figure = finished.containsKey(stage) ? finished.get(stage).figures().get(name) : null;
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }
}

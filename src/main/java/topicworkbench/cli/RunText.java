package topicworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import topicworkbench.export.RunReport;
import topicworkbench.export.SkippedReviews;
import topicworkbench.run.Counts;
import topicworkbench.run.EventInWords;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.topic.Topic;
import topicworkbench.wording.Figures;

/** A run in words and tables, as {@code run} and {@code show} print it. */
final class RunText {
    private static final int WORDS = 10;

    private final RunReport run;
    private final int width;

    RunText(RunReport run, int width) {
        this.run = run;
        this.width = width;
    }

    /** What matters at the end of a run. */
    String result() {
        return topics() + "\n\n" + quality() + "\n" + documents() + map() + skipped() + gate() + "\nRun " + run.summary().id()
                + " \"" + run.summary().name() + "\" is " + run.summary().state().inWords() + "; see it again with: "
                + "topic-workbench show " + run.summary().id();
    }

    /** Everything, however far the run came. */
    String everything() {
        String head = "Run " + run.summary().id() + " \"" + run.summary().name() + "\": " + run.summary().state().inWords()
                + (run.isSynthetic() ? " (synthetic reviews, no customer wrote them)" : "") + "\n";
        String failure = run.summary().failure() == null ? "" : Terminal.line(run.summary().failure().whatHappened()) + "\n"
                + Terminal.line(run.summary().failure().remedy()) + "\n";
        String found = run.topics().isEmpty() ? "" : "\n" + topics() + "\n\n" + quality() + "\n";
        return head + failure + reviews() + found + (run.summary().counts() == null ? "" : documents()) + map() + skipped()
                + gate() + cost() + provenance();
    }

    private String topics() {
        boolean stable = run.topics().stream().anyMatch(topic -> topic.stability() != null);
        TextTable table = new TextTable(stable
                ? new String[] {"topic", "prevalence", "WETC", "TU", "NPMI", "found in", "overlap", "words"}
                : new String[] {"topic", "prevalence", "WETC", "TU", "NPMI", "words"});
        for (Topic topic : run.topics()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(topic.id()), Figures.percent(topic.prevalence()),
                    Figures.shortScore(topic.wetc()), Figures.shortScore(topic.tu()), Figures.shortScore(topic.npmi())));
            if (stable) {
                cells.add(topic.stability().foundIn() + " of " + topic.stability().seeds());
                cells.add(Figures.shortScore(topic.stability().overlap()));
            }
            String label = topic.label() == null ? "" : "[" + topic.label() + "] ";
            cells.add(label + topic.words().stream().limit(WORDS).map(Topic.Word::term).collect(Collectors.joining(" ")));
            table.row(cells.toArray(String[]::new));
        }
        return table.render(width);
    }

    private String quality() {
        Quality quality = run.quality();
        return "Mean WETC " + Figures.shortScore(quality.wetc()) + " (vectors: " + quality.vectors() + ", "
                + Figures.count(quality.vectorsFound()) + " of " + Figures.count(run.counts().terms())
                + " terms found), TU " + Figures.shortScore(quality.tu()) + ", NPMI " + Figures.shortScore(quality.npmi())
                + (Double.isNaN(quality.perplexity()) ? "" : ", perplexity of held-out documents "
                        + Figures.perplexity(quality.perplexity()))
                + (Double.isNaN(quality.stability()) ? "" : ", stability over seeds " + Figures.shortScore(quality.stability()))
                + ".";
    }

    private String documents() {
        Counts counts = run.counts();
        return Figures.count(counts.read()) + " reviews read, " + Figures.count(counts.documents()) + " documents, "
                + Figures.count(counts.terms()) + " terms, " + Figures.count(counts.tokens()) + " tokens.\n";
    }

    private String map() {
        return run.hasMap() ? "All documents lie on the map, map.parquet in the run's folder.\n" : "";
    }

    private String skipped() {
        return run.skipped().isEmpty() ? "" : "Skipped: " + run.skipped().stream()
                .map(RunText::reason).collect(Collectors.joining("; ")) + ".\n";
    }

    private static String reason(SkippedReviews skipped) {
        return Figures.count(skipped.count()) + " " + skipped.reason();
    }

    private String gate() {
        if (run.summary().state() != RunState.NOT_ACCEPTED) {
            return "";
        }
        return "The model is not accepted: the gate asks for" + asked("WETC", run.summary().spec().gate().minWetc())
                + asked("TU", run.summary().spec().gate().minTu()) + ". Everything is kept.\n";
    }

    private static String asked(String score, Double least) {
        return least == null ? "" : " " + score + " of at least " + least;
    }

    private String cost() {
        String cost = RunCost.of(run.summary());
        return cost.isEmpty() ? "" : cost.equals("?") ? "Cost on AWS: not known; topic-workbench cloud status " + run.summary().id()
                + " looks it up.\n" : "Cost on AWS: " + cost + ", as last looked up.\n";
    }

    private String reviews() {
        return run.summary().spec() == null ? ""
                : "Reviews: " + String.join(", ", run.summary().spec().source().paths()) + "\n";
    }

    private String provenance() {
        Provenance provenance = run.provenance();
        if (provenance == null) {
            return "";
        }
        return "\nMade by " + provenance.application() + " on " + provenance.machine() + ", asked for "
                + run.summary().created() + "\nVersions: " + provenance.versions().entrySet().stream()
                        .map(version -> version.getKey() + " " + version.getValue()).collect(Collectors.joining(", "))
                + "\nStages: " + provenance.stageSeconds().entrySet().stream()
                        .map(stage -> stage.getKey().key() + " " + EventInWords.seconds(stage.getValue()))
                        .collect(Collectors.joining(", ")) + "; " + EventInWords.seconds(provenance.totalSeconds()) + " in all"
                + taken(provenance)
                + (provenance.peakMemoryMb() == 0 ? "" : ", peak memory " + Figures.count(provenance.peakMemoryMb()) + " MB")
                + (provenance.corpusHash() == null ? "" : "\nCorpus: SHA-256 " + provenance.corpusHash())
                + (run.summary().spec() == null ? "" : "\nSeed: " + run.summary().spec().seed());
    }

    private static String taken(Provenance provenance) {
        return provenance.takenFrom().isEmpty() ? "" : " (" + provenance.takenFrom().keySet().stream().map(Stage::key)
                .collect(Collectors.joining(", ")) + " taken over from "
                + String.join(", ", new TreeSet<>(provenance.takenFrom().values())) + ")";
    }
}

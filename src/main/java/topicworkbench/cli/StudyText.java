package topicworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.run.EventInWords;
import topicworkbench.run.Quality;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Variation;
import topicworkbench.wording.Figures;

/** A study as a table with its suggestion, as {@code sweep} and {@code show} print it. */
final class StudyText {
    private final StudyTable table;
    private final int width;

    StudyText(StudyTable table, int width) {
        this.table = table;
        this.width = width;
    }

    String text() {
        String head = "Study " + table.study().id() + " \"" + table.study().name() + "\": " + table.finished() + " of "
                + table.rows().size() + " runs done\n\n";
        return head + rows() + "\n\n" + suggestion() + (table.finished() < table.rows().size()
                ? "\nGo on with: topic-workbench resume " + table.study().id() : "");
    }

    private String rows() {
        List<String> header = new ArrayList<>(List.of(""));
        table.study().spec().variations().stream().map(Variation::setting).forEach(header::add);
        header.addAll(List.of("WETC", "TU", "NPMI", "NPMI×TU", "perplexity", "stability", "time", "state", "run"));
        TextTable text = new TextTable(header.toArray(String[]::new));
        table.rows().forEach(row -> text.row(cells(row).toArray(String[]::new)));
        return text.render(width);
    }

    private List<String> cells(StudyRow row) {
        Quality quality = row.quality();
        List<String> cells = new ArrayList<>(List.of(row.equals(table.advice().row()) ? "*" : ""));
        cells.addAll(row.trial().settings().values());
        cells.addAll(List.of(Figures.shortScore(quality.wetc()), Figures.shortScore(quality.tu()), Figures.shortScore(quality.npmi()),
                Figures.score(row.topicQuality()), Figures.perplexity(quality.perplexity()), Figures.shortScore(quality.stability()),
                EventInWords.seconds(row.seconds()), row.run() == null ? "not begun" : row.run().state().inWords(),
                row.run() == null ? "" : row.run().id()));
        return cells;
    }

    private String suggestion() {
        return (table.advice().row() == null ? "" : "* Suggested: " + table.advice().row().trial().inWords() + ". ")
                + table.advice().why();
    }
}

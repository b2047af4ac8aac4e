package topicworkbench.export.deck;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import topicworkbench.export.Findings;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.wording.Figures;

/** The whole specification, and where the result comes from, small but complete. */
final class AppendixSlides {
    private static final int LINES_PER_COLUMN = 29;
    private static final int COLUMNS_OF_SPECIFICATION = 3;

    private final XMLSlideShow show;
    private final Findings findings;

    AppendixSlides(XMLSlideShow show, Findings findings) {
        this.show = show;
        this.findings = findings;
    }

    void add() {
        RunSpec spec = findings.run().summary().spec();
        if (spec != null) {
            columns("Appendix: specification", "spec.json, which repeats the run to the byte", RunSpecJson.write(spec).lines().toList(),
                    COLUMNS_OF_SPECIFICATION);
        }
        if (findings.report().provenance() != null) {
            columns("Appendix: provenance", "provenance.json", provenance(findings.report().provenance()), 1);
        }
    }

    private void columns(String title, String subtitle, List<String> lines, int count) {
        double width = (DeckStyle.RIGHT - DeckStyle.MARGIN - (count - 1) * 16) / count;
        List<String> fitted = lines.stream().map(line -> indented(line, width)).toList();
        int perSlide = LINES_PER_COLUMN * count;
        for (int first = 0; first < fitted.size(); first += perSlide) {
            Page page = new Page(show, title + (first == 0 ? "" : ", continued"), subtitle);
            for (int column = 0; column < count; column++) {
                int from = Math.min(fitted.size(), first + column * LINES_PER_COLUMN);
                int to = Math.min(fitted.size(), from + LINES_PER_COLUMN);
                if (from < to) {
                    page.text(fitted.subList(from, to), new Rectangle2D.Double(DeckStyle.MARGIN + column * (width + 16),
                            DeckStyle.TOP - 6, width, DeckStyle.BOTTOM - DeckStyle.TOP + 6), DeckStyle.SMALL, DeckStyle.TEXT, false);
                }
            }
            page.foot(findings.source());
        }
    }

    /** Keeps the steps of a JSON text, which would be stripped. */
    private static String indented(String line, double width) {
        int spaces = line.length() - line.stripLeading().length();
        String steps = "\u00a0".repeat(2 * spaces);
        return steps + DeckStyle.line(line, DeckStyle.SMALL, false, width - 6.2 * spaces);
    }

    private List<String> provenance(Provenance provenance) {
        List<String> lines = new ArrayList<>(List.of("Run: " + findings.run().summary().id(),
                "Asked for: " + findings.run().summary().created(), "Made by: " + provenance.application(),
                "Machine: " + provenance.machine(), "Seed: " + provenance.seed(), "Corpus SHA-256: " + provenance.corpusHash(),
                "Peak memory: " + Figures.count(provenance.peakMemoryMb()) + " MB"));
        provenance.versions().forEach((name, version) -> lines.add(name + ": " + version));
        provenance.stageSeconds().forEach((stage, seconds) -> lines.add("Stage " + stage.key() + ": "
                + String.format(Locale.ROOT, "%.1f s", seconds)));
        provenance.takenFrom().forEach((stage, from) -> lines.add("Stage " + stage.key() + " taken over from " + from));
        return lines;
    }
}

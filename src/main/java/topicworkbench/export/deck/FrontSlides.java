package topicworkbench.export.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import topicworkbench.export.Findings;
import topicworkbench.export.SkippedReviews;
import topicworkbench.export.TopicFinding;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpec;
import topicworkbench.run.SpecInWords;
import topicworkbench.wording.Figures;

/** What the deck is about, and how its topics were found. */
final class FrontSlides {
    private static final double BAND = 14;

    private final XMLSlideShow show;
    private final Findings findings;

    FrontSlides(XMLSlideShow show, Findings findings) {
        this.show = show;
        this.findings = findings;
    }

    void title() {
        Page page = new Page(show, findings.run().summary().name(), "What the reviews are about");
        double width = DeckStyle.RIGHT - DeckStyle.MARGIN;
        page.line(Figures.count(findings.topics().size()) + " topics in " + Figures.count(findings.run().documents())
                + " reviews", DeckStyle.MARGIN, 190, width, 40, DeckStyle.TEXT, true);
        page.line(model(), DeckStyle.MARGIN, 246, width, 16, DeckStyle.MUTED, false);
        if (findings.report().isSynthetic()) {
            page.line("These reviews are synthetic: they were invented, no customer wrote them.", DeckStyle.MARGIN, 276,
                    width, DeckStyle.BODY, DeckStyle.ACCENT, true);
        }
        band(page, width);
        page.foot(findings.source());
        page.notes("""
                Reviews: documents of the run, after filters, duplicates and reviews too short for topics were left out.
                The band shows the topics in their colors, as wide as their share of the reviews.
                Run folder:\s""" + findings.run().folder().id());
    }

    private String model() {
        RunSpec spec = findings.run().summary().spec();
        return spec == null ? "" : SpecInWords.corpus(spec) + " · " + SpecInWords.model(spec);
    }

    /** All topics in their colors, as wide as their share. */
    private void band(Page page, double width) {
        double x = DeckStyle.MARGIN;
        for (TopicFinding topic : findings.topics()) {
            double wide = width * topic.share();
            if (wide >= 0.5) {
                page.box(x, 340, Math.max(0.5, wide - 1), BAND, topic.color());
            }
            x += wide;
        }
    }

    void method() {
        Page page = new Page(show, "How the topics were found", model());
        List<String[]> tiles = tiles();
        double width = (DeckStyle.RIGHT - DeckStyle.MARGIN - 3 * 12) / 4;
        for (int i = 0; i < tiles.size(); i++) {
            page.tile(tiles.get(i)[0], tiles.get(i)[1], DeckStyle.MARGIN + i % 4 * (width + 12), DeckStyle.TOP + i / 4 * 70,
                    width);
        }
        double y = DeckStyle.TOP + 70 * Math.ceilDiv(tiles.size(), 4) + 12;
        double wide = DeckStyle.RIGHT - DeckStyle.MARGIN;
        for (String sentence : sentences()) {
            y = page.lines(sentence, DeckStyle.MARGIN, y, wide, DeckStyle.BODY, 2) + 8;
        }
        page.foot(findings.source());
        page.notes("""
                Documents, terms and tokens: state.json of the run folder, under counts.
                WETC, TU, NPMI, perplexity and stability: state.json, under quality; of each topic in quality.parquet.
                The whole specification stands in the appendix.""");
    }

    private List<String[]> tiles() {
        Quality quality = findings.report().quality();
        List<String[]> tiles = new ArrayList<>(List.of(
                new String[] {"Reviews read", Figures.count(findings.report().counts().read())},
                new String[] {"Reviews with topics", Figures.count(findings.run().documents())},
                new String[] {"Topics", Figures.count(findings.topics().size())},
                new String[] {"Terms", Figures.count(findings.report().counts().terms())},
                new String[] {"Coherence (WETC)", Figures.shortScore(quality.wetc())},
                new String[] {"Uniqueness (TU)", Figures.shortScore(quality.tu())},
                new String[] {"Coherence (NPMI)", Figures.shortScore(quality.npmi())},
                new String[] {"Held-out perplexity", Figures.perplexity(quality.perplexity())}));
        if (!Double.isNaN(quality.stability())) {
            tiles.add(new String[] {"Stability across seeds", Figures.shortScore(quality.stability())});
        }
        return tiles;
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        List<SkippedReviews> skipped = findings.report().skipped();
        sentences.add(skipped.isEmpty() ? "Every review that was read stands behind the topics."
                : "Left out: " + skipped.stream().map(each -> Figures.count(each.count()) + " " + each.reason())
                        .collect(Collectors.joining(", ")) + ".");
        sentences.add("A review counts for the topic it speaks of most. Words are ranked by relevance: how common they are "
                + "in a topic and how particular to it.");
        if (findings.report().quality().vectors() != null) {
            sentences.add("WETC says how near the leading words of a topic are in meaning, by the word vectors "
                    + findings.report().quality().vectors() + "; TU how few of them other topics share; NPMI how often "
                    + "they stand in the same reviews.");
        }
        return sentences;
    }
}

package topicworkbench.export.deck;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.wording.Figures;

/** All topics beside one another: how many reviews, and how much they hurt. */
final class OverviewSlides {
    /** Bars that a slide has room for. */
    private static final int PER_SLIDE = 20;
    private static final int HURTING_MOST = 12;

    private final XMLSlideShow show;
    private final Findings findings;

    OverviewSlides(XMLSlideShow show, Findings findings) {
        this.show = show;
        this.findings = findings;
    }

    void add() {
        List<TopicFinding> topics = findings.topics();
        int slides = Math.ceilDiv(topics.size(), PER_SLIDE);
        for (int slide = 0; slide < slides; slide++) {
            prevalence(topics.subList(slide * PER_SLIDE, Math.min(topics.size(), (slide + 1) * PER_SLIDE)),
                    slides == 1 ? "" : ", " + (slide + 1) + " of " + slides);
        }
        if (!findings.byImpact().isEmpty()) {
            impact();
        }
    }

    private void prevalence(List<TopicFinding> topics, String which) {
        Page page = new Page(show, "What the reviews speak of" + which,
                "Share of the reviews whose strongest topic it is");
        NativeChart.bars(page, new Rectangle2D.Double(DeckStyle.MARGIN, DeckStyle.TOP - 8, DeckStyle.RIGHT - DeckStyle.MARGIN,
                DeckStyle.BOTTOM - DeckStyle.TOP + 12), "Share of reviews", topics.stream().map(TopicFinding::name).toList(),
                topics.stream().mapToDouble(TopicFinding::share).toArray(), topics.stream().map(TopicFinding::color).toList(),
                "0.0%");
        page.foot(findings.source());
        page.notes("Share of reviews: documents whose strongest topic it is, of " + Figures.count(findings.run().documents())
                + "; column topic of document_topic.parquet, with the decisions in labels.jsonl.");
    }

    private void impact() {
        List<TopicFinding> topics = findings.byImpact();
        List<TopicFinding> most = topics.subList(0, Math.min(HURTING_MOST, topics.size()));
        Page page = new Page(show, "What hurts most", "Complaint impact: volume × severity × attention × growth, 100 for the first");
        SlideTable table = new SlideTable(page, new double[] {344, 90, 90, 110, 120, 110});
        table.head("Topic", "Reviews", "Stars", "Helpful votes", "Share of late", "Impact");
        for (TopicFinding topic : most) {
            table.row(topic.color(), topic.name(), Figures.count(topic.documents()), Figures.stars(topic.impact().meanStars()),
                    Figures.count(topic.impact().votes()), Figures.factor(topic.impact().growth().ratio()),
                    String.format(Locale.ROOT, "%.0f", topic.impact().score()));
        }
        page.foot(findings.source());
        page.notes("""
                Volume: share of the reviews. Severity: (5 - mean stars) / 4. Attention: 1 + mean of ln(1 + helpful votes).
                Growth: the topic's share in the latest quarter of the dated reviews over its share before, between 1/4 and 4.
                All from stars, helpful_votes and date in reviews.parquet; each factor counts alike.""");
    }
}

package topicworkbench.export.deck;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import topicworkbench.chart.FittedText;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.Impact;
import topicworkbench.export.Excerpt;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.topic.Topic;
import topicworkbench.wording.Figures;

/** One topic: its words, its course over time, what three customers wrote, and how much it hurts. */
final class TopicSlide {
    private static final int WORDS = 12;
    private static final int QUOTES = 3;
    private static final int LONGEST_QUOTE = 230;
    private static final int ALIKE = 32;
    private static final double LEFT_WIDTH = 330;
    private static final double MIDDLE = DeckStyle.MARGIN + LEFT_WIDTH + DeckStyle.GAP;
    private static final double TILES = 426;

    private final XMLSlideShow show;
    private final Findings findings;

    TopicSlide(XMLSlideShow show, Findings findings) {
        this.show = show;
        this.findings = findings;
    }

    void add(TopicFinding topic) {
        Page page = new Page(show, topic.name(), "Topic " + topic.id() + " · " + Figures.percent(topic.share())
                + " of the reviews · " + (topic.partOf() == null ? "WETC " + Figures.shortScore(topic.topic().wetc()) + " · TU "
                + Figures.shortScore(topic.topic().tu()) : "part of " + topic.partOf()));
        page.box(0, 0, DeckStyle.WIDTH, 8, topic.color());
        words(page, topic);
        double quotes = DeckStyle.TOP;
        if (findings.time().count() > 1) {
            trend(page, topic);
            quotes = 266;
        }
        quotes(page, topic, quotes);
        impact(page, topic);
        page.foot(findings.source());
        page.notes(notes(topic));
    }

    private void words(Page page, TopicFinding topic) {
        List<Topic.Word> words = topic.topic().words().stream().limit(WORDS).toList();
        heading(page, "Words, by relevance; bars: probability in the topic", DeckStyle.MARGIN, LEFT_WIDTH, DeckStyle.TOP);
        NativeChart.bars(page, new Rectangle2D.Double(DeckStyle.MARGIN - 6, DeckStyle.TOP + 16, LEFT_WIDTH + 6, TILES - DeckStyle.TOP - 26),
                "Probability", words.stream().map(Topic.Word::term).toList(),
                words.stream().mapToDouble(Topic.Word::probability).toArray(),
                Collections.nCopies(words.size(), topic.color()), "0.0%");
    }

    private void trend(Page page, TopicFinding topic) {
        heading(page, "Share of the reviews, by " + findings.time().unit().word().toLowerCase(Locale.ROOT)
                .replaceFirst("s$", ""), MIDDLE, DeckStyle.RIGHT - MIDDLE, DeckStyle.TOP);
        List<String> names = IntStream.range(0, findings.time().count()).mapToObj(findings.time()::name).toList();
        double[] shares = IntStream.range(0, names.size()).mapToDouble(bin -> findings.shareInTime(topic, bin)).toArray();
        NativeChart.line(page, new Rectangle2D.Double(MIDDLE - 6, DeckStyle.TOP + 16, DeckStyle.RIGHT - MIDDLE + 6, 126),
                "Share of reviews", names, shares, topic.color(), "0%");
    }

    private void quotes(Page page, TopicFinding topic, double top) {
        double y = top;
        double width = DeckStyle.RIGHT - MIDDLE;
        heading(page, "What customers wrote", MIDDLE, width, y);
        y += 18;
        double each = (TILES - 8 - y) / QUOTES;
        int lines = (int) ((each - 18) / (DeckStyle.SMALL * DeckStyle.LINE_HEIGHT));
        for (ExploredReview review : quoted(topic)) {
            page.box(MIDDLE, y + 2, 2, each - 8, topic.color());
            double below = page.lines("“" + Excerpt.of(review, topic.topic(), LONGEST_QUOTE * lines / 3) + "”", MIDDLE + 10, y,
                    width - 10, DeckStyle.SMALL, lines);
            page.line(who(review), MIDDLE + 10, below, width - 10, DeckStyle.CAPTION, DeckStyle.MUTED, false);
            y += each;
        }
        if (topic.typical().isEmpty()) {
            page.line("No review has this as its strongest topic.", MIDDLE, y, width, DeckStyle.SMALL, DeckStyle.MUTED, false);
        }
    }

    /** Reviews that begin alike say the same; only the first of them is quoted. */
    private static List<ExploredReview> quoted(TopicFinding topic) {
        Map<String, ExploredReview> quoted = new LinkedHashMap<>();
        for (ExploredReview review : topic.typical()) {
            quoted.putIfAbsent(FittedText.shortened(Excerpt.of(review, topic.topic(), LONGEST_QUOTE), ALIKE), review);
        }
        return quoted.values().stream().limit(QUOTES).toList();
    }

    private static String who(ExploredReview review) {
        List<String> parts = new ArrayList<>();
        if (!Double.isNaN(review.stars())) {
            parts.add(Figures.stars(review.stars()) + " stars");
        }
        if (!review.product().isBlank()) {
            parts.add(review.product());
        }
        if (review.date() != null) {
            parts.add(review.date().toString());
        }
        parts.add("review " + review.id());
        return String.join(" · ", parts);
    }

    private void impact(Page page, TopicFinding topic) {
        Impact impact = topic.impact();
        String[][] tiles = {{"Reviews", Figures.count(topic.documents())},
            {"Mean stars", impact == null ? Figures.NONE : Figures.stars(impact.meanStars())},
            {"Helpful votes", impact == null ? Figures.NONE : Figures.count(impact.votes())},
            {"Share of late", impact == null ? Figures.NONE : Figures.factor(impact.growth().ratio())},
            {"Impact, of 100", impact == null ? Figures.NONE : String.format(Locale.ROOT, "%.0f", impact.score())}};
        double width = (DeckStyle.RIGHT - DeckStyle.MARGIN - 4 * 12) / 5;
        for (int i = 0; i < tiles.length; i++) {
            page.tile(tiles[i][0], tiles[i][1], DeckStyle.MARGIN + i * (width + 12), TILES + 8, width);
        }
    }

    private static void heading(Page page, String words, double x, double width, double y) {
        page.line(words, x, y, width, DeckStyle.SMALL, DeckStyle.MUTED, true);
    }

    private String notes(TopicFinding topic) {
        StringBuilder notes = new StringBuilder("Words and their probabilities: quality.parquet, topic " + topic.id() + ".\n"
                + "Reviews: documents whose strongest topic this is, " + Figures.count(topic.documents()) + " of "
                + Figures.count(findings.run().documents()) + ": document_topic.parquet, with the decisions in labels.jsonl.\n"
                + "Stars, votes and dates: reviews.parquet.\nQuotes: the reviews with the greatest share of the topic:\n");
        for (ExploredReview review : quoted(topic)) {
            notes.append("review ").append(review.review()).append(", id ").append(review.id()).append(", from ")
                    .append(review.source()).append('\n');
        }
        if (topic.impact() != null && topic.impact().growth().isKnown()) {
            notes.append("Share of late: ").append(topic.impact().growth().recent()).append(" of ")
                    .append(topic.impact().growth().allRecent()).append(" recent reviews, ")
                    .append(topic.impact().growth().earlier()).append(" of ").append(topic.impact().growth().allEarlier())
                    .append(" earlier ones.\n");
        }
        return notes.toString();
    }
}

package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.MarkedText;
import topicworkbench.exploration.TextSpan;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.exploration.WordEvidence;
import topicworkbench.exploration.search.SearchQuery;

/**
 * Reads reviews and marks in them what was searched for and what speaks for their topic, away from the window's thread. Of
 * long reviews only a part is looked at a time, so that one of five million characters costs what others cost.
 *
 * @param evidence    made when first asked for
 * @param modelTopics of a topic that people see those of the model that it is made of
 * @param query       what is searched for; null for nothing
 */
record ReviewReading(ExploredRun run, TopicAssignment assignment, Supplier<WordEvidence> evidence,
        IntFunction<int[]> modelTopics, SearchQuery query) {
    /** Characters of a review that are shown at a time. */
    static final int PART = 20_000;

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_BEGIN = 280;
    private static final int SEARCHED = 50_000;
    private static final int BEFORE_HIT = 60;

    /**
     * One part of a review.
     *
     * @param part  from 0
     * @param parts there are
     */
    record Part(ExploredReview review, int topic, MarkedText title, MarkedText text, int part, int parts) { }

    /** In the order of the documents. */
    List<ReviewRow> rows(int[] documents) {
        List<ReviewRow> rows = new ArrayList<>();
        for (ExploredReview review : run.texts().read(documents)) {
            rows.add(row(review));
        }
        return rows;
    }

    private ReviewRow row(ExploredReview review) {
        int topic = assignment.of(review.document());
        String title = cut(review.title(), 0, LONGEST_TITLE);
        String searched = cut(review.text(), 0, SEARCHED);
        int from = begin(searched);
        String begin = cut(review.text(), from, from + LONGEST_BEGIN);
        List<WordEvidence.Word> words = evidence.get().words(title, begin, modelTopics.apply(topic));
        MarkedText text = MarkedText.of(begin, title.length() + 1, words, hits(begin));
        return new ReviewRow(withoutTexts(review), topic, MarkedText.of(title, 0, words, hits(title)),
                from == 0 ? text : withEllipsis(text));
    }

    /** A part of one review; the part that is nearest if there is none of that number. */
    Part part(int document, int wanted) {
        ExploredReview review = run.texts().read(document).getFirst();
        int topic = assignment.of(document);
        int parts = Math.max(1, Math.ceilDiv(review.text().length(), PART));
        int part = Math.clamp(wanted, 0, parts - 1);
        String title = cut(review.title(), 0, PART);
        String text = cut(review.text(), part * PART, (part + 1) * PART);
        List<WordEvidence.Word> words = evidence.get().words(title, text, modelTopics.apply(topic));
        return new Part(review, topic, MarkedText.of(title, 0, words, hits(title)),
                MarkedText.of(text, title.length() + 1, words, hits(text)), part, parts);
    }

    private List<TextSpan> hits(String text) {
        return query == null ? List.of() : query.hits(text);
    }

    /** Where the first hit can be seen with a few words before it. */
    private int begin(String text) {
        List<TextSpan> hits = hits(text);
        if (hits.isEmpty() || hits.getFirst().to() < LONGEST_BEGIN) {
            return 0;
        }
        int blank = text.indexOf(' ', Math.max(0, hits.getFirst().from() - BEFORE_HIT));
        return blank >= 0 && blank < hits.getFirst().from() ? blank + 1 : hits.getFirst().from();
    }

    /** Without parting a pair of characters that make one. */
    private static String cut(String text, int from, int to) {
        int begin = Math.min(from, text.length());
        int end = Math.min(to, text.length());
        begin += begin > 0 && begin < text.length() && Character.isLowSurrogate(text.charAt(begin)) ? 1 : 0;
        end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
        return text.substring(begin, Math.max(begin, end));
    }

    private static MarkedText withEllipsis(MarkedText text) {
        List<MarkedText.Piece> pieces = new ArrayList<>(List.of(new MarkedText.Piece("… ", false, 0)));
        pieces.addAll(text.pieces());
        return new MarkedText(pieces);
    }

    private static ExploredReview withoutTexts(ExploredReview review) {
        return new ExploredReview(review.document(), review.review(), review.id(), "", "", review.stars(), review.product(),
                review.date(), review.helpfulVotes(), review.source(), review.others());
    }
}

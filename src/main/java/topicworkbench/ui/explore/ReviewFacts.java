package topicworkbench.ui.explore;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.VisibleText;
import topicworkbench.wording.Figures;

/** What is known of a review beside its text, in words. */
final class ReviewFacts {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private ReviewFacts() { }

    /** "★★☆☆☆", or nothing. */
    static String stars(ExploredReview review) {
        if (Double.isNaN(review.stars())) {
            return "";
        }
        int full = Math.clamp(Math.round(review.stars()), 0, 5);
        return "★".repeat(full) + "☆".repeat(5 - full);
    }

    /** Day, helpful votes and product, as far as they are known. */
    static String line(ExploredReview review) {
        List<String> facts = new ArrayList<>();
        if (review.date() != null) {
            facts.add(DAY.format(review.date()));
        }
        if (review.helpfulVotes() > 0) {
            facts.add(review.helpfulVotes() == 1 ? "1 found it helpful" : Figures.count(review.helpfulVotes()) + " found it helpful");
        }
        if (!review.product().isBlank()) {
            facts.add(VisibleText.of(review.product()));
        }
        return String.join(" · ", facts);
    }

    /** Where a copied text comes from. */
    static String source(ExploredReview review, String run) {
        List<String> facts = new ArrayList<>();
        facts.add("Review " + (review.id().isBlank() ? review.review() : review.id()));
        if (!Double.isNaN(review.stars())) {
            facts.add(review.stars() == 1 ? "1 star" : review.stars() == Math.rint(review.stars())
                    ? (int) review.stars() + " stars" : review.stars() + " stars");
        }
        facts.add(line(review));
        facts.add(review.source());
        facts.add(run);
        return "— " + String.join(" · ", facts.stream().filter(fact -> !fact.isBlank()).toList());
    }
}

package topicworkbench.export;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import topicworkbench.chart.FittedText;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.topic.Topic;

/** The part of a review that speaks most of a topic: the sentence with most of its words, and what follows as far as there is room. */
public final class Excerpt {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+");
    private static final int LEAST_STEM = 4;
    private static final String LEFT_OUT = "… ";

    private Excerpt() { }

    /** @param length in characters, at most */
    public static String of(ExploredReview review, Topic topic, int length) {
        String text = FittedText.visible(review.text().isBlank() ? review.title() : review.text());
        if (text.length() <= length) {
            return text;
        }
        String[] sentences = SENTENCE_END.split(text);
        int best = 0;
        int most = -1;
        for (int i = 0; i < sentences.length; i++) {
            int found = wordsOf(topic, sentences[i]);
            if (found > most) {
                most = found;
                best = i;
            }
        }
        String rest = String.join(" ", List.of(sentences).subList(best, sentences.length));
        return (best == 0 ? "" : LEFT_OUT) + FittedText.shortened(rest, length - LEFT_OUT.length());
    }

    /** Terms may be stems, so that a word counts if it begins with one. */
    private static int wordsOf(Topic topic, String sentence) {
        int found = 0;
        for (String word : sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            found += topic.words().stream().anyMatch(term -> word.equals(term.term())
                    || term.term().length() >= LEAST_STEM && word.startsWith(term.term())) ? 1 : 0;
        }
        return found;
    }
}

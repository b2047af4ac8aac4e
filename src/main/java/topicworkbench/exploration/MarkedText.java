package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A text in pieces, some of them marked: what was searched for, and words that speak for a topic. What is hidden in it is
 * made visible.
 *
 * @param pieces without a gap, in order
 */
public record MarkedText(List<Piece> pieces) {
    public MarkedText {
        pieces = List.copyOf(pieces);
    }

    /**
     * @param hit    whether it was searched for
     * @param weight how strongly it speaks for the topic, as in {@link WordEvidence}; 0 if it does not
     */
    public record Piece(String text, boolean hit, double weight) {
        public boolean isPlain() {
            return !hit && weight == 0;
        }
    }

    /**
     * Marks a stretch of a text, whole words of marks left out where they reach beyond it.
     *
     * @param text  a title or a text
     * @param first where {@code text} begins in what the places of the words count
     * @param words that speak for a topic
     * @param hits  in {@code text}
     */
    public static MarkedText of(String text, int first, List<WordEvidence.Word> words, List<TextSpan> hits) {
        List<WordEvidence.Word> inside = words.stream()
                .filter(word -> word.place().from() >= first && word.place().to() <= first + text.length()).toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (WordEvidence.Word word : inside) {
            cuts.add(word.place().from() - first);
            cuts.add(word.place().to() - first);
        }
        for (TextSpan hit : hits) {
            cuts.add(hit.from());
            cuts.add(hit.to());
        }
        List<Piece> pieces = new ArrayList<>();
        List<Integer> edges = List.copyOf(cuts);
        int hit = 0;
        for (int i = 0; i + 1 < edges.size(); i++) {
            int from = edges.get(i);
            int to = edges.get(i + 1);
            while (hit < hits.size() && hits.get(hit).to() <= from) {
                hit++;
            }
            boolean found = hit < hits.size() && hits.get(hit).from() <= from;
            pieces.add(new Piece(VisibleText.of(text.substring(from, to)), found, weight(inside, first + from, first + to)));
        }
        return new MarkedText(pieces);
    }

    /** The most of the words that cover a stretch; of n-grams several may. */
    private static double weight(List<WordEvidence.Word> words, int from, int to) {
        double most = 0;
        for (WordEvidence.Word word : words) {
            if (word.place().from() <= from && word.place().to() >= to) {
                most = Math.max(most, word.weight());
            }
        }
        return most;
    }

    public String plain() {
        StringBuilder plain = new StringBuilder();
        pieces.forEach(piece -> plain.append(piece.text()));
        return plain.toString();
    }
}

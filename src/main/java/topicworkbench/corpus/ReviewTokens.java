package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a review: its text in pieces, each with its fate, and the terms it counts for.
 *
 * @param pieces title, line feed and text, without a gap
 * @param counts terms of the vocabulary to how often they occur, in the order of first sight
 */
public record ReviewTokens(List<Piece> pieces, Map<String, Integer> counts) {

    public ReviewTokens {
        pieces = List.copyOf(pieces);
    }

    /** By which rule a piece of text is kept or dropped. */
    public enum Fate { KEPT, NO_WORD, SHORT, STOP_WORD, OWN_STOP_WORD, RARE, COMMON, BEYOND_SIZE }

    /** @param term what the word became; null where it became nothing */
    public record Piece(String text, Fate fate, String term) { }

    static ReviewTokens of(Document document, TextOptions options, DocumentTerms terms, VocabularySelection selection) {
        try (TermAnalyzer analyzer = new TermAnalyzer(options);
                TermAnalyzer withoutOwn = new TermAnalyzer(options.withoutOwnStopWords())) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            analyzer.terms(document.title(), document.text()).stream()
                    .filter(term -> selection.vocabulary().indexOf(term) >= 0)
                    .forEach(term -> counts.merge(term, 1, Integer::sum));
            return new ReviewTokens(new Trace(options, terms, selection, analyzer, withoutOwn)
                    .pieces(document.title(), document.text()), counts);
        }
    }

    private record Trace(TextOptions options, DocumentTerms terms, VocabularySelection selection,
            TermAnalyzer analyzer, TermAnalyzer withoutOwn) {

        List<Piece> pieces(String title, String text) {
            String whole = title + "\n" + text;
            List<Piece> pieces = new ArrayList<>();
            WordScanner scanner = new WordScanner(1);
            scanner.begin(title, text);
            int end = 0;
            while (scanner.next()) {
                if (scanner.from() > end) {
                    pieces.add(new Piece(whole.substring(end, scanner.from()), Fate.NO_WORD, null));
                }
                end = scanner.to();
                pieces.add(piece(whole.substring(scanner.from(), end),
                        new String(scanner.letters(), scanner.start(), scanner.length())));
            }
            if (end < whole.length()) {
                pieces.add(new Piece(whole.substring(end), Fate.NO_WORD, null));
            }
            return pieces;
        }

        private Piece piece(String text, String word) {
            if (word.length() < options.minWordLength()) {
                return new Piece(text, Fate.SHORT, null);
            }
            List<String> kept = analyzer.words(word);
            if (kept.isEmpty()) {
                return new Piece(text, withoutOwn.words(word).isEmpty() ? Fate.STOP_WORD : Fate.OWN_STOP_WORD, null);
            }
            String term = kept.getFirst();
            return new Piece(text, fate(terms.dictionary().find(term)), term);
        }

        private Fate fate(int term) {
            if (selection.columns()[term] >= 0) {
                return Fate.KEPT;
            }
            int frequency = terms.documentFrequencies()[term];
            if (frequency < VocabularySelection.least(options, terms.documents())) {
                return Fate.RARE;
            }
            return frequency > VocabularySelection.greatest(options, terms.documents()) ? Fate.COMMON : Fate.BEYOND_SIZE;
        }
    }
}

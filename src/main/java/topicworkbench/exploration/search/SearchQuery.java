package topicworkbench.exploration.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import topicworkbench.exploration.TextSpan;
import topicworkbench.exploration.search.SearchAnalyzer.Token;
import topicworkbench.failure.InvalidOptionException;

/**
 * What a person searches for: clauses that must all hold. {@code late refund} wants both words, {@code "waste of money"} a
 * phrase, {@code refund*} a word that begins so, {@code /charg(e|ing)/} a word that a regular expression accepts as a whole,
 * {@code -windows} is not to be there, {@code late OR slow} wants one of both. Case and accents do not matter. A review is its
 * title and its text.
 */
public final class SearchQuery {
    /** What failures call the place where it is typed. */
    public static final String FIELD = "search";

    private final String written;
    private final List<Clause> clauses;

    /** One of several ways to say it; excluded ones must not be there. */
    record Clause(boolean excluded, List<Phrase> anyOf) { }

    /** Words that follow one another; often one. */
    record Phrase(List<WordPattern> words) { }

    private SearchQuery(String written, List<Clause> clauses) {
        this.written = written;
        this.clauses = List.copyOf(clauses);
    }

    /** @throws InvalidOptionException if it cannot be understood, with what is wrong in words */
    public static SearchQuery parse(String text) {
        return new SearchQuery(text.strip(), new SearchQueryParser(text).clauses());
    }

    /** As it was typed. */
    public String written() {
        return written;
    }

    List<Clause> clauses() {
        return clauses;
    }

    /** Where a text has what is searched for: title or text, one at a time; in order, without overlap. */
    public List<TextSpan> hits(String text) {
        List<Token> tokens = SearchAnalyzer.INSTANCE.tokens(text);
        List<TextSpan> hits = new ArrayList<>();
        for (Clause clause : clauses) {
            if (!clause.excluded()) {
                clause.anyOf().forEach(phrase -> addHits(phrase.words(), tokens, hits));
            }
        }
        return merged(hits);
    }

    private static void addHits(List<WordPattern> words, List<Token> tokens, List<TextSpan> hits) {
        for (int first = 0; first + words.size() <= tokens.size(); first++) {
            int word = 0;
            while (word < words.size() && words.get(word).accepts(tokens.get(first + word).word())) {
                word++;
            }
            if (word == words.size()) {
                hits.add(new TextSpan(tokens.get(first).from(), tokens.get(first + word - 1).to()));
            }
        }
    }

    private static List<TextSpan> merged(List<TextSpan> hits) {
        hits.sort(Comparator.comparingInt(TextSpan::from).thenComparingInt(TextSpan::to));
        List<TextSpan> apart = new ArrayList<>();
        for (TextSpan hit : hits) {
            if (!apart.isEmpty() && hit.from() <= apart.getLast().to()) {
                TextSpan before = apart.removeLast();
                apart.add(new TextSpan(before.from(), Math.max(before.to(), hit.to())));
            } else {
                apart.add(hit);
            }
        }
        return apart;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SearchQuery query && written.equals(query.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}

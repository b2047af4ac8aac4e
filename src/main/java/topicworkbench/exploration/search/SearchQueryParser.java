package topicworkbench.exploration.search;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.exploration.search.SearchAnalyzer.Token;
import topicworkbench.exploration.search.SearchQuery.Clause;
import topicworkbench.exploration.search.SearchQuery.Phrase;
import topicworkbench.failure.InvalidOptionException;

/** Reads what a person typed, from left to right. */
final class SearchQueryParser {
    private static final int LONGEST = 500;
    private static final String QUOTES = "\"“”„";

    private final String text;
    private int at;

    SearchQueryParser(String text) {
        if (text.length() > LONGEST) {
            throw mistake("The search is longer than " + LONGEST + " characters.", "Search for less at a time.");
        }
        this.text = text.strip();
    }

    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        while (at < text.length()) {
            Clause clause = clause();
            while (!clause.anyOf().isEmpty() && skipOr()) {
                Clause next = clause();
                if (clause.excluded() || next.excluded()) {
                    throw mistake("OR and - do not go together.", "Leave out one of them.");
                }
                List<Phrase> either = new ArrayList<>(clause.anyOf());
                either.addAll(next.anyOf());
                clause = new Clause(false, either);
            }
            if (!clause.anyOf().isEmpty()) {
                clauses.add(clause);
            }
        }
        if (clauses.isEmpty()) {
            throw mistake("There is no word to search for.", "Type words, a \"phrase\", a beginning* or a /regular expression/.");
        }
        return clauses;
    }

    /** Goes past an OR that has something on its right. */
    private boolean skipOr() {
        skipBlanks();
        boolean or = text.startsWith("OR ", at);
        at += or ? 3 : 0;
        return or;
    }

    private Clause clause() {
        skipBlanks();
        boolean excluded = at + 1 < text.length() && text.charAt(at) == '-' && !Character.isWhitespace(text.charAt(at + 1));
        at += excluded ? 1 : 0;
        char first = text.charAt(at);
        List<WordPattern> words = QUOTES.indexOf(first) >= 0 ? words(quoted()) : first == '/' ? expressions() : words(bare());
        return new Clause(excluded, words.isEmpty() ? List.of() : List.of(new Phrase(words)));
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private String bare() {
        int from = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        int from = at + 1;
        int end = from;
        while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length()) {
            throw mistake("The phrase " + text.substring(at) + " has no closing quote.", "Add it after the last word of the phrase.");
        }
        at = end + 1;
        return text.substring(from, end);
    }

    /** Words as the index has them: "wi-fi" are two that follow one another; the last before a * is a beginning. */
    private static List<WordPattern> words(String written) {
        List<WordPattern> words = new ArrayList<>();
        for (String piece : written.strip().split("\\s+")) {
            boolean prefix = piece.endsWith("*");
            int star = piece.indexOf('*');
            if (star >= 0 && star < piece.length() - 1) {
                throw mistake("In " + piece + " the * stands within the word; it can only end one.",
                        "Write it as a regular expression: /" + piece.replace("*", ".*") + "/.");
            }
            List<Token> tokens = SearchAnalyzer.INSTANCE.tokens(piece);
            if (prefix && tokens.isEmpty()) {
                throw mistake("The * has no letters before it.", "Type at least the first letter of the word.");
            }
            for (int token = 0; token < tokens.size(); token++) {
                String word = tokens.get(token).word();
                words.add(prefix && token == tokens.size() - 1 ? WordPattern.prefix(word) : WordPattern.word(word));
            }
        }
        return words;
    }

    private List<WordPattern> expressions() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '/') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw mistake("The regular expression " + text.substring(at) + " has no closing /.",
                    "Add it at its end; a / inside is written \\/.");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        if (inside.isBlank()) {
            throw mistake("The regular expression is empty.", "Write it between the two strokes.");
        }
        List<WordPattern> words = new ArrayList<>();
        for (String word : inside.strip().split("\\s+")) {
            words.add(WordExpression.parse(word));
        }
        return words;
    }

    static InvalidOptionException mistake(String what, String remedy) {
        return new InvalidOptionException(SearchQuery.FIELD, what, remedy);
    }
}

package topicworkbench.exploration.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * What counts as a word when people search: as Unicode parts words (UAX 29), figures among them, in lower case and
 * without accents, so that "cafe" finds "Café" and "don't" finds "don’t". The model's own words are others: it may have
 * stemmed them and dropped stop words, which a person who searches does not expect.
 */
final class SearchAnalyzer extends Analyzer {
    static final SearchAnalyzer INSTANCE = new SearchAnalyzer();
    /** Between title and text, so that no phrase reaches from one into the other. */
    static final int TITLE_GAP = 100;

    private SearchAnalyzer() { }

    /** @param from first character, {@code to} after the last */
    record Token(String word, int from, int to) { }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(new Unhidden(words))));
    }

    /** Takes out of words what cannot be seen, as marks that turn text around, so that nobody hides a word from a search. */
    private static final class Unhidden extends TokenFilter {
        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

        Unhidden(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            char[] letters = word.buffer();
            int kept = 0;
            for (int i = 0; i < word.length(); i++) {
                char letter = letters[i];
                letters[kept] = letter;
                kept += letter < 128 || Character.getType(letter) != Character.FORMAT ? 1 : 0;
            }
            word.setLength(kept);
            return true;
        }
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return TITLE_GAP;
    }

    List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = tokenStream("", text)) {
            CharTermAttribute word = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(word.toString(), place.startOffset(), place.endOffset()));
            }
            stream.end();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package topicworkbench.corpus;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The words that {@link WordScanner} finds, as a source of tokens for Lucene's filters. */
final class WordTokenizer extends Tokenizer {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final WordScanner scanner;

    /** @param minLength least number of letters of a word */
    WordTokenizer(int minLength) {
        scanner = new WordScanner(minLength);
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        scanner.begin(input);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (!scanner.next()) {
            return false;
        }
        term.copyBuffer(scanner.letters(), scanner.start(), scanner.length());
        return true;
    }
}

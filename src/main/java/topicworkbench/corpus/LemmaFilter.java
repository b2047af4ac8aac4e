package topicworkbench.corpus;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts the lemma of each word in its place. */
final class LemmaFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final WordNetLemmas lemmas;

    LemmaFilter(TokenStream words, WordNetLemmas lemmas) {
        super(words);
        this.lemmas = lemmas;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String lemma = lemmas.lemma(term.toString());
        term.setEmpty().append(lemma);
        return true;
    }
}

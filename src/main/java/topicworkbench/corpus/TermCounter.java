package topicworkbench.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.CharArrayMap;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Counts the terms of documents, one worker's share. Filters and stemmers of the {@link TermAnalyzer} see each distinct
 * word once; after that the word's term number is remembered, since they treat words one by one. For one thread.
 */
final class TermCounter {
    private static final int DROPPED = -1;

    private final TermAnalyzer analyzer;
    private final int maxNgram;
    private final TermDictionary dictionary = new TermDictionary();
    private final WordTokenizer tokenizer;
    private final CharTermAttribute word;
    private final CharArrayMap<Integer> termOfWord = new CharArrayMap<>(1 << 14, false);
    private int[] lastEntry = new int[1024];

    TermCounter(TermAnalyzer analyzer, TextOptions options) {
        this.analyzer = analyzer;
        this.maxNgram = options.maxNgram();
        this.tokenizer = new WordTokenizer(options.minWordLength());
        this.word = tokenizer.getAttribute(CharTermAttribute.class);
    }

    TermDictionary dictionary() {
        return dictionary;
    }

    CountedBlock count(List<Document> documents) {
        CountedBlock block = new CountedBlock(documents.size());
        for (Document document : documents) {
            block.beginDocument(document.review());
            try {
                count(document.content(), block);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        block.trim();
        return block;
    }

    private void count(String text, CountedBlock block) throws IOException {
        int previous = DROPPED;
        int previousPair = DROPPED;
        tokenizer.setReader(new StringReader(text));
        tokenizer.reset();
        while (tokenizer.incrementToken()) {
            int term = term();
            if (term == DROPPED) {
                continue;
            }
            enter(term, block);
            if (maxNgram > 1 && previous != DROPPED) {
                int pair = dictionary.ngram(previous, term);
                enter(pair, block);
                if (maxNgram > 2 && previousPair != DROPPED) {
                    enter(dictionary.ngram(previousPair, term), block);
                }
                previousPair = pair;
            }
            previous = term;
        }
        tokenizer.end();
        tokenizer.close();
    }

    private int term() {
        Integer known = termOfWord.get(word.buffer(), 0, word.length());
        if (known != null) {
            return known;
        }
        List<String> kept = analyzer.words(word.toString());
        int term = kept.isEmpty() ? DROPPED : dictionary.word(kept.getFirst());
        termOfWord.put(word.toString(), (Integer) term);
        return term;
    }

    private void enter(int term, CountedBlock block) {
        if (term >= lastEntry.length) {
            lastEntry = Arrays.copyOf(lastEntry, Math.max(term + 1, lastEntry.length + lastEntry.length / 2));
        }
        lastEntry[term] = block.count(term, lastEntry[term]);
    }
}

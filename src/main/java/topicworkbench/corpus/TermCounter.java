package topicworkbench.corpus;

import java.util.Arrays;
import java.util.List;

/**
 * Counts the terms of documents, one worker's share. Filters and stemmers of the {@link TermAnalyzer} see each distinct
 * word once; after that the word's term number is remembered, since they treat words one by one. For one thread.
 */
final class TermCounter {
    private static final int DROPPED = -1;

    private final TermAnalyzer analyzer;
    private final int maxNgram;
    private final TermDictionary dictionary = new TermDictionary();
    private final WordScanner scanner;
    private final WordTable termOfWord = new WordTable();
    private int[] lastEntry = new int[1024];

    TermCounter(TermAnalyzer analyzer, TextOptions options) {
        this.analyzer = analyzer;
        this.maxNgram = options.maxNgram();
        this.scanner = new WordScanner(options.minWordLength());
    }

    TermDictionary dictionary() {
        return dictionary;
    }

    CountedBlock count(List<Document> documents) {
        CountedBlock block = new CountedBlock(documents.size());
        for (Document document : documents) {
            block.beginDocument(document.review());
            count(document, block);
        }
        block.trim();
        return block;
    }

    private void count(Document document, CountedBlock block) {
        int previous = DROPPED;
        int previousPair = DROPPED;
        scanner.begin(document.title(), document.text());
        while (scanner.next()) {
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
    }

    private int term() {
        int known = termOfWord.get(scanner);
        if (known != WordTable.ABSENT) {
            return known;
        }
        List<String> kept = analyzer.words(new String(scanner.letters(), scanner.start(), scanner.length()));
        int term = kept.isEmpty() ? DROPPED : dictionary.word(kept.getFirst());
        termOfWord.put(scanner, term);
        return term;
    }

    private void enter(int term, CountedBlock block) {
        if (term >= lastEntry.length) {
            lastEntry = Arrays.copyOf(lastEntry, Math.max(term + 1, lastEntry.length + lastEntry.length / 2));
        }
        lastEntry[term] = block.count(term, lastEntry[term]);
    }
}

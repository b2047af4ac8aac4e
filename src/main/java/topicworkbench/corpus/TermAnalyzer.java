package topicworkbench.corpus;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Turns text into terms: words in lower case ({@link WordScanner}), stop words out, inflected forms brought together,
 * then n-grams. As in scikit-learn's {@code CountVectorizer}, n-grams are formed over the words that remain, so they
 * reach across a removed stop word or the end of a sentence: "waste of money" gives "waste money".
 * <ul>
 * <li>STEM is the English Snowball stemmer (Porter 2): "refunded" and "refunds" become "refund", "battery" "batteri".
 * <li>LEMMA is the base form that WordNet lists ({@link WordNetLemmas}): "batteries" becomes "battery", "bought" "buy",
 * "installation" stays.
 * </ul>
 * May be used by several threads.
 */
public final class TermAnalyzer implements AutoCloseable {
    private final TextOptions options;
    private final Analyzer analyzer;

    public TermAnalyzer(TextOptions options) {
        this.options = options;
        CharArraySet stopWords = stopWords(options);
        CharArraySet stopForms = stopForms(options);
        analyzer = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                WordTokenizer words = new WordTokenizer(options.minWordLength());
                TokenStream kept = new StopFilter(words, stopWords);
                return new TokenStreamComponents(words, switch (options.normalization()) {
                    case NONE -> kept;
                    case STEM, LEMMA -> new StopFilter(baseForms(kept, options), stopForms);
                });
            }
        };
    }

    /** What the text becomes: its words in order, each followed by the n-grams that end with it. */
    public List<String> terms(String title, String text) {
        List<String> words = words(title + "\n" + text);
        List<String> terms = new ArrayList<>();
        for (int last = 0; last < words.size(); last++) {
            for (int first = last; first >= Math.max(0, last - options.maxNgram() + 1); first--) {
                terms.add(String.join(" ", words.subList(first, last + 1)));
            }
        }
        return terms;
    }

    /** The same terms in the same order, each with its place. */
    public List<TermPlace> places(String title, String text) {
        WordScanner scanner = new WordScanner(options.minWordLength());
        scanner.begin(title, text);
        List<TermPlace> words = new ArrayList<>();
        List<TermPlace> places = new ArrayList<>();
        while (scanner.next()) {
            // filters treat words one by one
            List<String> kept = words(new String(scanner.letters(), scanner.start(), scanner.length()));
            if (!kept.isEmpty()) {
                words.add(new TermPlace(kept.getFirst(), scanner.from(), scanner.to()));
                for (int first = words.size() - 1; first >= Math.max(0, words.size() - options.maxNgram()); first--) {
                    places.add(TermPlace.of(words.subList(first, words.size())));
                }
            }
        }
        return places;
    }

    /** The words that remain of a text, in their normalized form, in order. */
    List<String> words(String text) {
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            return drain(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        analyzer.close();
    }

    private static List<String> drain(TokenStream stream) throws IOException {
        CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
        List<String> words = new ArrayList<>();
        stream.reset();
        while (stream.incrementToken()) {
            words.add(term.toString());
        }
        stream.end();
        return words;
    }

    private static TokenStream baseForms(TokenStream words, TextOptions options) {
        return switch (options.normalization()) {
            case NONE -> words;
            case STEM -> new SnowballFilter(words, new EnglishStemmer());
            case LEMMA -> new LemmaFilter(words, WordNetLemmas.english());
        };
    }

    private static CharArraySet stopWords(TextOptions options) {
        Set<String> words = new HashSet<>(options.stopWords().equals("english") ? StopWords.ENGLISH : Set.of());
        words.addAll(extraStopWords(options, false));
        return new CharArraySet(words, false);
    }

    /** Stop words among base forms: "likes" goes with "like", and who drops "product" means "products" too. */
    private static CharArraySet stopForms(TextOptions options) {
        CharArraySet forms = stopWords(options);
        forms.addAll(extraStopWords(options, true));
        return forms;
    }

    private static List<String> extraStopWords(TextOptions options, boolean baseForm) {
        try (WordTokenizer tokenizer = new WordTokenizer(1);
                TokenStream stream = baseForm ? baseForms(tokenizer, options) : tokenizer) {
            tokenizer.setReader(new StringReader(String.join(" ", options.extraStopWords())));
            return drain(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

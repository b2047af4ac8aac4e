package topicworkbench.corpus;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * Tells the language of a text by its small words (Grefenstette 1995, "Comparing two language identification
 * schemes"), or by its script where that has one language. A glance, not a verdict: of texts too short to hold small
 * words, and where two languages hold as many, it says nothing. It knows the languages of Snowball's stop word lists.
 */
final class LanguageGlance {
    private static final Map<String, String> LISTS = Map.ofEntries(Map.entry("en", "english"), Map.entry("de", "german"),
            Map.entry("fr", "french"), Map.entry("es", "spanish"), Map.entry("it", "italian"),
            Map.entry("pt", "portuguese"), Map.entry("nl", "dutch"), Map.entry("da", "danish"),
            Map.entry("no", "norwegian"), Map.entry("sv", "swedish"), Map.entry("fi", "finnish"),
            Map.entry("hu", "hungarian"), Map.entry("ru", "russian"));
    private static final List<String> LANGUAGES = LISTS.keySet().stream().sorted().toList();

    private static final Map<UnicodeScript, String> OF_SCRIPT = new EnumMap<>(Map.of(UnicodeScript.HAN, "zh",
            UnicodeScript.HIRAGANA, "ja", UnicodeScript.KATAKANA, "ja", UnicodeScript.HANGUL, "ko",
            UnicodeScript.THAI, "th", UnicodeScript.GREEK, "el", UnicodeScript.HEBREW, "he"));

    /** Greek, the first script after Latin and its accents. */
    private static final char FIRST_OF_OTHER_SCRIPTS = '\u0370';

    /** Share of small words in running text is a third or more; in a list of nouns next to none. */
    private static final double LEAST_SHARE = 0.12;

    /** A word's languages, as bits in the order of {@link #LANGUAGES}. */
    private static final Map<String, Integer> SMALL_WORDS = load();

    private final WordScanner scanner = new WordScanner(1);
    private final int[] found = new int[LANGUAGES.size()];

    /** The language as ISO 639 writes it, for example {@code en}. */
    Optional<String> of(String text) {
        Arrays.fill(found, 0);
        int words = 0;
        int letters = 0;
        Map<String, Integer> scripts = new HashMap<>();
        scanner.begin("", text);
        while (scanner.next()) {
            String word = new String(scanner.letters(), scanner.start(), scanner.length());
            words++;
            letters += word.length();
            if (word.charAt(0) >= FIRST_OF_OTHER_SCRIPTS) {
                word.codePoints().mapToObj(letter -> OF_SCRIPT.get(UnicodeScript.of(letter))).filter(Objects::nonNull)
                        .forEach(language -> scripts.merge(language, 1, Integer::sum));
            }
            enter(word);
        }
        int inScripts = scripts.values().stream().mapToInt(Integer::intValue).sum();
        // Chinese characters stand in Japanese too, kana in Japanese only
        return 2 * inScripts > letters ? Optional.of(scripts.containsKey("ja") ? "ja" : most(scripts))
                : bySmallWords(words);
    }

    private void enter(String word) {
        int languages = SMALL_WORDS.getOrDefault(word, 0);
        for (int language = 0; languages != 0; language++, languages >>>= 1) {
            found[language] += languages & 1;
        }
    }

    private Optional<String> bySmallWords(int words) {
        int best = 0;
        int second = -1;
        for (int language = 1; language < found.length; language++) {
            if (found[language] > found[best]) {
                second = best;
                best = language;
            } else if (second < 0 || found[language] > found[second]) {
                second = language;
            }
        }
        boolean clear = found[best] > found[second] && found[best] >= LEAST_SHARE * words;
        return clear ? Optional.of(LANGUAGES.get(best)) : Optional.empty();
    }

    private static String most(Map<String, Integer> scripts) {
        return scripts.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
    }

    private static Map<String, Integer> load() {
        Map<String, Integer> words = new HashMap<>();
        for (int language = 0; language < LANGUAGES.size(); language++) {
            for (Object letters : list(LISTS.get(LANGUAGES.get(language)))) {
                String word = new String((char[]) letters);
                // apostrophes part words here, so that "don't" counts as "don" and "t"
                for (String part : word.split("\\P{L}+")) {
                    words.merge(part, 1 << language, (a, b) -> a | b);
                }
            }
        }
        return words;
    }

    private static CharArraySet list(String name) {
        try (var in = new InputStreamReader(SnowballFilter.class.getResourceAsStream(name + "_stop.txt"),
                StandardCharsets.UTF_8)) {
            return WordlistLoader.getSnowballWordSet(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

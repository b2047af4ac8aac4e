package topicworkbench.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Base forms of English words by WordNet's own method, Morphy: irregular forms by list, regular endings taken off where
 * the result is a word of the dictionary. The part of speech is not known: a form of a verb that is no noun in use is
 * taken as the verb ("found", "installing"; but "building" stays), else noun is tried before verb before adjective, as
 * in NLTK. Words that WordNet does not know stay as they are.
 *
 * @see <a href="https://wordnet.princeton.edu/documentation/morphy7wn">morphy(7WN)</a>
 */
final class WordNetLemmas {
    private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";
    /** Shorter ones are mostly abbreviations: "ga", "bu", "v". */
    private static final int MIN_BASE = 3;

    private final Set<String> nounsInUse = new HashSet<>();
    private final PartOfSpeech noun = load("noun", "s ", "ses s", "xes x", "zes z", "ches ch", "shes sh", "men man", "ies y");
    private final PartOfSpeech verb = load("verb", "s ", "ies y", "es e", "es ", "ed e", "ed ", "ing e", "ing ");
    private final PartOfSpeech adjective = load("adj", "er ", "est ", "er e", "est e");

    /**
     * @param lemmas    dictionary words of one part of speech
     * @param irregular inflected form to base form
     * @param endings   "ending replacement"
     */
    private record PartOfSpeech(Set<String> lemmas, Map<String, String> irregular, List<String[]> endings) {

        /** By the first ending that leads to a word of the dictionary, else the word itself, else by the list; or null. */
        String base(String word) {
            String regular = regular(word);
            return regular != null ? regular : lemmas.contains(word) ? word : irregular.get(word);
        }

        boolean isInflected(String word) {
            return regular(word) != null || irregular.containsKey(word);
        }

        String regular(String word) {
            for (String[] ending : endings) {
                String base = word.substring(0, Math.max(0, word.length() - ending[0].length())) + ending[1];
                if (word.endsWith(ending[0]) && !word.endsWith("ss") && base.length() >= MIN_BASE
                        && lemmas.contains(base)) {
                    return base;
                }
            }
            return null;
        }
    }

    /** Reads the dictionary, which takes a moment and some 10 MB. */
    static WordNetLemmas english() {
        return Holder.ENGLISH;
    }

    private static final class Holder {
        static final WordNetLemmas ENGLISH = new WordNetLemmas();
    }

    /** @param word in lower case */
    String lemma(String word) {
        if (!nounsInUse.contains(word) && noun.regular(word) == null && verb.isInflected(word)) {
            return verb.regular(word) != null ? verb.regular(word) : verb.irregular.get(word);
        }
        return Stream.of(noun, verb, adjective).map(partOfSpeech -> partOfSpeech.base(word)).filter(Objects::nonNull)
                .findFirst().orElse(word);
    }

    private PartOfSpeech load(String name, String... endings) {
        Set<String> lemmas = new HashSet<>();
        Map<String, String> irregular = new HashMap<>();
        forEachLine("index." + name, fields -> {
            lemmas.add(fields[0]);
            // lemma, part of speech, senses, n, n pointers, senses, senses met in WordNet's tagged texts
            if (name.equals("noun") && Integer.parseInt(fields[5 + Integer.parseInt(fields[3])]) > 1) {
                nounsInUse.add(fields[0]);
            }
        });
        forEachLine(name + ".exc", fields -> irregular.put(fields[0], fields[1]));
        return new PartOfSpeech(lemmas, irregular, Arrays.stream(endings).map(e -> e.split(" ", -1)).toList());
    }

    /** Entries of one word; the licence at a file's head is indented. */
    private static void forEachLine(String file, Consumer<String[]> entry) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                WordNetLemmas.class.getResourceAsStream(FOLDER + file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String word = line.substring(0, Math.max(0, line.indexOf(' ')));
                if (!word.isEmpty() && word.indexOf('_') < 0) {
                    entry.accept(line.split(" "));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package topicworkbench.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.math.RandomStream;

/**
 * Phrases by section and key, read from a text file of {@code [section]} and {@code key: phrase} lines, and their
 * expansion: {@code {a|b}} picks one, {@code {name}} picks a phrase of that key, both may nest.
 */
final class PhraseBook {
    private final Map<String, Map<String, List<String>>> sections = new LinkedHashMap<>();

    static PhraseBook read(String resource) {
        PhraseBook book = new PhraseBook();
        Map<String, List<String>> section = Map.of();
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                section = new LinkedHashMap<>();
                book.sections.put(line.substring(1, line.length() - 1), section);
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                int colon = line.indexOf(':');
                section.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                        .add(line.substring(colon + 1).replaceFirst("^ ", ""));
            }
        }
        return book;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = PhraseBook.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> sections() {
        return List.copyOf(sections.keySet());
    }

    List<String> phrases(String section, String key) {
        return sections.get(section).getOrDefault(key, List.of());
    }

    /** Looks {@code {name}} up in the given section, then in {@code any}. */
    String expand(String phrase, String section, RandomStream random) {
        int open = phrase.indexOf('{');
        if (open < 0) {
            return phrase;
        }
        int close = closing(phrase, open);
        List<String> choices = alternatives(phrase.substring(open + 1, close));
        if (choices.size() == 1) {
            String key = choices.getFirst();
            String named = phrases(section, key).isEmpty() ? phrases("any", key).getFirst()
                    : phrases(section, key).getFirst();
            choices = alternatives(named);
        }
        String chosen = expand(choices.get(random.nextInt(choices.size())), section, random);
        return phrase.substring(0, open) + chosen + expand(phrase.substring(close + 1), section, random);
    }

    private static int closing(String phrase, int open) {
        int depth = 0;
        for (int i = open; i < phrase.length(); i++) {
            depth += phrase.charAt(i) == '{' ? 1 : phrase.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("no closing brace: " + phrase);
    }

    /** Splits at bars outside braces. */
    private static List<String> alternatives(String inner) {
        List<String> result = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '|' && depth == 0) {
                result.add(inner.substring(start, i));
                start = i + 1;
            }
        }
        result.add(inner.substring(start));
        return result;
    }
}

package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.math.RandomStream;
import topicworkbench.topic.Topic;

/**
 * Names that a topic might have, for a person to choose from: its leading words, phrases that its typical reviews use far
 * more often than others, and titles that several of them bear.
 */
public final class NameSuggestions {
    private static final int TYPICAL = 150;
    private static final int LONGEST_PHRASE = 3;
    private static final int LEAST_REVIEWS = 3;
    private static final int MOST_PHRASES = 4;
    private static final int MOST_TITLES = 2;
    private static final int WORDS_OF_TOPIC = 20;
    /** Words that neither begin nor end a phrase worth being a name. */
    private static final Set<String> SMALL_WORDS = Set.of("a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on",
            "at", "by", "for", "with", "from", "as", "is", "are", "was", "were", "be", "been", "it", "its", "this", "that",
            "these", "those", "i", "you", "he", "she", "we", "they", "my", "your", "me", "have", "has", "had", "do", "does",
            "did", "so", "very", "just", "than", "then", "there", "their", "will", "would", "can", "could", "all", "any",
            "which", "who", "what", "when", "after", "before", "because", "also", "am", "s", "t", "m", "re", "ve", "don");

    private NameSuggestions() { }

    /** @param reason said beside it, for example "in 12 of 150 typical reviews" */
    public record Suggestion(String text, String reason) { }

    /**
     * Reads a few hundred reviews.
     *
     * @param topic id of a topic that stands
     * @return the best first; the same for the same run
     */
    public static List<Suggestion> of(CuratedRun curated, int topic) {
        Topic seen = curated.topics().stream().filter(other -> other.id() == topic).findFirst().orElseThrow();
        List<ExploredReview> typical = curated.run().texts().read(typical(curated, topic));
        List<ExploredReview> others = curated.run().texts().read(others(curated, topic));
        List<Suggestion> suggestions = new ArrayList<>();
        suggestions.addAll(phrases(seen, typical, others));
        suggestions.addAll(titles(typical));
        String words = seen.words().stream().limit(2).map(Topic.Word::term).collect(Collectors.joining(", "));
        suggestions.add(new Suggestion(words, "its leading words"));
        Set<String> known = new HashSet<>();
        suggestions.removeIf(suggestion -> !known.add(suggestion.text().toLowerCase(Locale.ROOT)));
        return suggestions;
    }

    /** The documents of the topic that the model is surest of. */
    static int[] typical(CuratedRun curated, int topic) {
        CuratedTopic about = curated.curation().topic(topic).orElseThrow();
        return IntStream.range(0, curated.run().documents())
                .filter(document -> curated.assignment().of(document) == topic).boxed()
                .sorted(Comparator.comparingDouble((Integer document) -> -share(curated, about, document))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TYPICAL).mapToInt(Integer::intValue).toArray();
    }

    /** The share that the model gives to the topic: to all its parts, or the topic it was split from. */
    private static double share(CuratedRun curated, CuratedTopic topic, int document) {
        double sum = 0;
        for (int part : topic.parts()) {
            int model = part;
            while (curated.curation().topic(model).orElseThrow().splitOf() != null) {
                model = curated.curation().topic(model).orElseThrow().splitOf();
            }
            sum += curated.run().shares().get(document, model);
        }
        return sum;
    }

    private static int[] others(CuratedRun curated, int topic) {
        RandomStream random = RandomStream.of(curated.run().documents(), "reviews of other topics");
        return IntStream.range(0, 4 * TYPICAL).map(i -> random.nextInt(curated.run().documents()))
                .filter(document -> curated.assignment().of(document) != topic).distinct().limit(TYPICAL).toArray();
    }

    private static List<Suggestion> phrases(Topic topic, List<ExploredReview> typical, List<ExploredReview> others) {
        Set<String> words = topic.words().stream().limit(WORDS_OF_TOPIC).flatMap(word -> List.of(word.term().split(" ")).stream())
                .collect(Collectors.toSet());
        Map<String, Integer> here = frequencies(typical);
        Map<String, Integer> elsewhere = frequencies(others);
        Map<String, Double> scores = new HashMap<>();
        here.forEach((phrase, reviews) -> {
            double lift = (reviews + 1.0) / (typical.size() + 1) / ((elsewhere.getOrDefault(phrase, 0) + 1.0) / (others.size() + 1));
            long own = List.of(phrase.split(" ")).stream().filter(words::contains).count();
            if (reviews >= LEAST_REVIEWS && own > 0 && lift > 2) {
                scores.put(phrase, reviews * Math.log(lift) * own);
            }
        });
        List<String> ranked = scores.keySet().stream().sorted(Comparator.comparingDouble((String phrase) -> -scores.get(phrase))
                .thenComparing(Comparator.naturalOrder())).toList();
        List<String> chosen = new ArrayList<>();
        for (String phrase : ranked) {
            boolean said = chosen.stream().anyMatch(other -> (" " + other + " ").contains(" " + phrase + " ")
                    || (" " + phrase + " ").contains(" " + other + " "));
            if (!said && chosen.size() < MOST_PHRASES) {
                chosen.add(phrase);
            }
        }
        return chosen.stream().map(phrase -> new Suggestion(phrase, "said in " + here.get(phrase) + " of " + typical.size()
                + " typical reviews")).toList();
    }

    /** In how many of the reviews each phrase of two words or three stands. */
    private static Map<String, Integer> frequencies(List<ExploredReview> reviews) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (ExploredReview review : reviews) {
            String[] words = (review.title() + " . " + review.text()).toLowerCase(Locale.ROOT).replace("'", "")
                    .split("[^\\p{L}\\p{N}.!?,;:]+|(?=[.!?,;:])|(?<=[.!?,;:])");
            Set<String> phrases = new HashSet<>();
            for (int start = 0; start < words.length; start++) {
                for (int length = 2; length <= LONGEST_PHRASE && start + length <= words.length; length++) {
                    addIfName(words, start, start + length, phrases);
                }
            }
            phrases.forEach(phrase -> frequencies.merge(phrase, 1, Integer::sum));
        }
        return frequencies;
    }

    private static void addIfName(String[] words, int start, int end, Set<String> phrases) {
        boolean usable = !SMALL_WORDS.contains(words[start]) && !SMALL_WORDS.contains(words[end - 1]);
        for (int i = start; i < end && usable; i++) {
            usable = !words[i].isEmpty() && Character.isLetterOrDigit(words[i].charAt(0));
        }
        if (usable) {
            phrases.add(String.join(" ", List.of(words).subList(start, end)));
        }
    }

    private static List<Suggestion> titles(List<ExploredReview> typical) {
        Map<String, Integer> titles = new HashMap<>();
        typical.stream().map(review -> review.title().strip().replaceAll("[\\s.!]+$", "").toLowerCase(Locale.ROOT))
                .filter(title -> title.split("\\s+").length >= 2 && title.length() <= 40)
                .forEach(title -> titles.merge(title, 1, Integer::sum));
        return titles.entrySet().stream().filter(entry -> entry.getValue() >= 2)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TITLES).map(entry -> new Suggestion(entry.getKey(), "the title of " + entry.getValue()
                        + " typical reviews")).toList();
    }
}

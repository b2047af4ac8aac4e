package topicworkbench.testdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import topicworkbench.math.RandomStream;

/**
 * Invented reviews about planted topics, any number of them: review n depends on the seed and n alone. A review speaks of
 * one topic, often of a second, in words that all reviews share for more than half; its stars, date and product depend on the
 * topic. Lengths are log-normal with a mean of 60 words. One word in a hundred is mistyped, so that the vocabulary grows
 * with the corpus as in life; one review in a hundred repeats another, one in two hundred with something added.
 */
final class PlantedReviews {
    static final int TOPICS = 20;
    private static final int SHARED_WORDS = 4_000;
    private static final int TOPIC_WORDS = 400;
    /** Of a topic's words those that only it has; the others are words that all reviews share. */
    private static final int OWN_WORDS = 240;
    private static final int PRODUCTS = 200;
    private static final double MEAN_WORDS = 60;
    private static final double LOG_DEVIATION = 0.6;
    private static final double SHARED_SHARE = 0.6;
    private static final double MISTYPED = 0.01;
    private static final double REPEATED = 0.01;
    private static final double EXTENDED = 0.005;

    private final RandomStream random;
    private final ZipfianWords shared;
    private final List<PlantedTopic> topics;
    private final ZipfianWords products;
    private final List<String> topicNumbers = IntStream.range(0, TOPICS).mapToObj(Integer::toString).toList();
    /** Topics are not equally frequent: the first is talked about most. */
    private final ZipfianWords prevalence = new ZipfianWords(topicNumbers, 10);

    PlantedReviews(long seed) {
        random = RandomStream.of(seed, "invented reviews");
        RandomStream making = RandomStream.of(seed, "invented words");
        List<String> words = InventedWords.of(SHARED_WORDS + TOPICS * OWN_WORDS + PRODUCTS, making);
        shared = new ZipfianWords(words.subList(0, SHARED_WORDS), 20);
        topics = IntStream.range(0, TOPICS).mapToObj(topic -> topic(topic, words, making)).toList();
        products = new ZipfianWords(words.subList(words.size() - PRODUCTS, words.size()), 5);
    }

    private static PlantedTopic topic(int number, List<String> words, RandomStream making) {
        int from = SHARED_WORDS + number * OWN_WORDS;
        List<String> vocabulary = new ArrayList<>(words.subList(from, from + OWN_WORDS));
        Stream.generate(() -> words.get(making.nextInt(SHARED_WORDS))).limit(TOPIC_WORDS - OWN_WORDS)
                .forEach(word -> vocabulary.add(making.nextInt(vocabulary.size()), word));
        double stars = number % 5 < 3 ? 1.7 : number % 5 == 3 ? 4.6 : 3;
        PlantedTopic.Trend[] trends = PlantedTopic.Trend.values();
        return new PlantedTopic(new ZipfianWords(vocabulary, 5), stars, trends[number % trends.length]);
    }

    List<PlantedTopic> topics() {
        return topics;
    }

    InventedReview review(int number) {
        RandomStream fate = random.substream(number);
        double u = fate.nextDouble();
        String id = "R" + (1_000_000_000L + number);
        if (number == 0 || u >= REPEATED + EXTENDED) {
            return original(number, id);
        }
        InventedReview earlier = original(fate.nextInt(number), id);
        return u < REPEATED ? earlier : earlier.copy(id, earlier.text() + " " + shared.draw(fate) + ".");
    }

    private InventedReview original(int number, String id) {
        RandomStream draw = random.substream(-1 - number);
        int main = prevalence.drawRank(draw);
        int second = prevalence.drawRank(draw);
        double mainShare = draw.nextDouble() < 0.5 ? 1 : 0.6 + 0.4 * draw.nextDouble();
        PlantedTopic topic = topics.get(main);
        int product = draw.nextDouble() < 0.5 ? products.drawRank(draw) : main + TOPICS * draw.nextInt(PRODUCTS / TOPICS);
        double stars = topic.drawStars(draw);
        LocalDate date = topic.drawDate(draw);
        int votes = (int) (Math.pow(draw.nextDouble(), 6) * (stars < 3 ? 60 : 20));
        boolean verified = draw.nextDouble() < 0.9;
        String title = title(topic, draw);
        return new InventedReview(id, capitalized(products.words().get(product)) + " " + (100 + product),
                capitalized(products.words().get(product % 8)), (int) stars, title,
                text(topic, topics.get(second), mainShare, draw), date, votes, verified, main);
    }

    private static String title(PlantedTopic topic, RandomStream draw) {
        StringBuilder title = new StringBuilder();
        for (int left = 2 + draw.nextInt(4); left > 0; left--) {
            title.append(title.isEmpty() ? "" : " ").append(topic.words().draw(draw));
        }
        return capitalized(title.toString());
    }

    private String text(PlantedTopic main, PlantedTopic second, double mainShare, RandomStream draw) {
        double logMean = Math.log(MEAN_WORDS) - LOG_DEVIATION * LOG_DEVIATION / 2;
        int words = Math.clamp(Math.round(StrictMath.exp(logMean + LOG_DEVIATION * draw.nextGaussian())), 1, 2_000);
        String betweenSentences = draw.nextDouble() < 0.03 ? "<br />" : " ";
        StringBuilder text = new StringBuilder(9 * words);
        int leftInSentence = 0;
        for (int i = 0; i < words; i++) {
            String word = draw.nextDouble() < SHARED_SHARE ? shared.draw(draw)
                    : (draw.nextDouble() < mainShare ? main : second).words().draw(draw);
            word = draw.nextDouble() < MISTYPED ? mistyped(word, draw) : word;
            if (leftInSentence == 0) {
                text.append(i == 0 ? "" : "." + betweenSentences).append(capitalized(word));
                leftInSentence = 4 + draw.nextInt(12);
            } else {
                text.append(leftInSentence == 5 ? ", " : " ").append(word);
            }
            leftInSentence--;
        }
        return text.append('.').toString();
    }

    private static String mistyped(String word, RandomStream draw) {
        int at = 1 + draw.nextInt(word.length() - 2);
        return draw.nextDouble() < 0.5 ? word.substring(0, at) + word.substring(at + 1)
                : word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    private static String capitalized(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}

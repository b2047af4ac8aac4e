package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.testdata.SharedData;

class TopicUniquenessTest {
    /** Two decimals are logged. */
    private static final double ROUNDING = 0.005 + 1e-9;
    private static final Pattern HEADING = Pattern.compile("Topics from epoch:\\S+ \\(num_topics:(\\d+)\\) \\[.*tu ([\\d.]+)]");
    private static final Pattern SCORED_TOPIC = Pattern.compile("INFO \\d+] \\[([\\d.]+), ([\\d.]+)] (\\S.*)$");
    private static final Pattern UNSCORED_TOPIC = Pattern.compile("INFO \\d+] ((?:\\d+ )+\\d+)$");

    /** A topic list as one worker logged it: words as numbers, the logged TU of each topic and of the model. */
    private record LoggedTopics(int[][] words, double[] tu, double modelTu) { }

    @ParameterizedTest
    @CsvSource({"abcnews-k5-2hosts-2019-wetc.log, 10", "enron-k3-2hosts-2019-wetc-oov.log, 6"})
    void equalsEveryValueSageMakerLogged(String log, int topics) throws IOException {
        int compared = 0;
        for (LoggedTopics logged : readTopics(SharedData.require("sagemaker/ntm-logs/" + log))) {
            double[] tu = TopicUniqueness.of(logged.words);
            for (int k = 0; k < tu.length; k++) {
                assertThat(tu[k]).isCloseTo(logged.tu[k], within(ROUNDING));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(topics);
    }

    @Test
    void meanEqualsTheModelsLoggedValueAlsoWhereWordsAreNumbers() throws IOException {
        List<LoggedTopics> all = readTopics(SharedData.require("sagemaker/ntm-logs/20newsgroups-k20-2hosts-2021-no-vocab.log"));
        assertThat(all).hasSize(2);
        for (LoggedTopics logged : all) {
            assertThat(Arrays.stream(TopicUniqueness.of(logged.words)).average().orElseThrow())
                    .isCloseTo(logged.modelTu, within(ROUNDING));
        }
    }

    @Test
    void equalTopicsShareEveryWord() {
        int[] words = {3, 1, 2};
        assertThat(TopicUniqueness.of(new int[][] {words, words, words})).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0},
                within(1e-12));
    }

    @Test
    void looksAtTwentyWordsOnly() {
        int[] first = new int[21];
        int[] second = new int[21];
        Arrays.setAll(first, i -> i);
        Arrays.setAll(second, i -> 100 + i);
        second[20] = 20;
        assertThat(TopicUniqueness.of(new int[][] {first, second})).containsExactly(1, 1);
    }

    private static List<LoggedTopics> readTopics(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log).stream().map(l -> l.replaceAll("\\e\\[[\\d;]*m", "").strip()).toList();
        Map<String, Integer> numbers = new HashMap<>();
        List<LoggedTopics> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher heading = HEADING.matcher(lines.get(i));
            if (heading.find()) {
                int topics = Integer.parseInt(heading.group(1));
                int[][] words = new int[topics][];
                double[] tu = new double[topics];
                for (int k = 0; k < topics; k++) {
                    Matcher scored = SCORED_TOPIC.matcher(lines.get(i + 1 + k));
                    Matcher unscored = UNSCORED_TOPIC.matcher(lines.get(i + 1 + k));
                    boolean hasScores = scored.find();
                    assertThat(hasScores || unscored.find()).as(lines.get(i + 1 + k)).isTrue();
                    tu[k] = hasScores ? Double.parseDouble(scored.group(2)) : Double.NaN;
                    words[k] = Arrays.stream((hasScores ? scored.group(3) : unscored.group(1)).split(" "))
                            .mapToInt(word -> numbers.computeIfAbsent(word, w -> numbers.size())).toArray();
                }
                found.add(new LoggedTopics(words, tu, Double.parseDouble(heading.group(2))));
            }
        }
        return found;
    }
}

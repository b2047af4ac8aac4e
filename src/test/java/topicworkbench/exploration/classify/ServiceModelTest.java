package topicworkbench.exploration.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.testdata.SharedData;

/** A real artifact asked about texts, against the figures of its own graph. */
class ServiceModelTest {
    private static final TextOptions PLAIN = new TextOptions(1, "none", List.of(), TextOptions.Normalization.NONE, 1, 1, 1.0, 10, 1,
            0, 0);
    /** Words of letters only, which every tokenizer takes as they are. */
    private static final Vocabulary INVENTED = new Vocabulary(IntStream.range(0, 2000).mapToObj(ServiceModelTest::word).toList());

    @TempDir
    private Path folder;

    /** Of a run that has these terms and no documents. */
    private static Corpus corpus(Vocabulary vocabulary) {
        return new Corpus(vocabulary, new CsrCounts(0, vocabulary.size(), new int[1], new int[0], new int[0]), new int[0],
                new Split[0]);
    }

    private static String word(int term) {
        String letters = Integer.toString(term, 26).chars().map(c -> Character.digit(c, 26) + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return "w" + letters;
    }

    private static Path artifact() {
        return SharedData.require("sagemaker/ntm-artifact/model.tar.gz");
    }

    private static JsonObject golden() throws IOException {
        return JsonParser.parseString(Files.readString(SharedData.require("sagemaker/ntm-artifact/forward-golden.json")))
                .getAsJsonObject();
    }

    @Test
    void givesTheTopicsThatTheGoldenFiguresGive() throws IOException {
        TextTopics topics = ServiceModel.read(artifact(), null, corpus(INVENTED), PLAIN);
        for (JsonElement each : golden().getAsJsonArray("cases")) {
            StringBuilder text = new StringBuilder();
            each.getAsJsonObject().getAsJsonObject("doc").asMap().forEach((term, count) ->
                    text.append((word(Integer.parseInt(term)) + ", ").repeat(count.getAsInt())));
            TextTopics.Answer answer = topics.ask("", text.toString());
            JsonArray mean = each.getAsJsonObject().getAsJsonArray("mean");
            double sum = 0;
            for (JsonElement m : mean) {
                sum += Math.exp(Math.max(0, m.getAsDouble()));
            }
            for (int topic = 0; topic < mean.size(); topic++) {
                assertThat(answer.shares()[topic]).as("topic %d of %s", topic, text)
                        .isCloseTo((float) (Math.exp(Math.max(0, mean.get(topic).getAsDouble())) / sum), within(1e-4f));
            }
        }
    }

    @Test
    void aWordSpeaksForTheTopicItLeads() throws IOException {
        Path vocabulary = Files.writeString(folder.resolve("vocab.txt"), String.join("\n", INVENTED.terms()) + "\n");
        TextTopics topics = ServiceModel.read(artifact(), vocabulary, corpus(new Vocabulary(List.of("another", "one"))), PLAIN);
        assertThat(topics.topics()).hasSize(10).allSatisfy(topic -> assertThat(topic.words()).hasSize(10));
        String leading = topics.topics().get(3).words().getFirst().term();
        assertThat(topics.ask("", leading).words().get(3)).containsExactly(leading);
    }

    @Test
    void aVocabularyOfAnotherSizeIsRefusedInWords() {
        assertThatThrownBy(() -> ServiceModel.read(artifact(), null, corpus(new Vocabulary(List.of("a", "b"))), PLAIN))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("knows 2000 terms, but the vocabulary has 2");
    }

    @Test
    void anotherFileIsRefusedInWords() throws IOException {
        Path file = Files.writeString(folder.resolve("model.tar.gz"), "nothing");
        assertThatThrownBy(() -> ServiceModel.read(file, null, corpus(INVENTED), PLAIN)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("is no SageMaker artifact of NTM or LDA");
    }
}

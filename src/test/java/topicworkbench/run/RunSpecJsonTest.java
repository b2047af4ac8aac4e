package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.NtmOptions;

class RunSpecJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"ntm", "lda", "nmf"})
    void givesBackAnEqualSpecification(String algorithm) {
        RunSpec plain = RunSpecs.defaults(algorithm, 33);
        assertThat(RunSpecJson.read(RunSpecJson.write(plain), "spec.json")).isEqualTo(plain);

        RunSpec full = Settings.apply(plain, List.of("min_stars=1.5", "products=a\\,b,c\"d,é\n", "from=2001-02-03",
                "max_characters=10000", "min_df=0.1", "max_df=0.30000000000000004", "embeddings=/a b/c,d.txt", "min_tu=0.6",
                "map_perplexity=30.5,300", "map_exaggeration=2.5", "map=false", "map_learning_rate=1000",
                "map_initialization=topics", "seed=9223372036854775807", "seeds=3", "extra_stop_words=don"))
                .withSource(new ReviewSource(List.of("/x/ü.csv", "none"), Map.of("text", "review,body", "stars", "none")));
        assertThat(RunSpecJson.read(RunSpecJson.write(full), "spec.json")).isEqualTo(full);
    }

    @Test
    void keepsEveryBitOfEveryNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            RunSpec spec = Settings.apply(RunSpecs.defaults("ntm", 20), List.of(
                    "learning_rate=" + (1e-6 + random.nextDouble() / 2), "min_df=" + random.nextDouble() * 1e9,
                    "relevance_lambda=" + random.nextDouble(), "clip_gradient=" + Math.exp(random.nextDouble() * 600)));
            assertThat(RunSpecJson.read(RunSpecJson.write(spec), "spec.json")).isEqualTo(spec);
        }
        assertThat(RunSpecJson.write(RunSpecs.defaults("ntm", 20))).contains("\"clip_gradient\": \"Infinity\"");
    }

    @Test
    void isStable() {
        assertThat(RunSpecJson.write(RunSpecs.defaults("lda", 5)
                .withSource(new ReviewSource(List.of("reviews.csv"), Map.of("text", "body", "stars", "score"))))).isEqualTo("""
                {
                  "schema": 1,
                  "reviews": {
                    "paths": [
                      "reviews.csv"
                    ],
                    "columns": {
                      "stars": "score",
                      "text": "body"
                    }
                  },
                  "filter": {
                    "min_stars": null,
                    "max_stars": null,
                    "products": [],
                    "categories": [],
                    "from": null,
                    "to": null,
                    "verified_only": false,
                    "min_characters": 1,
                    "max_characters": null,
                    "exact_duplicates": true,
                    "near_duplicates": true,
                    "keep_columns": [
                      "all"
                    ]
                  },
                  "text": %s,
                  "model": {
                    "algorithm": "lda",
                    "num_topics": 5,
                    "iterations": 1000,
                    "alpha": 5.0,
                    "beta": 0.01,
                    "optimize_interval": 10,
                    "burn_in": 200,
                    "max_restarts": 10,
                    "max_iterations": 1000,
                    "tol": 1.0E-8
                  },
                  "quality": {
                    "embeddings": null,
                    "relevance_lambda": 0.6,
                    "min_wetc": null,
                    "min_tu": null
                  },
                  "map": {
                    "map": true,
                    "map_perplexity": [
                      30.0
                    ],
                    "map_steps": 500,
                    "map_exaggeration": "auto",
                    "map_early_steps": 250,
                    "map_early_exaggeration": 12.0,
                    "map_learning_rate": "auto",
                    "map_initialization": "pca"
                  },
                  "run": {
                    "seed": 1,
                    "seeds": 1
                  }
                }
                """.formatted(textSection()));
    }

    /** The defaults of text are tuned on real corpora, so that their values are not repeated here; their names are. */
    private static String textSection() {
        String all = RunSpecJson.write(RunSpecs.defaults("ntm", 5));
        String section = all.substring(all.indexOf("\"text\": ") + 8, all.indexOf(",\n  \"model\""));
        assertThat(JsonParser.parseString(section).getAsJsonObject().keySet()).containsExactly("max_ngram",
                "stop_words", "extra_stop_words", "normalization", "min_word_length", "min_df", "max_df",
                "max_features", "min_tokens", "validation_share", "test_share");
        return section;
    }

    @Test
    void whatIsLeftOutKeepsItsRecommendedValue() {
        assertThat(RunSpecJson.read("{}", "spec.json")).isEqualTo(RunSpecs.defaults("ntm", 20));
        assertThat(RunSpecJson.read("""
                {"model": {"epochs": 3, "preset": "sagemaker", "encoder_layers": [60, 40]}, "run": {"seed": 7}}""", "spec.json"))
                .isEqualTo(Settings.apply(RunSpecs.defaults("ntm", 20).withModel(NtmOptions.sagemaker(20)),
                        List.of("relevance_lambda=1", "epochs=3", "encoder_layers=60,40", "seed=7")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"modell\": {}} | Did you mean model?",
        "{\"model\": {\"lerning_rate\": 1}} | Did you mean learning_rate?",
        "{\"text\": {\"learning_rate\": 1}} | text.learning_rate",
        "{\"reviews\": {\"path\": []}} | Did you mean paths?",
        "{\"reviews\": {\"columns\": {\"txt\": \"a\"}}} | txt",
        "{\"schema\": 2} | schema 2",
        "{\"model\": {\"learning_rate\": \"NaN\"}} | is not a number",
        "{\"model\": {\"learning_rate\": NaN}} | is not the JSON of a run",
        "{\"model\": 3} | is not the JSON of a run",
        "{\"model\": {\"epochs\": {}}} | is not the JSON of a run",
        "{\"reviews\": {\"paths\": [{}]}} | is not the JSON of a run",
        "[1, 2] | is not the JSON of a run",
        "{\"model\": | is not the JSON of a run",
        "{} {} | is not the JSON of a run",
        "'' | is empty"})
    void refusesWhatIsNoSpecification(String json, String message) {
        assertThatThrownBy(() -> RunSpecJson.read(json, "spec.json")).isInstanceOf(ExplainedException.class)
                .hasMessageContaining(message).satisfies(e -> assertThat(((ExplainedException) e).remedy()).isNotBlank());
    }
}

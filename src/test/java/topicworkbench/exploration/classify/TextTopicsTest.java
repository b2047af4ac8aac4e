package topicworkbench.exploration.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.SmallReviews;
import topicworkbench.workspace.Workspace;

/** Asked about the reviews it was trained on, a model says what the run says: the same words, the same topics. */
class TextTopicsTest {
    @TempDir
    private Path folder;

    private ExploredRun run(String algorithm, String settings) throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        Path csv = SmallReviews.write(folder.resolve("small.csv"));
        RunSpec spec = Settings.apply(RunSpecs.defaults(algorithm, 3)
                .withSource(new ReviewSource(List.of(csv.toString()), Map.of())), List.of(settings.split(";")));
        RunSummary summary = new LocalPipelineRunner(workspace, 1).start(spec, algorithm, event -> { }).await();
        return ExploredRun.open(workspace.find(summary.id()), ProgressListener.NONE);
    }

    @ParameterizedTest
    @CsvSource({"lda, iterations=20;map=false;normalization=stem;max_ngram=2", "nmf, map=false;max_ngram=3",
        "ntm, epochs=3;map=false;normalization=lemma;min_df=2", "ntm, preset=sagemaker;epochs=2;map=false",
        "ntm, epochs=2;map=false;seeds=2"})
    void saysOfTheRunsReviewsWhatTheRunSays(String algorithm, String settings) throws IOException, InterruptedException {
        ExploredRun run = run(algorithm, settings);
        TextTopics topics = TextTopics.of(run);
        for (int document = 0; document < run.documents(); document += 7) {
            ExploredReview review = run.texts().read(document).getFirst();
            assertThat(topics.ask(review.title(), review.text()).shares()).as("document %d", document)
                    .containsExactly(run.shares().row(document));
        }
        TextTopics.Answer answer = topics.ask("", "My CHARGER! the battery drains… empty within hours, no power");
        int strongest = answer.strongestFirst()[0];
        assertThat(answer.known()).isPositive();
        assertThat(answer.shares()[strongest]).isEqualTo(IntStream.range(0, 3)
                .mapToObj(topic -> answer.shares()[topic]).max(Float::compare).orElseThrow());
        assertThat(topics.ask("", "qwertz 12345 ???").known()).isZero();
        assertThat(topics.ask("", "").known()).isZero();
    }

    @Test
    void namesTheWordsThatSpeakForATopic() throws IOException, InterruptedException {
        ExploredRun run = run("lda", "iterations=100;map=false;alpha=1");
        TextTopics.Answer answer = TextTopics.of(run).ask("", "The battery drains and the courier came late, battery empty.");
        List<String> battery = answer.words().stream().filter(words -> words.contains("battery")).findFirst().orElseThrow();
        assertThat(battery).contains("drains", "empty").doesNotContain("courier").doesNotHaveDuplicates();
        List<String> delivery = answer.words().stream().filter(words -> words.contains("courier")).findFirst().orElseThrow();
        assertThat(delivery).contains("late").doesNotContain("battery");
    }
}

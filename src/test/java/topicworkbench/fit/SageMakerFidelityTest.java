package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.DocumentSource;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vectoriser;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.TopicUniqueness;
import topicworkbench.testdata.NewsgroupMessages;
import topicworkbench.topic.Relevance;

/**
 * The {@code sagemaker} preset against a training of the service: its notebook on 20 Newsgroups reached a validation loss
 * of 6.657 and 6.652 nats per token and a TU of .72 and .74 on its two workers. The messages are prepared as there: words
 * of two letters or more, lemmas, stop words out, the 2,000 most frequent of those in 2 messages to 95% of them, messages
 * of more than 25 tokens, a tenth each for validation and test. Runs where {@code -Dtw.newsgroups} names the unpacked
 * archive of 19,997 messages; performance.md says where it comes from.
 *
 * @see <a href="https://github.com/aws/amazon-sagemaker-examples">ntm_20newsgroups_topic_model.ipynb</a>
 */
class SageMakerFidelityTest {
    private static final String PROPERTY = "tw.newsgroups";
    private static final TextOptions PREPARATION = new TextOptions(1, "english", List.of(), TextOptions.Normalization.LEMMA,
            2, 2, 0.95, 2000, 26, 0.1, 0.1);

    @Test
    void reachesTheServicesLossAndUniqueness() throws IOException {
        String folder = System.getProperty(PROPERTY);
        Assumptions.assumeTrue(folder != null, () -> "skipped: -D" + PROPERTY + " names no folder 20_newsgroups");
        try (Threads threads = new Threads(Threads.available())) {
            Corpus corpus = Vectoriser.vectorise(DocumentSource.of(NewsgroupMessages.read(Path.of(folder))), PREPARATION, 1,
                    threads, ProgressListener.NONE).corpus();
            TrainedModel trained = new NtmTrainer(service(), 1, threads).train(corpus, TrainingListener.NONE);
            double tu = Arrays.stream(TopicUniqueness.of(Relevance.topWords(trained.model().topicTerm(),
                    corpus.counts().columnTotals(), 1, TopicUniqueness.WORDS))).average().orElseThrow();
            System.out.printf("%d documents, epoch %d of %d, validation %.3f, TU %.3f%n", corpus.documents(),
                    trained.best().epoch(), trained.epochsRun(), trained.best().validationTotal(), tu);
            assertThat(corpus.documents()).as("documents (the service: 9,677)").isBetween(9_200, 10_200);
            assertThat(trained.best().validationTotal()).as("validation loss").isCloseTo(6.65, within(0.1));
            assertThat(tu).as("TU").isCloseTo(0.73, within(0.07));
        }
    }

    /** The hyperparameters of that training. */
    private static NtmOptions service() {
        NtmOptions o = NtmOptions.sagemaker(20);
        return new NtmOptions(o.topics(), o.encoderLayers(), o.activation(), o.optimizer(), o.learningRate(), 128, 100, 5,
                0.001, o.batchNorm(), o.clipGradient(), o.rescaleGradient(), o.weightDecay(), o.subSample(), o.latent(),
                o.decoder(), o.initialization(), o.klWarmupEpochs(), o.background(), o.logInput(), o.decoderRate(),
                o.inputDropout(), o.epochDocuments(), o.priorDeviation());
    }
}

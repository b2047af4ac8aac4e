package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.failure.InvalidOptionException;

/** What may be asked of the neural model, to the very bounds. */
class NtmOptionsTest {
    @ParameterizedTest
    @CsvSource({"num_topics, 2, 1000", "learning_rate, 1e-6, 1", "mini_batch_size, 1, 10000", "epochs, 1, 1e9",
        "num_patience_epochs, 1, 1e9", "tolerance, 1e-6, .1", "clip_gradient, 1e-3, Infinity", "rescale_gradient, 1e-3, 1",
        "weight_decay, 0, 1", "sub_sample, 1e-9, 1", "kl_warmup_epochs, 0, 1e9", "decoder_rate, 1e-9, 1", "input_dropout, 0, .999",
        "epoch_documents, 1, Infinity", "prior_deviation, 1e-9, 100", "encoder_layers, 1, 1e6"})
    void takesBothEnds(String name, double least, double most) {
        assertThat(with(name, least).topics()).isPositive();
        assertThat(with(name, most).topics()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"num_topics, 1", "num_topics, 1001", "learning_rate, 9e-7", "learning_rate, 1.01", "mini_batch_size, 0",
        "mini_batch_size, 10001", "epochs, 0", "num_patience_epochs, 0", "tolerance, 9e-7", "tolerance, .11", "clip_gradient, 9e-4",
        "rescale_gradient, 9e-4", "rescale_gradient, 1.01", "weight_decay, -.01", "weight_decay, 1.01", "sub_sample, 0", "sub_sample, 1.01",
        "kl_warmup_epochs, -1", "decoder_rate, 0", "decoder_rate, 1.01", "input_dropout, -.01", "input_dropout, 1", "epoch_documents, .9",
        "prior_deviation, 0", "prior_deviation, 101", "encoder_layers, 0", "learning_rate, NaN", "prior_deviation, NaN"})
    void refusesWhatIsBeyondByItsName(String name, double value) {
        assertThatThrownBy(() -> with(name, value)).isInstanceOf(InvalidOptionException.class).hasMessageContaining(name);
    }

    @Test
    void bothPresetsAreOfTheNeuralModel() {
        assertThat(NtmOptions.sagemaker(2).algorithm()).isEqualTo("ntm");
        assertThat(NtmOptions.recommended(1000).algorithm()).isEqualTo("ntm");
    }

    /** The recommended ones, one of them changed. */
    private static NtmOptions with(String name, double value) {
        NtmOptions o = NtmOptions.recommended(6);
        int whole = (int) value;
        return new NtmOptions(name.equals("num_topics") ? whole : o.topics(),
                name.equals("encoder_layers") ? List.of(10, whole) : o.encoderLayers(), o.activation(), o.optimizer(),
                name.equals("learning_rate") ? value : o.learningRate(), name.equals("mini_batch_size") ? whole : o.miniBatchSize(),
                name.equals("epochs") ? whole : o.epochs(), name.equals("num_patience_epochs") ? whole : o.patienceEpochs(),
                name.equals("tolerance") ? value : o.tolerance(), o.batchNorm(), name.equals("clip_gradient") ? value : o.clipGradient(),
                name.equals("rescale_gradient") ? value : o.rescaleGradient(), name.equals("weight_decay") ? value : o.weightDecay(),
                name.equals("sub_sample") ? value : o.subSample(), o.latent(), o.decoder(), o.initialization(),
                name.equals("kl_warmup_epochs") ? whole : o.klWarmupEpochs(), o.background(), o.logInput(),
                name.equals("decoder_rate") ? value : o.decoderRate(), name.equals("input_dropout") ? value : o.inputDropout(),
                name.equals("epoch_documents") ? value : o.epochDocuments(),
                name.equals("prior_deviation") ? value : o.priorDeviation());
    }
}

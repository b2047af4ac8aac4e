package topicworkbench.fit;

import java.util.List;
import topicworkbench.failure.InvalidOptionException;

/**
 * Hyperparameters of the neural topic model. The first block are SageMaker's, with its names and ranges; the second
 * are ours and leave SageMaker's model unchanged at the values of {@link #sagemaker(int)}.
 *
 * @param topics             num_topics, 2 to 1000
 * @param encoderLayers      widths of the hidden layers; empty means SageMaker's {@code auto}: 3 x topics, 2 x topics
 * @param activation         encoder_layers_activation
 * @param optimizer          optimizer
 * @param learningRate       learning_rate, 1e-6 to 1
 * @param miniBatchSize      mini_batch_size, 1 to 10000 documents
 * @param epochs             epochs, 1 or more
 * @param patienceEpochs     num_patience_epochs, 1 or more; above epochs disables early stopping
 * @param tolerance          tolerance, 1e-6 to 0.1, in nats per token
 * @param batchNorm          batch_norm
 * @param clipGradient       clip_gradient, 1e-3 or more; infinity does not clip
 * @param rescaleGradient    rescale_gradient, 1e-3 to 1
 * @param weightDecay        weight_decay, 0 to 1
 * @param subSample          sub_sample, share of the training documents drawn per epoch, above 0 to 1
 * @param latent             how z becomes the decoder's input
 * @param decoder            how topics become word probabilities
 * @param initialization     where topics start
 * @param klWarmupEpochs     epochs over which the KL term grows to its full weight; 0 is at once
 * @param background         add the corpus's own log word frequencies to every topic
 * @param logInput           the encoder sees log(1 + count) instead of the count
 * @param decoderRate        factor of learning_rate for the decoder, above 0 to 1; a small one keeps the topics near
 *                           where they started while the encoder learns to find them (not with ADADELTA, which knows no
 *                           learning rate)
 * @param inputDropout       input_dropout, share of its words that the encoder does not see while learning, 0 to below 1
 * @param epochDocuments     epoch_documents, most documents an epoch draws, 1 or more, or infinity; of a larger corpus every
 *                           epoch draws others, and topics start from as many. It bounds the time a large corpus takes
 * @param priorDeviation     prior_deviation, above 0 to 100: the documents' latent variables have this standard deviation in
 *                           the prior. 1 is SageMaker's, at which a softmax spreads every document over several topics; a
 *                           greater one gives documents fewer topics
 */
public record NtmOptions(int topics, List<Integer> encoderLayers, Activation activation, Optimizer optimizer,
        double learningRate, int miniBatchSize, int epochs, int patienceEpochs, double tolerance, boolean batchNorm,
        double clipGradient, double rescaleGradient, double weightDecay, double subSample, Latent latent,
        Decoder decoder, Initialization initialization, int klWarmupEpochs, boolean background, boolean logInput,
        double decoderRate, double inputDropout, double epochDocuments,
        double priorDeviation)
        implements ModelOptions {

    /** Between the encoder's layers. */
    public enum Activation { SIGMOID, TANH, RELU }

    /** The service's five update rules. */
    public enum Optimizer { SGD, ADAM, ADAGRAD, ADADELTA, RMSPROP }

    /** How the sampled Gaussian becomes topic weights: SageMaker's rectifier, or a distribution over topics. */
    public enum Latent { RELU, SOFTMAX }

    /** SageMaker's softmax over summed logits, or a mixture of one word distribution a topic. */
    public enum Decoder { LOGITS, MIXTURE }

    /** Random weights, or topics found by non-negative matrix factorisation. */
    public enum Initialization { RANDOM, NMF }

    public NtmOptions {
        encoderLayers = List.copyOf(encoderLayers);
        InvalidOptionException.unless(topics >= 2 && topics <= 1000, "num_topics", topics, "Give 2 to 1000.");
        InvalidOptionException.unless(encoderLayers.stream().allMatch(w -> w >= 1), "encoder_layers", encoderLayers,
                "Give auto, or widths of 1 or more separated by commas.");
        InvalidOptionException.unless(learningRate >= 1e-6 && learningRate <= 1, "learning_rate", learningRate, "Give 1e-6 to 1.");
        InvalidOptionException.unless(miniBatchSize >= 1 && miniBatchSize <= 10_000, "mini_batch_size", miniBatchSize, "Give 1 to 10000.");
        InvalidOptionException.unless(epochs >= 1, "epochs", epochs, "Give 1 or more.");
        InvalidOptionException.unless(patienceEpochs >= 1, "num_patience_epochs", patienceEpochs, "Give 1 or more.");
        InvalidOptionException.unless(tolerance >= 1e-6 && tolerance <= 0.1, "tolerance", tolerance, "Give 1e-6 to 0.1.");
        InvalidOptionException.unless(clipGradient >= 1e-3, "clip_gradient", clipGradient, "Give 0.001 or more, or Infinity.");
        InvalidOptionException.unless(rescaleGradient >= 1e-3 && rescaleGradient <= 1, "rescale_gradient", rescaleGradient,
                "Give 0.001 to 1.");
        InvalidOptionException.unless(weightDecay >= 0 && weightDecay <= 1, "weight_decay", weightDecay, "Give 0 to 1.");
        InvalidOptionException.unless(subSample > 0 && subSample <= 1, "sub_sample", subSample, "Give a share above 0 and up to 1.");
        InvalidOptionException.unless(klWarmupEpochs >= 0, "kl_warmup_epochs", klWarmupEpochs, "Give 0 or more.");
        InvalidOptionException.unless(decoderRate > 0 && decoderRate <= 1, "decoder_rate", decoderRate,
                "Give a factor above 0 and up to 1.");
        InvalidOptionException.unless(inputDropout >= 0 && inputDropout < 1, "input_dropout", inputDropout,
                "Give a share from 0 to below 1.");
        InvalidOptionException.unless(epochDocuments >= 1, "epoch_documents", epochDocuments, "Give 1 or more, or Infinity.");
        InvalidOptionException.unless(priorDeviation > 0 && priorDeviation <= 100, "prior_deviation", priorDeviation,
                "Give a number above 0 and up to 100.");
        if (decoder == Decoder.MIXTURE && latent != Latent.SOFTMAX) {
            throw new InvalidOptionException("decoder", "The mixture decoder needs topic weights that sum to 1.",
                    "Set latent to softmax, or decoder to logits.");
        }
    }

    /** The service's model and defaults, for parity with SageMaker. */
    public static NtmOptions sagemaker(int topics) {
        return new NtmOptions(topics, List.of(), Activation.SIGMOID, Optimizer.ADADELTA, 0.01, 256, 50, 3, 0.001,
                false, Double.POSITIVE_INFINITY, 1, 0, 1, Latent.RELU, Decoder.LOGITS, Initialization.RANDOM, 0,
                false, false, 1, 0, Double.POSITIVE_INFINITY, 1);
    }

    /** What measured best; see the decision page on the recommended preset. */
    public static NtmOptions recommended(int topics) {
        return new NtmOptions(topics, List.of(), Activation.SIGMOID, Optimizer.ADAM, 0.002, 256, 30, 31, 0.001,
                true, Double.POSITIVE_INFINITY, 1, 0, 1, Latent.SOFTMAX, Decoder.MIXTURE, Initialization.NMF, 10,
                true, true, 0.05, 0.5, 20_000, 2);
    }

    @Override
    public String algorithm() {
        return "ntm";
    }
}

package topicworkbench.run;

import static topicworkbench.run.SettingKind.NUMBER;
import static topicworkbench.run.SettingKind.NUMBER_OR_INFINITY;
import static topicworkbench.run.SettingKind.WIDTHS;

import java.util.List;
import java.util.stream.Stream;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.run.Setting.Section;

/** Algorithm and hyperparameters, setting by setting; names are SageMaker's where it has them. */
final class ModelSettings {
    static final String ALGORITHM = "algorithm";
    static final String PRESET = "preset";

    private static final List<Setting> SHARED = new SettingTable<>(Section.MODEL, null, RunSpec::model)
            .addChoice(ALGORITHM, RunSpecs.ALGORITHMS, "Neural topic model, latent Dirichlet allocation, or non-negative matrix factorisation",
                    ModelOptions::algorithm)
            .addCount("num_topics", "2 to 1000", "Number of topics", ModelOptions::topics)
            .rows();

    private static final List<Setting> NTM = new SettingTable<>(Section.MODEL, RunSpecs.NTM,
            spec -> (NtmOptions) spec.model())
            .addChoice(PRESET, RunSpecs.PRESETS, "Sets every hyperparameter below: what measured best, or the service's defaults",
                    RunSpecs::presetOf)
            .add("encoder_layers", WIDTHS, "auto, or widths of 1 or more separated by commas",
                    "Widths of the hidden layers; auto is 3 and 2 times the topics", NtmOptions::encoderLayers)
            .addChoice("encoder_layers_activation", NtmOptions.Activation.class, "Between the encoder's layers",
                    NtmOptions::activation)
            .addChoice("optimizer", NtmOptions.Optimizer.class, "How weights are updated", NtmOptions::optimizer)
            .add("learning_rate", NUMBER, "1e-6 to 1", "Size of an update; adadelta finds its own and ignores it",
                    NtmOptions::learningRate)
            .addCount("mini_batch_size", "1 to 10000", "Documents an update sees", NtmOptions::miniBatchSize)
            .addCount("epochs", "1 or more", "Most passes over the documents", NtmOptions::epochs)
            .addCount("num_patience_epochs", "1 or more", "Bad epochs before training stops; above epochs never stops",
                    NtmOptions::patienceEpochs)
            .add("tolerance", NUMBER, "1e-6 to 0.1", "Least gain of a good epoch, in nats per token",
                    NtmOptions::tolerance)
            .addFlag("batch_norm", "Normalize activations within a batch", NtmOptions::batchNorm)
            .add("clip_gradient", NUMBER_OR_INFINITY, "0.001 or more, or Infinity", "Largest gradient component",
                    NtmOptions::clipGradient)
            .add("rescale_gradient", NUMBER, "0.001 to 1", "Factor on every gradient", NtmOptions::rescaleGradient)
            .add("weight_decay", NUMBER, "0 to 1", "Pull of the weights towards zero", NtmOptions::weightDecay)
            .add("sub_sample", NUMBER, "above 0, up to 1", "Share of the documents drawn each epoch",
                    NtmOptions::subSample)
            .addChoice("latent", NtmOptions.Latent.class, "How the sampled code becomes topic weights",
                    NtmOptions::latent)
            .addChoice("decoder", NtmOptions.Decoder.class, "How topics become word probabilities",
                    NtmOptions::decoder)
            .addChoice("initialization", NtmOptions.Initialization.class, "Where topics start",
                    NtmOptions::initialization)
            .addCount("kl_warmup_epochs", "0 or more", "Epochs over which the KL term grows to its full weight",
                    NtmOptions::klWarmupEpochs)
            .addFlag("background", "Add the corpus's own word frequencies to every topic", NtmOptions::background)
            .addFlag("log_input", "The encoder sees log(1 + count)", NtmOptions::logInput)
            .add("decoder_rate", NUMBER, "above 0, up to 1",
                    "Factor of learning_rate for the topics; a small one keeps them near their start",
                    NtmOptions::decoderRate)
            .add("epoch_documents", NUMBER_OR_INFINITY, "1 or more, or Infinity",
                    "Most documents of an epoch; of more, every epoch draws others", NtmOptions::epochDocuments)
            .rows();

    private static final List<Setting> LDA = new SettingTable<>(Section.MODEL, RunSpecs.LDA,
            spec -> (LdaOptions) spec.model())
            .addCount("iterations", "1 or more", "Sweeps over all tokens", LdaOptions::iterations)
            .add("alpha", NUMBER, "a number above 0", "Document-topic prior, summed over topics", LdaOptions::alpha)
            .add("beta", NUMBER, "a number above 0", "Topic-word prior of each term", LdaOptions::beta)
            .addCount("optimize_interval", "0 or more", "Sweeps between re-estimations of the priors; 0 keeps them",
                    LdaOptions::optimizeInterval)
            .addCount("burn_in", "0 or more", "Sweeps before the first re-estimation", LdaOptions::burnIn)
            .rows();

    private static final List<Setting> NMF = new SettingTable<>(Section.MODEL, RunSpecs.NMF,
            spec -> (NmfOptions) spec.model())
            .addCount("max_iterations", "1 or more", "Most passes over documents and topics", NmfOptions::iterations)
            .add("convergence", NUMBER, "0 to below 1",
                    "Share of the first pass's gradient at which training ends; 0 makes every pass",
                    NmfOptions::tolerance)
            .addChoice("document_scaling", NmfOptions.DocumentScaling.class,
                    "Documents weigh by what they say, the longest held back, or all the same",
                    NmfOptions::documentScaling)
            .rows();

    static final List<Setting> ROWS = Stream.of(SHARED, NTM, LDA, NMF).flatMap(List::stream).toList();

    private ModelSettings() { }

    static ModelOptions build(SettingValues values) {
        return switch (values.text(ALGORITHM)) {
            case RunSpecs.LDA -> lda(values);
            case RunSpecs.NMF -> nmf(values);
            default -> ntm(values);
        };
    }

    private static NtmOptions ntm(SettingValues values) {
        return new NtmOptions(values.count("num_topics"), values.widths("encoder_layers"),
                values.choice("encoder_layers_activation", NtmOptions.Activation.class),
                values.choice("optimizer", NtmOptions.Optimizer.class), values.number("learning_rate"),
                values.count("mini_batch_size"), values.count("epochs"), values.count("num_patience_epochs"),
                values.number("tolerance"), values.flag("batch_norm"), values.number("clip_gradient"),
                values.number("rescale_gradient"), values.number("weight_decay"), values.number("sub_sample"),
                values.choice("latent", NtmOptions.Latent.class), values.choice("decoder", NtmOptions.Decoder.class),
                values.choice("initialization", NtmOptions.Initialization.class), values.count("kl_warmup_epochs"),
                values.flag("background"), values.flag("log_input"), values.number("decoder_rate"),
                values.number("epoch_documents"));
    }

    private static LdaOptions lda(SettingValues values) {
        return new LdaOptions(values.count("num_topics"), values.count("iterations"), values.number("alpha"),
                values.number("beta"), values.count("optimize_interval"), values.count("burn_in"));
    }

    private static NmfOptions nmf(SettingValues values) {
        return new NmfOptions(values.count("num_topics"), values.count("max_iterations"), values.number("convergence"),
                values.choice("document_scaling", NmfOptions.DocumentScaling.class));
    }
}

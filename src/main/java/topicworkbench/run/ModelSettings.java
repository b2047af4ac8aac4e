package topicworkbench.run;

import static topicworkbench.run.SettingKind.NUMBER;
import static topicworkbench.run.SettingKind.NUMBER_OR_INFINITY;
import static topicworkbench.run.SettingKind.WIDTHS;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.fit.ServiceLdaOptions;
import topicworkbench.run.Setting.Section;

/** Algorithm and hyperparameters, setting by setting; names are SageMaker's where it has them. */
final class ModelSettings {
    static final String ALGORITHM = "algorithm";
    static final String PRESET = "preset";
    private static final String LEARNING_RATE = "learning_rate";
    private static final String DECODER_RATE = "decoder_rate";
    private static final String OPTIMIZE_INTERVAL = "optimize_interval";
    private static final String BURN_IN = "burn_in";
    private static final String PASSES = "passes";
    /** What {@link #PASSES} was called before LDA brought the service's setting of that name. */
    private static final String FORMER_PASSES = "max_iterations";

    private static final List<Setting> SHARED = new SettingTable<>(Section.MODEL, null, RunSpec::model)
            .addChoice(ALGORITHM, RunSpecs.ALGORITHMS,
                    "Neural topic model, latent Dirichlet allocation, or non-negative matrix factorization",
                    ModelOptions::algorithm)
            .addCount("num_topics", "2 to 1000", "Number of topics; more are finer, overlap more and train slower",
                    ModelOptions::topics)
            .rows();

    private static final List<Setting> NTM = new SettingTable<>(Section.MODEL, RunSpecs.NTM,
            spec -> (NtmOptions) spec.model())
            .addChoice(PRESET, RunSpecs.PRESETS,
                    "Sets every hyperparameter: what measured best, or the service's defaults",
                    RunSpecs::presetOf)
            .add("encoder_layers", WIDTHS, "auto, or widths of 1 or more separated by commas",
                    "Widths of the hidden layers; wider ones fit finer patterns, train slower and overfit sooner; "
                    + "auto is 3 and 2 times the topics", NtmOptions::encoderLayers)
            .addChoice("encoder_layers_activation", NtmOptions.Activation.class,
                    "Function between the encoder's layers; sigmoid is the service's, relu learns faster and less "
                    + "steadily",
                    NtmOptions::activation)
            .addChoice("optimizer", NtmOptions.Optimizer.class,
                    "How weights are updated; adadelta finds its own step, the others want a fitting learning_rate",
                    NtmOptions::optimizer)
            .add(LEARNING_RATE, NUMBER, "1e-6 to 1",
                    "Size of an update; a higher one learns faster until it no longer settles; adadelta ignores it",
                    NtmOptions::learningRate)
            .addCount("mini_batch_size", "1 to 10000",
                    "Documents an update sees; more make an epoch faster, with fewer and steadier updates",
                    NtmOptions::miniBatchSize)
            .addCount("epochs", "1 or more", "Most passes over the documents; more take longer and settle further",
                    NtmOptions::epochs)
            .addCount("num_patience_epochs", "1 or more",
                    "Bad epochs before training stops; more wait longer, above epochs it never stops",
                    NtmOptions::patienceEpochs)
            .add("tolerance", NUMBER, "1e-6 to 0.1",
                    "Least gain of a good epoch, in nats per token; a higher one stops sooner",
                    NtmOptions::tolerance)
            .addFlag("batch_norm", "Normalize activations within a batch: steadier training, topics further apart",
                    NtmOptions::batchNorm)
            .add("clip_gradient", NUMBER_OR_INFINITY, "0.001 or more, or Infinity",
                    "Largest gradient component; a higher one lets more of a violent update through",
                    NtmOptions::clipGradient)
            .add("rescale_gradient", NUMBER, "0.001 to 1",
                    "Factor on every gradient; a lower one makes updates smaller", NtmOptions::rescaleGradient)
            .add("weight_decay", NUMBER, "0 to 1",
                    "Pull of the weights towards zero; a higher one gives plainer topics and prevents overfitting",
                    NtmOptions::weightDecay)
            .add("sub_sample", NUMBER, "above 0, up to 1",
                    "Share of the documents drawn each epoch; a lower one makes epochs faster and noisier",
                    NtmOptions::subSample)
            .addChoice("latent", NtmOptions.Latent.class,
                    "How a document's code becomes topic weights: relu as the service does, softmax for shares that "
                    + "sum to 1",
                    NtmOptions::latent)
            .add("prior_deviation", NUMBER, "above 0, up to 100",
                    "How far documents' codes spread before they become topic weights; a higher one gives each document "
                    + "fewer topics", NtmOptions::priorDeviation)
            .addChoice("decoder", NtmOptions.Decoder.class,
                    "How topics become word probabilities: logits add up as in the service, mixture keeps one word "
                    + "distribution a topic",
                    NtmOptions::decoder)
            .addChoice("initialization", NtmOptions.Initialization.class,
                    "Where topics start: at random, or at those of non-negative matrix factorization",
                    NtmOptions::initialization)
            .addCount("kl_warmup_epochs", "0 or more",
                    "Epochs over which the KL term grows to its full weight; more keep topics from merging early",
                    NtmOptions::klWarmupEpochs)
            .addFlag("background",
                    "Add the corpus's own word frequencies to every topic, so that topics hold what is particular",
                    NtmOptions::background)
            .addFlag("log_input", "The encoder sees log(1 + count), so that long reviews count for less",
                    NtmOptions::logInput)
            .add(DECODER_RATE, NUMBER, "above 0, up to 1",
                    "Factor of learning_rate for the topics; a small one keeps them near their start",
                    NtmOptions::decoderRate)
            .add("input_dropout", NUMBER, "0 to below 1", "Share of its words that the encoder does not see while learning",
                    NtmOptions::inputDropout)
            .add("epoch_documents", NUMBER_OR_INFINITY, "1 or more, or Infinity",
                    "Most documents of an epoch; of more, every epoch draws others", NtmOptions::epochDocuments)
            .rows();

    private static final List<Setting> LDA = new SettingTable<>(Section.MODEL, RunSpecs.LDA,
            spec -> (LdaOptions) spec.model())
            .addCount("iterations", "1 or more", "Sweeps over all tokens; more take longer and settle further",
                    LdaOptions::iterations)
            .add("alpha", NUMBER, "a number above 0",
                    "Document-topic prior, summed over topics (the service's alpha0); a higher one mixes more topics "
                    + "into a document", LdaOptions::alpha)
            .add("beta", NUMBER, "a number above 0", "Topic-word prior of each term; a higher one gives broader topics",
                    LdaOptions::beta)
            .addCount(OPTIMIZE_INTERVAL, "0 or more",
                    "Sweeps between re-estimations of the priors; more adapt them less often, 0 keeps them",
                    LdaOptions::optimizeInterval)
            .addCount(BURN_IN, "0 or more", "Sweeps before the first re-estimation; more let topics settle first",
                    LdaOptions::burnIn)
            .addCount("max_restarts", "1 or more",
                    "Only on SageMaker: restarts of its decomposition; more find better topics and take longer",
                    options -> options.service().maxRestarts())
            .addCount("max_iterations", "1 or more",
                    "Only on SageMaker: most iterations of its decomposition; more take longer and settle further",
                    options -> options.service().maxIterations())
            .add("tol", NUMBER, "a number above 0",
                    "Only on SageMaker: error at which its decomposition ends; a higher one stops sooner",
                    options -> options.service().tolerance())
            .rows();

    private static final List<Setting> NMF = new SettingTable<>(Section.MODEL, RunSpecs.NMF,
            spec -> (NmfOptions) spec.model())
            .addCount(PASSES, "1 or more",
                    "Most passes over documents and topics; more take longer and settle further",
                    NmfOptions::iterations)
            .add("convergence", NUMBER, "0 to below 1",
                    "Share of the first pass's gradient at which training ends; a higher one stops sooner, 0 makes "
                    + "every pass",
                    NmfOptions::tolerance)
            .addChoice("document_scaling", NmfOptions.DocumentScaling.class,
                    "Documents weigh by what they say, the longest held back, or all the same",
                    NmfOptions::documentScaling)
            .rows();

    static final List<Setting> ROWS = Stream.of(SHARED, NTM, LDA, NMF).flatMap(List::stream).toList();

    private ModelSettings() { }

    /** The name today of what older files and commands call {@code name} in a run of this algorithm. */
    static String current(String name, String algorithm) {
        return algorithm.equals(RunSpecs.NMF) && name.equals(FORMER_PASSES) ? PASSES : name;
    }

    /** See {@link Settings#whyIdle}. */
    static Optional<String> whyIdle(String name, ModelOptions model) {
        return switch (model) {
            case NtmOptions ntm when ntm.optimizer() == NtmOptions.Optimizer.ADADELTA
                    && (name.equals(LEARNING_RATE) || name.equals(DECODER_RATE)) ->
                Optional.of("Changes nothing: the optimizer adadelta has no learning rate, it finds its own step.");
            case LdaOptions lda when lda.optimizeInterval() == 0 && name.equals(BURN_IN) ->
                Optional.of("Changes nothing: with " + OPTIMIZE_INTERVAL + " 0 the priors are kept.");
            default -> Optional.empty();
        };
    }

    static ModelOptions build(SettingValues values) {
        String algorithm = values.text(ALGORITHM);
        return switch (algorithm) {
            case RunSpecs.LDA -> lda(values);
            case RunSpecs.NMF -> nmf(values);
            case RunSpecs.NTM -> ntm(values);
            default -> throw new IllegalArgumentException("algorithm " + algorithm);
        };
    }

    private static NtmOptions ntm(SettingValues values) {
        return new NtmOptions(values.count("num_topics"), values.widths("encoder_layers"),
                values.choice("encoder_layers_activation", NtmOptions.Activation.class),
                values.choice("optimizer", NtmOptions.Optimizer.class), values.number(LEARNING_RATE),
                values.count("mini_batch_size"), values.count("epochs"), values.count("num_patience_epochs"),
                values.number("tolerance"), values.flag("batch_norm"), values.number("clip_gradient"),
                values.number("rescale_gradient"), values.number("weight_decay"), values.number("sub_sample"),
                values.choice("latent", NtmOptions.Latent.class), values.choice("decoder", NtmOptions.Decoder.class),
                values.choice("initialization", NtmOptions.Initialization.class), values.count("kl_warmup_epochs"),
                values.flag("background"), values.flag("log_input"), values.number(DECODER_RATE), values.number("input_dropout"),
                values.number("epoch_documents"), values.number("prior_deviation"));
    }

    private static LdaOptions lda(SettingValues values) {
        return new LdaOptions(values.count("num_topics"), values.count("iterations"), values.number("alpha"),
                values.number("beta"), values.count(OPTIMIZE_INTERVAL), values.count(BURN_IN),
                new ServiceLdaOptions(values.count("max_restarts"), values.count("max_iterations"), values.number("tol")));
    }

    private static NmfOptions nmf(SettingValues values) {
        return new NmfOptions(values.count("num_topics"), values.count(PASSES), values.number("convergence"),
                values.choice("document_scaling", NmfOptions.DocumentScaling.class));
    }
}

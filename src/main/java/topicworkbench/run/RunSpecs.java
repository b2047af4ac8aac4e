package topicworkbench.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.corpus.TextOptions;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.LdaOptions;
import topicworkbench.fit.ModelOptions;
import topicworkbench.fit.NmfOptions;
import topicworkbench.fit.NtmOptions;
import topicworkbench.topic.Relevance;

/** Specifications to start from. */
public final class RunSpecs {
    public static final String NTM = "ntm";
    public static final String LDA = "lda";
    public static final String NMF = "nmf";
    public static final List<String> ALGORITHMS = List.of(NTM, LDA, NMF);
    /** Which of them SageMaker has. */
    static final List<String> OF_THE_SERVICE = List.of(NTM, LDA);
    public static final int DEFAULT_TOPICS = 20;

    /** How the address of reviews in the cloud begins. */
    public static final String S3 = "s3://";

    static final String RECOMMENDED = "recommended";
    static final String SAGEMAKER = "sagemaker";
    /** What {@code preset} reads where some hyperparameter was changed; setting it changes nothing. */
    static final String CUSTOM = "custom";
    static final List<String> PRESETS = List.of(RECOMMENDED, SAGEMAKER, CUSTOM);

    private RunSpecs() { }

    /**
     * The recommended specification, still without reviews.
     *
     * @param algorithm {@code ntm}, {@code lda} or {@code nmf}
     * @param topics    2 to 1000
     * @throws topicworkbench.failure.InvalidOptionException if either is something else
     */
    public static RunSpec defaults(String algorithm, int topics) {
        String known = (String) Settings.named(ModelSettings.ALGORITHM).parse(algorithm);
        return new RunSpec(new ReviewSource(List.of(), Map.of()), ReviewFilter.DEFAULTS, TextOptions.DEFAULTS,
                recommended(known, topics), null, Relevance.DEFAULT_LAMBDA, QualityGate.NONE,
                MapOptions.DEFAULTS, 1, 1, CloudOptions.DEFAULTS);
    }

    /**
     * What a run of this algorithm is compared with: the defaults, with the hyperparameters of a preset.
     *
     * @param preset {@code recommended} or, of an algorithm that has one, {@code sagemaker}
     */
    public static RunSpec base(String algorithm, String preset) {
        RunSpec defaults = defaults(algorithm, DEFAULT_TOPICS);
        return hasPresets(algorithm) ? Settings.apply(defaults, Map.of(ModelSettings.PRESET, preset)) : defaults;
    }

    /** The preset from which the fewest settings of a specification differ. */
    public static String nearestPreset(RunSpec spec) {
        String algorithm = spec.model().algorithm();
        return !hasPresets(algorithm) ? RECOMMENDED : Stream.of(RECOMMENDED, SAGEMAKER).min(Comparator
                .comparingLong(preset -> differences(spec, base(algorithm, preset)))).orElseThrow();
    }

    public static boolean hasPresets(String algorithm) {
        return Settings.named(ModelSettings.PRESET).appliesTo(algorithm);
    }

    private static long differences(RunSpec spec, RunSpec base) {
        return Settings.forAlgorithm(spec.model().algorithm()).stream()
                .filter(setting -> !setting.read(spec).equals(setting.read(base))).count();
    }

    /** @throws InvalidOptionException if the specification names no reviews */
    public static void requireReviews(RunSpec spec) {
        if (spec.source().paths().isEmpty()) {
            throw new InvalidOptionException("reviews", "No reviews are chosen.",
                    "Choose files or a folder, or use the sample; a command does it with --reviews, --sample or --spec.");
        }
    }

    /**
     * The same run with the other algorithm at its recommended settings, to compare: LDA beside a neural model, a neural
     * model beside any other. Reviews, text, number of topics, seeds, scores and gate stay as they are.
     */
    public static RunSpec counterpart(RunSpec spec) {
        String other = spec.model().algorithm().equals(NTM) ? LDA : NTM;
        return Settings.apply(spec, Map.of(ModelSettings.ALGORITHM, other));
    }

    static ModelOptions recommended(String algorithm, int topics) {
        return switch (algorithm) {
            case LDA -> LdaOptions.recommended(topics);
            case NMF -> NmfOptions.recommended(topics);
            case NTM -> NtmOptions.recommended(topics);
            default -> throw new IllegalArgumentException("algorithm " + algorithm);
        };
    }

    static NtmOptions preset(String name, int topics) {
        return name.equals(SAGEMAKER) ? NtmOptions.sagemaker(topics) : NtmOptions.recommended(topics);
    }

    /**
     * How a preset's words are ranked. The service ranks by weight alone; its weights, without the bias, are a lift
     * already, and dividing by the words' frequencies once more would surface rare words.
     */
    public static double relevanceLambda(String preset) {
        return preset.equals(SAGEMAKER) ? 1 : Relevance.DEFAULT_LAMBDA;
    }

    static String presetOf(NtmOptions options) {
        return List.of(RECOMMENDED, SAGEMAKER).stream()
                .filter(name -> preset(name, options.topics()).equals(options)).findFirst().orElse(CUSTOM);
    }

    /** With paths that mean the same wherever the specification is used again. */
    public static RunSpec absolute(RunSpec spec) {
        List<String> paths = spec.source().paths().stream()
                .map(path -> path.equals(SampleReviews.PATH) || path.startsWith(S3) ? path : absolute(path).toString()).toList();
        String embeddings = spec.embeddings() == null ? null : absolute(spec.embeddings()).toString();
        return spec.withSource(new ReviewSource(paths, spec.source().columns(), spec.source().keep())).withEmbeddings(embeddings);
    }

    private static Path absolute(String path) {
        try {
            return Path.of(path).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new ExplainedException("\"" + path + "\" is no path of a file.", "Check its spelling.", e);
        }
    }
}

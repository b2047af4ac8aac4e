package topicworkbench.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;

/** The options that make a specification: those given override the specification file, or else the defaults. */
final class RunOptions {
    private static final Pattern STARS = Pattern.compile("\\s*([\\d.]+)\\s*(?:-\\s*([\\d.]+)\\s*)?");

    @Option(names = "--reviews", arity = "1..*", paramLabel = "PATH", description = "Files or folders of reviews: CSV, "
            + "TSV, JSON lines, Parquet, or gzip or zstd of these.")
    private List<String> reviews = List.of();

    @Option(names = "--sample", description = "The bundled sample of 5,000 synthetic reviews.")
    private boolean sample;

    @Option(names = "--spec", paramLabel = "FILE", description = "Repeat the run of this spec.json; other options "
            + "override it.")
    private Path specFile;

    @Option(names = "--column", paramLabel = "FIELD=NAME", description = "Which column holds a field (id, title, text, "
            + "stars, product, category, date, helpful_votes, verified), where it is not recognized; no NAME for none.")
    private List<String> columns = List.of();

    @Option(names = "--stars", paramLabel = "RANGE", description = "Keep reviews of these stars: 1-2, 5, or all.")
    private String stars;

    @Option(names = "--algorithm", paramLabel = "NAME", description = "ntm (neural topic model, the default), lda "
            + "(latent Dirichlet allocation) or nmf (non-negative matrix factorization, the fastest).")
    private String algorithm;

    @Option(names = "--preset", paramLabel = "NAME", description = "Of the neural topic model: recommended (the "
            + "default) or sagemaker (the service's defaults).")
    private String preset;

    @Option(names = "--seed", paramLabel = "N", description = "Of every random choice (default: 1).")
    private String seed;

    @Option(names = "--seeds", paramLabel = "N", description = "Train N models from successive seeds and keep what they "
            + "agree on; tells which topics hold still (default: 1).")
    private String seeds;

    @Option(names = "--embeddings", paramLabel = "FILE", description = "Word vectors for WETC: GloVe, word2vec or "
            + "fastText, also gzip (default: trained on the run's own reviews).")
    private String embeddings;

    @Option(names = "--min-wetc", paramLabel = "X", description = "Accept the model only from this mean WETC on.")
    private String minWetc;

    @Option(names = "--min-tu", paramLabel = "X", description = "Accept the model only from this mean TU on.")
    private String minTu;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Any setting of the list below, for example "
            + "--set max_ngram=2; may be repeated.")
    private List<String> assignments = List.of();

    /**
     * @param more settings of options that only some commands have, as {@code name=value}
     * @throws ExplainedException if an option cannot be used or the specification file cannot be read
     */
    RunSpec spec(List<String> more) {
        return spec(specFile == null ? RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS)
                : RunSpecFile.read(specFile), more);
    }

    /** The same on another base. */
    RunSpec spec(RunSpec base, List<String> more) {
        RunSpec spec = Settings.apply(base.withSource(source(base.source())), settings(more));
        RunSpecs.requireReviews(spec);
        return spec;
    }

    /** Whether they say which reviews to read. */
    boolean chooseReviews() {
        return specFile != null || sample || !reviews.isEmpty() || !columns.isEmpty();
    }

    private ReviewSource source(ReviewSource base) {
        List<String> paths = new ArrayList<>(reviews);
        if (sample) {
            paths.add(SampleReviews.PATH);
        }
        Map<String, String> chosen = new HashMap<>(base.columns());
        chosen.putAll(ColumnChoice.parse(columns));
        return new ReviewSource(paths.isEmpty() ? base.paths() : paths, chosen, base.keep());
    }

    /** Whether --set names this setting. */
    boolean sets(String setting) {
        return assignments.stream().anyMatch(assignment -> assignment.strip().startsWith(setting + "="));
    }

    private List<String> settings(List<String> more) {
        List<String> settings = new ArrayList<>(more);
        add(settings, "algorithm", algorithm);
        add(settings, "preset", preset);
        add(settings, "seed", seed);
        add(settings, "seeds", seeds);
        add(settings, "embeddings", embeddings);
        add(settings, "min_wetc", minWetc);
        add(settings, "min_tu", minTu);
        if (stars != null) {
            String[] range = starRange(stars);
            add(settings, "min_stars", range[0]);
            add(settings, "max_stars", range[1]);
        }
        settings.addAll(assignments);
        return settings;
    }

    private static void add(List<String> settings, String name, Object value) {
        if (value != null) {
            settings.add(name + "=" + value);
        }
    }

    private static String[] starRange(String text) {
        if (text.strip().equals("all")) {
            return new String[] {"none", "none"};
        }
        Matcher range = STARS.matcher(text);
        if (!range.matches()) {
            throw new InvalidOptionException("stars", "\"" + text + "\" is no range of stars.",
                    "Write it like 1-2, or 5, or all.");
        }
        return new String[] {range.group(1), range.group(2) == null ? range.group(1) : range.group(2)};
    }
}

package topicworkbench.exploration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.curation.CurationEntry;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.QualityGate;
import topicworkbench.run.RunOrigin;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Settings;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunName;
import topicworkbench.workspace.SelectedReviews;

/**
 * Some of a run's reviews, to be modelled again: what it takes to start that run, and to hang it under what it came from.
 * The reviews are copied, so that either run can be deleted and the other be read.
 *
 * @param spec   the run's own text and model settings, its vocabulary made of these reviews alone
 * @param name   for the new run
 * @param origin what is told of it later
 */
public record Subcategory(RunSpec spec, String name, RunOrigin origin) {
    /** Fewer say nothing that reading them would not say better. */
    public static final int LEAST_REVIEWS = 20;

    private static final int LONGEST_SLUG = 40;
    private static final int LEAST_TOPICS = 3;
    private static final int MOST_TOPICS = 20;
    private static final double REVIEWS_OF_A_TOPIC_SQUARED = 36;
    private static final Map<String, String> COLUMNS = Map.of("id", "id", "title", "title", "text", "text", "stars", "stars",
            "product", "product", "category", "category", "date", "date", "helpful_votes", "helpful_votes", "verified",
            "verified");

    /** For so many reviews: 4 for 500, 8 for 2,000, never more than 20. */
    public static int suggestedTopics(long reviews) {
        return Math.clamp(Math.round(Math.sqrt(reviews / REVIEWS_OF_A_TOPIC_SQUARED)), LEAST_TOPICS, MOST_TOPICS);
    }

    /**
     * Writes the reviews to a file in the run's folder.
     *
     * @param topic id of the topic they are of, or null
     * @param what  what they are called
     * @throws ExplainedException if there are too few of them, or they cannot be written
     */
    public static Subcategory of(ExploredRun run, Selection documents, Integer topic, String what, ProgressListener listener) {
        if (documents.count() < LEAST_REVIEWS) {
            throw new ExplainedException("There are only " + documents.count() + " reviews of \"" + what + "\".",
                    "Subcategories need at least " + LEAST_REVIEWS + " reviews; choose a larger topic, or fewer filters.");
        }
        RunSpec parent = run.folder().spec();
        Path file = write(run, documents, what, listener);
        RunSpec spec = new RunSpec(new ReviewSource(List.of(file.toString()), COLUMNS, run.otherColumns()), everything(), parent.text(),
                parent.model(), parent.embeddings(), parent.relevanceLambda(), QualityGate.NONE, parent.map(), parent.seed(),
                parent.seeds(), CloudOptions.DEFAULTS);
        String name = run.summary().name() + " › " + what;
        return new Subcategory(Settings.apply(spec, List.of("num_topics=" + suggestedTopics(documents.count()))),
                RunName.shortened(name),
                new RunOrigin(run.folder().id(), run.summary().name(), topic, what, documents.count()));
    }

    /** The run has chosen its reviews already, and said which are duplicates. */
    private static ReviewFilter everything() {
        return new ReviewFilter(null, null, List.of(), List.of(), null, null, false, 0, null, false, false);
    }

    private static Path write(ExploredRun run, Selection documents, String what, ProgressListener listener) {
        Path folder = run.folder().files().selections();
        String slug = what.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String stem = slug.substring(0, Math.min(LONGEST_SLUG, slug.length())) + "-" + UUID.randomUUID().toString().substring(0, 4);
        int[] reviews = documents.toArray();
        for (int i = 0; i < reviews.length; i++) {
            reviews[i] = run.reviews()[reviews[i]];
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SelectedReviews.write(run.folder().files().reviews(), reviews, folder.resolve(stem + ".parquet"), listener);
    }

    /** Takes the reviews' file away again: no run was made of it. */
    public void discard() {
        try {
            Files.deleteIfExists(Path.of(spec.source().paths().getFirst()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hangs the run that was started with {@link #spec} under what it came from. */
    public void hang(RunFolder parent, RunFolder child) {
        child.setOrigin(origin);
        if (origin.topic() != null) {
            parent.journal().decide(new CurationEntry.Attach(origin.topic(), child.id()));
        }
    }

    /**
     * The documents of the outer run that count for a topic of a run made of some of its reviews.
     *
     * @throws ExplainedException if the reviews' file is gone, or another is in its place
     */
    public static Selection documentsOf(ExploredRun outer, CuratedRun inner, int topic) {
        int[] places = placesIn(outer, inner);
        return Selection.of(outer.documents(), IntStream.range(0, places.length)
                .filter(document -> inner.assignment().of(document) == topic && places[document] >= 0)
                .map(document -> places[document]).toArray());
    }

    /**
     * The outer run's document that each document of a run made of some of its reviews is; negative for none.
     *
     * @throws ExplainedException if the reviews' file is gone, or another is in its place
     */
    static int[] placesIn(ExploredRun outer, CuratedRun inner) {
        Path file = Path.of(inner.run().folder().spec().source().paths().getFirst());
        int[] origins = SelectedReviews.origins(file, inner.run().folder().files().reviews());
        return IntStream.range(0, inner.run().documents())
                .map(document -> Arrays.binarySearch(outer.reviews(), origins[inner.run().reviews()[document]])).toArray();
    }
}

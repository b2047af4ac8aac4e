package topicworkbench.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.testdata.ExtremeReviews;
import topicworkbench.testdata.ManyRuns;
import topicworkbench.testdata.ReviewGenerator;
import topicworkbench.workspace.Workspace;

/**
 * A workspace that holds more of everything than people have, and the files that it is made of. What is missing in the folder is made,
 * which for a million reviews takes minutes.
 *
 * @param runs     in the list, about
 * @param topics   of one run
 * @param words    in the vocabulary of another
 * @param longest  characters of the longest review
 * @param reviews  of the run with the largest map
 */
record HeavyWorkspace(Path folder, int runs, int topics, int words, int longest, int reviews) {
    static final String MANY_TOPICS = "many topics";
    static final String MANY_WORDS = "many words";
    static final String LONG_REVIEW = "a long review";
    static final String MANY_REVIEWS = "many reviews";

    private static final int REVIEWS_OF_MANY_TOPICS = 20_000;
    private static final int REVIEWS_A_WORD = 5;
    private static final int REVIEWS_BESIDE_THE_LONG_ONE = 2_000;

    Workspace workspace() {
        return new Workspace(folder.resolve("workspace"));
    }

    Path longReview() {
        return folder.resolve("long.json");
    }

    Path manyWords() {
        return folder.resolve("words.csv");
    }

    /** Makes what is not there. */
    void fill() throws IOException, SQLException, InterruptedException {
        Files.createDirectories(folder);
        List<String> there = workspace().runs().stream().map(RunSummary::name).toList();
        if (there.size() < runs) {
            ManyRuns.in(workspace(), runs - there.size());
        }
        Path many = folder.resolve("reviews.csv");
        if (!there.contains(MANY_REVIEWS)) {
            ReviewGenerator.write(reviews, many, 1);
            run(MANY_REVIEWS, many, "epochs=8");
        }
        Path some = folder.resolve("some.csv");
        if (!there.contains(MANY_TOPICS)) {
            ReviewGenerator.write(Math.min(reviews, REVIEWS_OF_MANY_TOPICS), some, 2);
            run(MANY_TOPICS, some, "num_topics=" + topics, "epochs=2");
        }
        if (!Files.exists(manyWords())) {
            ExtremeReviews.ofManyWords(manyWords(), words, REVIEWS_A_WORD);
        }
        if (!there.contains(MANY_WORDS)) {
            run(MANY_WORDS, manyWords(), "epochs=1", "max_features=" + words, "min_df=1", "max_df=1.0", "stop_words=none",
                    "min_word_length=1");
        }
        if (!Files.exists(longReview())) {
            ExtremeReviews.withALongOne(longReview(), longest, REVIEWS_BESIDE_THE_LONG_ONE);
        }
        if (!there.contains(LONG_REVIEW)) {
            run(LONG_REVIEW, longReview(), "epochs=2");
        }
    }

    private void run(String name, Path file, String... settings) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of("preset=sagemaker", "map_early_steps=60", "map_steps=120"));
        all.addAll(List.of(settings));
        RunState end = new LocalPipelineRunner(workspace(), Threads.available()).start(Settings.apply(RunSpecs.defaults(RunSpecs.NTM,
                RunSpecs.DEFAULT_TOPICS).withSource(new ReviewSource(List.of(file.toString()), Map.of())), all), name, event -> { })
                .await().state();
        if (end != RunState.DONE) {
            throw new IllegalStateException(name + ": " + end);
        }
    }
}

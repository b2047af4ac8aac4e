package topicworkbench.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.TextOptions;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.ModelOptions;
import topicworkbench.topic.Relevance;

/**
 * Everything that decides a run's result: the form, the command line and the cloud read and write the same one.
 *
 * @param source          which reviews
 * @param filter          which of them are kept
 * @param text            how text becomes terms
 * @param model           algorithm and hyperparameters
 * @param embeddings      file of word vectors for WETC, or null to train vectors on the run's own reviews
 * @param relevanceLambda how words are ranked for scores and lists, 0 to 1
 * @param gate            what the model must reach
 * @param map             how the documents are laid out in the plane
 * @param seed            of every random choice
 * @param seeds           how many seeds, from {@code seed} on, the model is trained from; of several models the one whose
 *                        topics the others share most is the run's, and how far they share them is its stability
 * @param cloud           where it is executed
 */
public record RunSpec(ReviewSource source, ReviewFilter filter, TextOptions text, ModelOptions model,
        String embeddings, double relevanceLambda, QualityGate gate, MapOptions map, long seed, int seeds,
        CloudOptions cloud) {
    static final int MOST_SEEDS = 100;

    public RunSpec {
        InvalidOptionException.unless(relevanceLambda >= 0 && relevanceLambda <= 1, "relevance_lambda",
                relevanceLambda, "Give a number from 0 to 1; " + Relevance.DEFAULT_LAMBDA + " is usual.");
        InvalidOptionException.unless(seeds >= 1 && seeds <= MOST_SEEDS, "seeds", seeds,
                "Give a number from 1 to " + MOST_SEEDS + "; 5 tell which topics hold still.");
        if (cloud.onAws()) {
            requireWhatTheServiceHas(model, seeds, cloud);
        }
    }

    private static void requireWhatTheServiceHas(ModelOptions model, int seeds, CloudOptions cloud) {
        if (!RunSpecs.OF_THE_SERVICE.contains(model.algorithm())) {
            throw new InvalidOptionException("algorithm", "SageMaker has no algorithm " + model.algorithm() + ".",
                    "Choose ntm or lda, or run it on this computer.");
        }
        if (seeds > 1) {
            throw new InvalidOptionException("seeds", "Several seeds cannot be trained on AWS: its algorithms take no seed.",
                    "Set seeds to 1, or run it on this computer.");
        }
        if (cloud.training() == CloudOptions.Training.TUNE && !model.algorithm().equals(RunSpecs.NTM)) {
            throw new InvalidOptionException("cloud_training", "A tuning job searches settings of ntm, but the algorithm is "
                    + model.algorithm() + ".", "Choose the algorithm ntm, or another cloud_training.");
        }
    }

    /** Those the model is trained from. */
    public List<Long> trainingSeeds() {
        return LongStream.range(0, seeds).map(i -> seed + i).boxed().toList();
    }

    /** Those that a run of this specification goes through, in order. */
    public List<Stage> stages() {
        return Arrays.stream(Stage.values()).filter(stage -> switch (stage) {
            case UPLOAD, FETCH -> cloud.onAws();
            case ENDPOINT -> cloud.onAws() && cloud.endpoint().wanted();
            case MAP -> map.wanted();
            case INGEST, PREPARE, VECTORISE, TRAIN, EVALUATE, GATE -> true;
        }).toList();
    }

    /** Whether the same files are read, filtered and counted in the same way. */
    public boolean hasReviewsOf(RunSpec other) {
        return source.equals(other.source) && filter.equals(other.filter) && text.equals(other.text);
    }

    public RunSpec withSource(ReviewSource newSource) {
        return new RunSpec(newSource, filter, text, model, embeddings, relevanceLambda, gate, map, seed, seeds, cloud);
    }

    public RunSpec withModel(ModelOptions newModel) {
        return new RunSpec(source, filter, text, newModel, embeddings, relevanceLambda, gate, map, seed, seeds, cloud);
    }

    public RunSpec withEmbeddings(String newEmbeddings) {
        return new RunSpec(source, filter, text, model, newEmbeddings, relevanceLambda, gate, map, seed, seeds, cloud);
    }

    public RunSpec withCloud(CloudOptions newCloud) {
        return new RunSpec(source, filter, text, model, embeddings, relevanceLambda, gate, map, seed, seeds, newCloud);
    }

    RunSpec withRelevanceLambda(double newLambda) {
        return new RunSpec(source, filter, text, model, embeddings, newLambda, gate, map, seed, seeds, cloud);
    }
}

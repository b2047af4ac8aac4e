package topicworkbench.run.local;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.math.FloatMatrix;
import topicworkbench.projection.Hellinger;
import topicworkbench.projection.InterTopicMap;
import topicworkbench.projection.Tsne;
import topicworkbench.projection.TsneListener;
import topicworkbench.projection.TsneOptions;
import topicworkbench.run.MapOptions;
import topicworkbench.run.Stage;
import topicworkbench.topic.DocumentMap;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.MapTable;
import topicworkbench.workspace.ModelTables;

/** Lays the documents out in the plane by their topics. */
final class MapStage implements PipelineStage {
    static final String DOCUMENTS = "documents";
    private static final int FEWEST_DOCUMENTS = 10;
    private static final int STEPS_PER_REPORT = 25;

    @Override
    public Stage stage() {
        return Stage.MAP;
    }

    @Override
    public Result run(StageContext context) {
        int documents = Math.toIntExact(context.figure(Stage.VECTORISE, VectoriseStage.DOCUMENTS));
        if (documents < FEWEST_DOCUMENTS) {
            context.note("There is no map: " + documents + " documents are too few to lay out.");
            return Result.of(Map.of());
        }
        context.forgetCorpus();
        TsneOptions options = options(context, documents);
        TsneListener listener = new Watch(context, options.earlySteps() + options.steps());
        DocumentMap map = DocumentMap.of(switch (context.spec().map().initialization()) {
            case PCA -> Tsne.embed(points(context, documents), options, context.threads(), listener);
            case TOPICS -> Tsne.embed(points(context, documents), meansOfTopics(context, documents), options,
                    context.threads(), listener);
        });
        MapTable.write(context.files().map(), DocumentTables.readReviews(context.files().documentTopic(), documents), map);
        return Result.of(Map.of(DOCUMENTS, (long) documents));
    }

    /** Says what of the options cannot be kept with so few documents, or so many. */
    private static TsneOptions options(StageContext context, int documents) {
        MapOptions map = context.spec().map();
        double greatest = TsneOptions.greatestPerplexity(documents);
        List<Double> perplexities = map.perplexities().stream().map(p -> Math.min(p, greatest)).distinct().toList();
        if (map.perplexities().stream().anyMatch(p -> p > greatest)) {
            context.note("The map has a perplexity of " + inWords(perplexities) + " instead of "
                    + inWords(map.perplexities()) + ", the greatest that " + documents + " documents allow.");
        }
        return TsneOptions.DEFAULTS.withPerplexities(perplexities.toArray(Double[]::new))
                .withSteps(map.earlySteps(), map.steps()).withEarlyExaggeration(map.earlyExaggeration())
                .withExaggeration(map.exaggerationFor(documents)).withLearningRate(map.learningRate())
                .withStepsPerReport(STEPS_PER_REPORT).withSeed(context.spec().seed());
    }

    private static String inWords(List<Double> perplexities) {
        return perplexities.stream().map(p -> p == Math.rint(p) ? Long.toString(p.longValue()) : p.toString())
                .collect(Collectors.joining(", "));
    }

    private static FloatMatrix documentTopic(StageContext context, int documents) {
        return DocumentTables.readDocumentTopic(context.files().documentTopic(), documents,
                context.spec().model().topics());
    }

    private static FloatMatrix points(StageContext context, int documents) {
        return Hellinger.prepared(documentTopic(context, documents));
    }

    /** Each document at the mean of its topics on the inter-topic map. */
    private static FloatMatrix meansOfTopics(StageContext context, int documents) {
        FloatMatrix documentTopic = documentTopic(context, documents);
        FloatMatrix topicTerm = ModelTables.readTopicTerm(context.files().topicTerm(), documentTopic.columns(),
                Math.toIntExact(context.figure(Stage.VECTORISE, VectoriseStage.TERMS)));
        FloatMatrix topics = InterTopicMap.of(topicTerm, context.threads());
        FloatMatrix means = FloatMatrix.zeros(documentTopic.rows(), 2);
        for (int document = 0; document < means.rows(); document++) {
            for (int topic = 0; topic < topics.rows(); topic++) {
                float share = documentTopic.get(document, topic);
                means.set(document, 0, Math.fma(share, topics.get(topic, 0), means.get(document, 0)));
                means.set(document, 1, Math.fma(share, topics.get(topic, 1), means.get(document, 1)));
            }
        }
        return means;
    }

    /** Shows the map to those who watch the run. */
    private record Watch(StageContext context, int steps) implements TsneListener {

        @Override
        public void progress(long done, long total) {
            context.progress().progress(done, total);
        }

        @Override
        public boolean shape(int step, double divergence, FloatMatrix positions) {
            context.mapShaped(step, steps, divergence, DocumentMap.of(positions));
            return true;
        }
    }
}

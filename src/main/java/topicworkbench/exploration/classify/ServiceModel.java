package topicworkbench.exploration.classify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.exploration.WordEvidence;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.fit.NtmInference;
import topicworkbench.fit.NtmOptions;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorMath;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.sagemaker.NtmArtifact;
import topicworkbench.sagemaker.NtmArtifact.HostModel;
import topicworkbench.topic.Topic;

/** A neural topic model that SageMaker trained, asked without an endpoint: the artifact holds all it takes but the words. */
public final class ServiceModel {
    private static final int WORDS = 10;
    /** Those that decide what the network is; the others only mattered while it learned. */
    private static final List<String> SHAPE = List.of("encoder_layers", "encoder_layers_activation", "batch_norm");

    private ServiceModel() { }

    /**
     * @param modelTarGz      as the training job left it; of several hosts' models the first is taken
     * @param vocabularyFile  the vocab.txt the model was trained with; null if that was {@code vocabulary}
     * @param vocabulary      of the run
     * @param options         by which texts become terms
     * @throws ExplainedException if the file is no artifact, or the vocabulary is not of the size the model has
     */
    public static TextTopics read(Path modelTarGz, Path vocabularyFile, Vocabulary vocabulary, TextOptions options) {
        HostModel host = NtmArtifact.read(modelTarGz).hosts().values().iterator().next();
        Vocabulary terms = vocabularyFile == null ? vocabulary : CorpusFile.readVocabulary(vocabularyFile);
        FloatMatrix projection = host.parameters().get("projection_weight");
        if (projection == null || projection.rows() != terms.size()) {
            throw new ExplainedException("The model in " + modelTarGz.getFileName() + " knows "
                    + (projection == null ? "no" : projection.rows()) + " terms, but the vocabulary has " + terms.size() + ".",
                    "Give the vocab.txt that the model was trained with.");
        }
        try {
            FloatMatrix topicTerm = softmaxOfColumns(projection);
            double[] even = new double[terms.size()];
            Arrays.fill(even, 1.0 / even.length); // the bias holds the frequencies: weights are lifts already
            return new TextTopics(modelTarGz.getFileName().toString(), topics(topicTerm, terms), terms,
                    new NtmInference(options(host, projection.columns()), host.parameters(), new Threads(1)),
                    new WordEvidence(options, terms, topicTerm, even));
        } catch (IllegalArgumentException | InvalidOptionException e) {
            throw new ExplainedException("The model in " + modelTarGz.getFileName() + " has another shape than its settings say.",
                    "Fetch the artifact again from the training job's output folder.", e);
        }
    }

    private static NtmOptions options(HostModel host, int topics) {
        List<String> settings = new ArrayList<>(List.of("preset=sagemaker"));
        for (String name : SHAPE) {
            String value = host.hyperparameters().get(name);
            if (value != null) {
                settings.add(name + "=" + value);
            }
        }
        return (NtmOptions) Settings.apply(RunSpecs.defaults(RunSpecs.NTM, topics), settings).model();
    }

    /** topics x terms, as the service's own notebooks read an artifact. */
    private static FloatMatrix softmaxOfColumns(FloatMatrix projection) {
        FloatMatrix topicTerm = projection.transposed();
        for (int topic = 0; topic < topicTerm.rows(); topic++) {
            int row = topicTerm.offset(topic);
            double normalizer = VectorMath.logSumExp(topicTerm.values(), row, topicTerm.columns());
            for (int i = row; i < row + topicTerm.columns(); i++) {
                topicTerm.values()[i] = (float) Math.exp(topicTerm.values()[i] - normalizer);
            }
        }
        return topicTerm;
    }

    private static List<Topic> topics(FloatMatrix topicTerm, Vocabulary terms) {
        return IntStream.range(0, topicTerm.rows()).mapToObj(topic -> new Topic(topic, null, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, IntStream.range(0, terms.size()).boxed()
                        .sorted((a, b) -> Float.compare(topicTerm.get(topic, b), topicTerm.get(topic, a))).limit(WORDS)
                        .map(term -> new Topic.Word(terms.term(term), topicTerm.get(topic, term))).toList())).toList();
    }
}

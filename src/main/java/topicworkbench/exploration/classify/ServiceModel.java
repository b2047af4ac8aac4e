package topicworkbench.exploration.classify;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.TextOptions;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.evaluation.ModelChoice;
import topicworkbench.evaluation.ModelChoice.Chosen;
import topicworkbench.exploration.WordEvidence;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;

/** A topic model that SageMaker trained, asked without an endpoint: the artifact holds all it takes but the words. */
public final class ServiceModel {
    private static final int WORDS = 10;

    private ServiceModel() { }

    /**
     * @param modelTarGz     as the training job left it; of several hosts' models the one is taken that is best on the
     *                       run's documents for validation, and the first where the run has another vocabulary
     * @param vocabularyFile the vocab.txt the model was trained with; null if that was the run's
     * @param corpus         of the run
     * @param options        by which texts become terms
     * @throws ExplainedException if the file is no artifact, or the vocabulary is not of the size the model has
     */
    public static TextTopics read(Path modelTarGz, Path vocabularyFile, Corpus corpus, TextOptions options) {
        Vocabulary terms = vocabularyFile == null ? corpus.vocabulary() : CorpusFile.readVocabulary(vocabularyFile);
        Threads threads = new Threads(1);
        ModelChoice choice = new ModelChoice(null, threads, ProgressListener.NONE);
        choice.offer(modelTarGz);
        if (choice.candidates().size() > 1 && terms.terms().equals(corpus.vocabulary().terms())) {
            choice = new ModelChoice(corpus, threads, ProgressListener.NONE);
            choice.offer(modelTarGz);
        }
        Chosen chosen = choice.chosen().getFirst();
        FloatMatrix topicTerm = chosen.model().topicTerm();
        if (topicTerm.columns() != terms.size()) {
            throw new ExplainedException("The model in " + modelTarGz.getFileName() + " knows " + topicTerm.columns()
                    + " terms, but the vocabulary has " + terms.size() + ".", "Give the vocab.txt that the model was trained with.");
        }
        double[] even = new double[terms.size()];
        Arrays.fill(even, 1.0 / even.length); // the bias holds the frequencies: weights are lifts already
        return new TextTopics(name(modelTarGz, chosen), topics(topicTerm, terms), terms, chosen.model().inference(threads),
                new WordEvidence(options, terms, topicTerm, even));
    }

    private static String name(Path modelTarGz, Chosen chosen) {
        return modelTarGz.getFileName() + (chosen.hosts() == 1 ? "" : ". " + chosen.why());
    }

    private static List<Topic> topics(FloatMatrix topicTerm, Vocabulary terms) {
        return IntStream.range(0, topicTerm.rows()).mapToObj(topic -> new Topic(topic, null, Double.NaN, Double.NaN, Double.NaN,
                Double.NaN, IntStream.range(0, terms.size()).boxed()
                        .sorted((a, b) -> Float.compare(topicTerm.get(topic, b), topicTerm.get(topic, a))).limit(WORDS)
                        .map(term -> new Topic.Word(terms.term(term), topicTerm.get(topic, term))).toList())).toList();
    }
}

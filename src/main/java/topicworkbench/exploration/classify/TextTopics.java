package topicworkbench.exploration.classify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import topicworkbench.corpus.TermPlace;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.WordEvidence;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.sagemaker.MxnetArrays;
import topicworkbench.topic.Topic;

/**
 * Finds the topics of a text that the model has never seen: by the run's trained model and exactly its rules for words, or by
 * one that SageMaker trained ({@link ServiceModel}). Callers wait for one another.
 */
public final class TextTopics {
    /** Words of a text that are named for a topic. */
    private static final int MOST_WORDS = 8;

    private final String model;
    private final List<Topic> topics;
    private final Vocabulary vocabulary;
    private final Function<CsrCounts, FloatMatrix> inference;
    private final WordEvidence evidence;

    TextTopics(String model, List<Topic> topics, Vocabulary vocabulary, TopicInference inference, WordEvidence evidence) {
        this(model, topics, vocabulary, counts -> inference.documentTopic(counts, ProgressListener.NONE), evidence);
    }

    private TextTopics(String model, List<Topic> topics, Vocabulary vocabulary, Function<CsrCounts, FloatMatrix> inference,
            WordEvidence evidence) {
        this.model = model;
        this.topics = topics;
        this.vocabulary = vocabulary;
        this.inference = inference;
        this.evidence = evidence;
    }

    /**
     * What a text is about.
     *
     * @param shares of each topic; they sum to 1
     * @param words  for each topic the words of the text that speak for it, strongest first
     * @param known  how many of its words, and sequences of words, the model knows; with none the shares say nothing
     */
    public record Answer(float[] shares, List<List<String>> words, int known) {

        /** Topics by their share, largest first. */
        public int[] strongestFirst() {
            return IntStream.range(0, shares.length).boxed().sorted((a, b) -> Float.compare(shares[b], shares[a]))
                    .mapToInt(Integer::intValue).toArray();
        }
    }

    /** @throws ExplainedException if the trained model cannot be read */
    public static TextTopics of(ExploredRun run) {
        Path file = run.folder().files().parameters();
        try {
            Map<String, FloatMatrix> parameters = MxnetArrays.matrices(Files.readAllBytes(file));
            return new TextTopics(run.summary().name(), run.result().topics(), run.model().vocabulary(),
                    TopicInference.of(run.folder().spec().model(), run.model().topicTerm(), parameters, new Threads(1)),
                    WordEvidence.of(run));
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw new ExplainedException("The trained model " + file + " cannot be read.",
                    "Bring it back from a backup, or run again with the run's spec.json.", e);
        }
    }

    /**
     * By whatever has the run's model, for example an endpoint.
     *
     * @param answering the topics of documents x terms; documents x topics
     */
    public static TextTopics answered(ExploredRun run, String model, Function<CsrCounts, FloatMatrix> answering) {
        return new TextTopics(model, run.result().topics(), run.model().vocabulary(), answering, WordEvidence.of(run));
    }

    /** What the model is called. */
    public String model() {
        return model;
    }

    /** The topics it knows. */
    public List<Topic> topics() {
        return topics;
    }

    /** Of a text of any length; an empty one has no words that are known. */
    public synchronized Answer ask(String title, String text) {
        List<TermPlace> known = evidence.known(title, text);
        FloatMatrix shares = inference.apply(counts(known));
        List<List<String>> words = new ArrayList<>();
        for (int topic = 0; topic < shares.columns(); topic++) {
            words.add(evidence.terms(known, topic).stream().limit(MOST_WORDS).toList());
        }
        return new Answer(shares.row(0), words, known.size());
    }

    private CsrCounts counts(List<TermPlace> known) {
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        known.forEach(place -> counts.merge(vocabulary.indexOf(place.term()), 1, Integer::sum));
        int[] columns = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] values = Arrays.stream(columns).map(counts::get).toArray();
        return new CsrCounts(1, vocabulary.size(), new int[] {0, columns.length}, columns, values);
    }
}

package topicworkbench.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.DuckDb;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.curation.Curation;
import topicworkbench.curation.Replay;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.quality.TopicAlignment;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFolder;

/**
 * Which topics and reviews of one run are which of another. Topics are aligned one to one over the words that both models
 * know ({@link TopicAlignment}); they are the same beyond doubt from half of their leading words on, as where runs are
 * compared. Reviews are the same if id and text are, and no other review has both.
 */
public final class RunCounterparts implements Replay.Counterparts {
    private static final int WORDS_OF_A_NAME = 3;

    private final Map<Integer, Replay.Counterpart> topics;
    private final Map<Integer, Integer> reviews;

    private RunCounterparts(Map<Integer, Replay.Counterpart> topics, Map<Integer, Integer> reviews) {
        this.topics = topics;
        this.reviews = reviews;
    }

    /**
     * @param decided whose reviews are looked for
     * @throws ExplainedException if files of the runs are gone, or the models have no word in common
     */
    public static RunCounterparts of(RunFolder from, Curation decided, RunFolder to, Threads threads) {
        Vocabulary words = CorpusFile.readVocabulary(from.files().vocabulary());
        Vocabulary other = CorpusFile.readVocabulary(to.files().vocabulary());
        List<String> shared = words.terms().stream().filter(term -> other.indexOf(term) >= 0).toList();
        if (shared.isEmpty()) {
            throw new ExplainedException("The runs have no word in common.",
                    "Replay on a run on reviews of the same language, prepared alike.");
        }
        FloatMatrix similarities = TopicAlignment.similarities(over(shared, words, from), over(shared, other, to), threads);
        Set<Integer> wanted = new HashSet<>(decided.corrections().keySet());
        wanted.addAll(decided.flagged());
        return new RunCounterparts(topics(from.result().topics(), to.result().topics(), similarities),
                reviews(from, to, wanted));
    }

    private static FloatMatrix over(List<String> shared, Vocabulary vocabulary, RunFolder run) {
        FloatMatrix whole = ModelTables.readTopicTerm(run.files().topicTerm(), run.result().topics().size(), vocabulary.size());
        return CommonGround.project(whole, vocabulary, shared);
    }

    private static Map<Integer, Replay.Counterpart> topics(List<Topic> from, List<Topic> to, FloatMatrix similarities) {
        TopicAlignment alignment = TopicAlignment.of(similarities);
        Map<Integer, Replay.Counterpart> topics = new HashMap<>();
        for (Topic topic : from) {
            int partner = alignment.partner()[topic.id()];
            if (partner >= 0 && AlignedTopics.commonWords(topic, to.get(partner)).size() >= AlignedTopics.SAME) {
                topics.put(topic.id(), new Replay.Counterpart(partner, null));
            } else {
                topics.put(topic.id(), doubtful(topic, to, similarities));
            }
        }
        return topics;
    }

    private static Replay.Counterpart doubtful(Topic topic, List<Topic> to, FloatMatrix similarities) {
        int nearest = 0;
        for (int other = 1; other < to.size(); other++) {
            nearest = similarities.get(topic.id(), other) > similarities.get(topic.id(), nearest) ? other : nearest;
        }
        Topic near = to.get(nearest);
        String words = near.words().stream().limit(WORDS_OF_A_NAME).map(Topic.Word::term).collect(Collectors.joining(", "));
        return new Replay.Counterpart(nearest, "The nearest topic here, " + nearest + " (" + words + "), has "
                + AlignedTopics.commonWords(topic, near).size() + " of its " + AlignedTopics.WORDS + " leading words; " + AlignedTopics.SAME
                + " would make them the same.");
    }

    private static Map<Integer, Integer> reviews(RunFolder from, RunFolder to, Set<Integer> wanted) {
        Map<Integer, Integer> reviews = new HashMap<>();
        if (wanted.isEmpty()) {
            return reviews;
        }
        String numbers = wanted.stream().map(Object::toString).collect(Collectors.joining(", "));
        List<Integer> ambiguous = new ArrayList<>();
        try (DuckDb duckDb = DuckDb.open(to.path());
                Statement statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT a.review, b.review FROM read_parquet("
                        + DuckDb.readable(from.files().reviews()) + ") a JOIN read_parquet("
                        + DuckDb.readable(to.files().reviews()) + ") b ON a.id = b.id AND a.text = b.text WHERE a.review IN ("
                        + numbers + ")")) {
            while (row.next()) {
                if (reviews.put(row.getInt(1), row.getInt(2)) != null) {
                    ambiguous.add(row.getInt(1));
                }
            }
        } catch (SQLException e) {
            throw new ExplainedException("The reviews of the two runs cannot be read.",
                    "Bring reviews.parquet back from a backup, or run again with the run's spec.json.", e);
        }
        reviews.keySet().removeAll(ambiguous);
        return reviews;
    }

    @Override
    public Optional<Replay.Counterpart> topic(int topic) {
        return Optional.ofNullable(topics.get(topic));
    }

    @Override
    public Integer review(int review) {
        return reviews.get(review);
    }

    @Override
    public boolean sameRun() {
        return false;
    }
}

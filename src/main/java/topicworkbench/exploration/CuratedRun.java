package topicworkbench.exploration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationEntry;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.topic.Relevance;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunId;
import topicworkbench.workspace.SplitTable;

/**
 * A run as people left it: their topics with words and figures, and the topic of every document. A merged topic's words
 * are those of its parts mixed by prevalence, a split's part has the words of its documents; neither has the model's
 * scores. Made from the one before, so that what an edit leaves alone is not computed again.
 */
public final class CuratedRun {
    private static final Logger LOG = Logger.getLogger(CuratedRun.class.getName());
    private static final int WORDS = 20;

    private final ExploredRun run;
    private final TopicAssignment strongest;
    private final Curation curation;
    private final TopicAssignment assignment;
    private final Map<String, SplitTable> splits;
    private final List<Topic> topics;

    private CuratedRun(ExploredRun run, TopicAssignment strongest, Curation curation, CuratedRun before) {
        this.run = run;
        this.strongest = strongest;
        this.curation = curation;
        boolean sameReviews = before != null && before.curation.dealsOutLike(curation);
        splits = before == null ? new HashMap<>() : before.splits;
        assignment = sameReviews ? before.assignment : CuratedAssignment.of(strongest, run.reviews(), curation, this::table);
        topics = curation.topics().stream().map(topic -> topic(topic, before)).toList();
    }

    /** @param strongest the model's word */
    public static CuratedRun of(ExploredRun run, TopicAssignment strongest, Curation curation) {
        return new CuratedRun(run, strongest, curation, null);
    }

    /** The same run after more decisions, or fewer. */
    public CuratedRun with(Curation next) {
        return new CuratedRun(run, strongest, next, this);
    }

    public ExploredRun run() {
        return run;
    }

    public Curation curation() {
        return curation;
    }

    /** Of each document the id of the topic that stands for it. */
    public TopicAssignment assignment() {
        return assignment;
    }

    /** The topic that holds a document by the model's word, whatever a person said about the document itself. */
    public int modelled(int document) {
        return curation.standIn(strongest.of(document));
    }

    /** What stands, by id, the hidden ones among them. */
    public List<Topic> topics() {
        return topics;
    }

    /** The word distribution of each of {@link #topics()}, in their order: topics x terms. */
    public FloatMatrix topicTerm() {
        FloatMatrix result = FloatMatrix.zeros(topics.size(), run.corpus().vocabulary().size());
        for (int row = 0; row < topics.size(); row++) {
            distribution(curation.topic(topics.get(row).id()).orElseThrow(), result, row);
        }
        return result;
    }

    /**
     * Clusters the reviews of a topic anew and writes down which goes where; nothing is decided yet.
     *
     * @param listener may cancel
     * @return the decision that splits the topic so
     * @throws ExplainedException if the reviews do not fall into so many parts
     */
    public CurationEntry.Split split(int topic, int parts, Threads threads, ProgressListener listener) {
        int[] documents = IntStream.range(0, run.documents()).filter(document -> assignment.of(document) == topic).toArray();
        TopicSplit split = TopicSplit.of(run.corpus(), documents, parts, run.summary().spec().seed(), threads, listener);
        String file = RunId.at(Instant.now()) + ".parquet";
        new SplitTable(Arrays.stream(documents).map(document -> run.reviews()[document]).toArray(), split.partOf())
                .write(run.folder().files().split(file));
        int first = curation.nextTopic();
        return new CurationEntry.Split(topic, IntStream.range(first, first + parts).boxed().toList(), file);
    }

    private Topic topic(CuratedTopic topic, CuratedRun before) {
        if (topic.id() < curation.modelTopics() && !topic.isMerged()) {
            return run.result().topics().get(topic.id()).withLabel(topic.label());
        }
        Optional<Topic> known = before == null || !before.assignment.equals(assignment) ? Optional.empty()
                : before.topics.stream().filter(other -> other.id() == topic.id()).findFirst();
        return known.map(same -> same.withLabel(topic.label())).orElseGet(() -> new Topic(topic.id(), topic.label(),
                prevalence(topic), Double.NaN, Double.NaN, Double.NaN, words(topic)));
    }

    private double prevalence(CuratedTopic topic) {
        return topic.parts().stream().mapToDouble(this::prevalenceOfPart).sum();
    }

    /** The model's for the model's topics; a split's part has that of the split topic, by its share of the tokens. */
    private double prevalenceOfPart(int part) {
        Integer splitOf = curation.topic(part).orElseThrow().splitOf();
        return splitOf == null ? run.result().topics().get(part).prevalence()
                : prevalence(curation.topic(splitOf).orElseThrow()) * tokens(part)
                        / Math.max(1, siblings(splitOf).stream().mapToLong(this::tokens).sum());
    }

    /** A file that is gone or damaged must not keep the run shut: its reviews stay together in the first part. */
    private SplitTable table(String file) {
        return splits.computeIfAbsent(file, name -> {
            try {
                return SplitTable.read(run.folder().files().split(name));
            } catch (ExplainedException e) {
                LOG.warning(e.getMessage());
                return SplitTable.NONE;
            }
        });
    }

    private List<Integer> siblings(int split) {
        return ((CuratedTopic.Fate.Split) curation.topic(split).orElseThrow().fate()).into();
    }

    private long tokens(int part) {
        long sum = 0;
        for (int document : documentsDealtTo(part)) {
            sum += run.corpus().counts().rowTotal(document);
        }
        return sum;
    }

    /** The documents that the split gave to a part, whatever became of them later. */
    private int[] documentsDealtTo(int part) {
        CuratedTopic.Fate.Split split = (CuratedTopic.Fate.Split) curation
                .topic(curation.topic(part).orElseThrow().splitOf()).orElseThrow().fate();
        return CuratedAssignment.documents(table(split.file()), run.reviews(), split.into().indexOf(part));
    }

    private List<Topic.Word> words(CuratedTopic topic) {
        FloatMatrix distribution = FloatMatrix.zeros(1, run.corpus().vocabulary().size());
        distribution(topic, distribution, 0);
        List<Topic.Word> words = new ArrayList<>();
        for (int term : Relevance.topWords(distribution, run.corpus().counts().columnTotals(),
                run.summary().spec().relevanceLambda(), WORDS)[0]) {
            words.add(new Topic.Word(run.corpus().vocabulary().term(term), distribution.get(0, term)));
        }
        return words;
    }

    private void distribution(CuratedTopic topic, FloatMatrix into, int row) {
        double whole = Math.max(Double.MIN_NORMAL, prevalence(topic));
        for (int part : topic.parts()) {
            double weight = topic.isMerged() ? prevalenceOfPart(part) / whole : 1;
            if (curation.topic(part).orElseThrow().splitOf() == null) {
                FloatMatrix model = run.model().topicTerm();
                for (int term = 0; term < into.columns(); term++) {
                    into.set(row, term, (float) (into.get(row, term) + weight * model.get(part, term)));
                }
            } else {
                addCounted(part, weight, into, row);
            }
        }
    }

    private void addCounted(int part, double weight, FloatMatrix into, int row) {
        CsrCounts counts = run.corpus().counts();
        double each = weight / Math.max(1, tokens(part));
        for (int document : documentsDealtTo(part)) {
            for (int i = counts.rowStarts()[document]; i < counts.rowStarts()[document + 1]; i++) {
                int at = into.offset(row) + counts.columnIndices()[i];
                into.values()[at] += (float) (each * counts.counts()[i]);
            }
        }
    }
}

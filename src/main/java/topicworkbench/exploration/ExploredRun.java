package topicworkbench.exploration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunSummary;
import topicworkbench.topic.DocumentMap;
import topicworkbench.topic.TopicModel;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunResult;

/**
 * A finished run opened for asking. A document is named by its row in document_topic.parquet, 0 to {@link #documents()} - 1.
 * What is not needed at once is read when it is first asked for: ask away from the window's thread.
 */
public final class ExploredRun {
    private final RunFolder folder;
    private final RunSummary summary;
    private final RunResult result;
    private final FloatMatrix shares;
    private final int[] reviews;
    private final Supplier<Optional<DocumentMap>> map;
    private final Supplier<DocumentColumns> columns;
    private final Supplier<Corpus> corpus;
    private final Supplier<TopicModel> model;

    private final OtherColumnTable others;
    private final Map<String, Boolean> otherColumns;
    private final Map<String, Supplier<ColumnValues>> otherValues = new HashMap<>();

    private ExploredRun(RunFolder folder, RunSummary summary, RunResult result, FloatMatrix shares, int[] reviews) {
        this.folder = folder;
        this.summary = summary;
        this.result = result;
        this.shares = shares;
        this.reviews = reviews;
        others = new OtherColumnTable(folder.files().reviews(), reviews);
        otherColumns = columns(others);
        otherColumns.forEach((name, numbers) -> otherValues.put(name, new Once<>(() -> others.read(name, numbers))));
        map = new Once<>(folder::map);
        columns = new Once<>(() -> DocumentColumns.read(folder.files().reviews(), reviews));
        corpus = new Once<>(() -> CorpusFile.read(folder.files().corpus()));
        model = new Once<>(() -> new TopicModel(corpus().vocabulary(), ModelTables.readTopicTerm(
                folder.files().topicTerm(), topics(), corpus().vocabulary().size()), shares));
    }

    /** @throws topicworkbench.failure.ExplainedException if the run has no topics yet, or its files are missing or damaged */
    public static ExploredRun open(RunFolder folder, ProgressListener listener) {
        RunResult result = folder.result();
        int documents = Math.toIntExact(result.counts().documents());
        listener.progress(0, 2);
        FloatMatrix shares = DocumentTables.readDocumentTopic(folder.files().documentTopic(), documents,
                result.topics().size());
        listener.progress(1, 2);
        int[] reviews = DocumentTables.readReviews(folder.files().documentTopic(), documents);
        listener.progress(2, 2);
        return new ExploredRun(folder, folder.summary(), result, shares, reviews);
    }

    /** None where the reviews cannot be read: whoever wants to see them tells that. */
    private static Map<String, Boolean> columns(OtherColumnTable table) {
        try {
            return table.columns();
        } catch (ExplainedException unreadable) {
            return Map.of();
        }
    }

    public RunFolder folder() {
        return folder;
    }

    public RunSummary summary() {
        return summary;
    }

    public RunResult result() {
        return result;
    }

    public int documents() {
        return reviews.length;
    }

    public int topics() {
        return shares.columns();
    }

    /** The model's word: documents x topics, rows sum to 1. */
    public FloatMatrix shares() {
        return shares;
    }

    /** Of each document the number of its review, rising; not to be changed. */
    public int[] reviews() {
        return reviews;
    }

    /** Empty where the run has none, or not yet. */
    public Optional<DocumentMap> map() {
        return map.get();
    }

    public DocumentColumns columns() {
        return columns.get();
    }

    /** Names of the columns of the user's own files that the reviews have beside those every run has. */
    public List<String> otherColumns() {
        return List.copyOf(otherColumns.keySet());
    }

    /** Whether one of the {@link #otherColumns} holds numbers. */
    public boolean isNumber(String column) {
        return otherColumns.get(column);
    }

    /**
     * What the documents have in a column.
     *
     * @param column product, category, source or one of the user's own
     * @throws IllegalArgumentException if there is no such column
     */
    public ColumnValues values(Dimension column) {
        if (column.isColumn() && otherValues.containsKey(column.name())) {
            return otherValues.get(column.name()).get();
        }
        return columns().names(column);
    }

    /** The documents with one of these names, however rare, in one of the user's own columns. */
    Selection withNames(Dimension column, Set<String> names) {
        return Selection.of(documents(), others.withNames(column.name(), names));
    }

    /** The counts the model was trained on. */
    public Corpus corpus() {
        return corpus.get();
    }

    /** Vocabulary, topic-term and document-topic. */
    public TopicModel model() {
        return model.get();
    }

    public ReviewTexts texts() {
        return new ReviewTexts(folder.files().reviews(), reviews);
    }

    /** Made when it is first asked for; whoever asks meanwhile waits. A failure is not kept. */
    private static final class Once<T> implements Supplier<T> {
        private final Supplier<T> make;
        private T made;

        Once(Supplier<T> make) {
            this.make = make;
        }

        @Override
        public synchronized T get() {
            if (made == null) {
                made = make.get();
            }
            return made;
        }
    }
}

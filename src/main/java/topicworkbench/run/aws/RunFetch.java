package topicworkbench.run.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.ParameterFile;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.files.FolderTree;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.Counts;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.aws.transfer.Download;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.ReviewParts;
import topicworkbench.workspace.RunFiles;
import topicworkbench.workspace.RunWriter;
import topicworkbench.workspace.TopicTable;

/** Brings a run's results into its folder, so that it is as one of this computer, and reads each to see that it is whole. */
final class RunFetch {
    private static final long MOST_BYTES = 1L << 38;
    private static final int MOST_PARTS = 10_000;

    private final RunBucket bucket;
    private final String prefix;
    private final RunWriter writer;
    private final CloudReports.Scores scores;
    private final Path parts;
    private final Map<String, Path> wanted = new LinkedHashMap<>();
    private final List<Path> reviews = new ArrayList<>();

    RunFetch(RunBucket bucket, String prefix, RunWriter writer, CloudReports.Scores scores) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.writer = writer;
        this.scores = scores;
        RunFiles files = writer.files();
        this.parts = files.work().resolve("fetched");
        want("rejected.parquet", files.rejected());
        want("training/corpus/vocabulary.txt", files.vocabulary());
        want("training/corpus/corpus.bin", files.corpus());
        want("training/corpus/too_short.parquet", files.tooShort());
        String model = "evaluated/" + scores.folder() + "/";
        want(model + "topic_term.parquet", files.topicTerm());
        want(model + "document_topic.parquet", files.documentTopic());
        want(model + "quality.parquet", files.quality());
        want(model + "work/model.params", files.parameters());
        want(model + "spec.json", parts.resolve("spec.json"));
    }

    private void want(String key, Path target) {
        wanted.put(prefix + "/" + key, target);
    }

    /** What came. @param files how many */
    record Fetched(int files, RunSpec spec, Corpus corpus, Counts counts) { }

    /**
     * Can be repeated after any failure: what is here is not fetched again.
     *
     * @param listener hears files; may cancel
     */
    Fetched fetch(ProgressListener listener) {
        List<RunBucket.Stored> prepared = bucket.list(prefix + "/prepared/").stream()
                .filter(part -> part.key().endsWith(".parquet")).sorted(Comparator.comparing(RunBucket.Stored::key))
                .limit(MOST_PARTS).toList();
        reviews.clear();
        for (RunBucket.Stored part : prepared) { // names from there never become names here
            reviews.add(parts.resolve("reviews-" + reviews.size() + ".parquet"));
            wanted.put(prefix + "/prepared/" + part.key(), reviews.getLast());
        }
        if (reviews.isEmpty()) {
            throw missing("prepared/");
        }
        int done = 0;
        for (Map.Entry<String, Path> file : wanted.entrySet()) {
            int before = done++;
            if (!Download.fetch(bucket, file.getKey(), file.getValue(), MOST_BYTES, (at, of) ->
                    listener.progress(before * 1000L + (of > 0 ? at * 1000 / of : 0), wanted.size() * 1000L))) {
                throw missing(file.getKey().substring(prefix.length() + 1));
            }
        }
        ReviewParts.join(reviews, writer.files().reviews(), ProgressListener.NONE);
        return read(done);
    }

    private static ExplainedException missing(String what) {
        return new ExplainedException("The results of the run are not whole in the cloud: " + what + " is not there.",
                "They are kept for as many days as the stacks say; if these are not over, resume the run to have it made again.");
    }

    private Fetched read(int files) {
        RunFiles here = writer.files();
        Corpus corpus = CorpusFile.read(here.corpus());
        int terms = corpus.vocabulary().size();
        ModelTables.readTopicTerm(here.topicTerm(), scores.topics(), terms);
        DocumentTables.readDocumentTopic(here.documentTopic(), corpus.documents(), scores.topics());
        ParameterFile.read(here.parameters());
        if (TopicTable.read(here.quality()).size() != scores.topics()) {
            throw new ExplainedException("The table of topics that came from the cloud has not the " + scores.topics()
                    + " topics it should.",
                    "Resume the run, which fetches it again.");
        }
        try {
            RunSpec told = RunSpecJson.read(Files.readString(parts.resolve("spec.json")), "spec.json");
            RunSpec spec = writer.folder().spec();
            RunSpec kept = told.model().equals(spec.model()) ? spec : spec.withModel(told.model());
            Counts counts = CloudReports.counts(writer, ReviewParts.count(here.tooShort()), corpus.documents(), terms,
                    corpus.counts().total());
            return new Fetched(files, kept, corpus, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps the specification with the model that was chosen, and takes away what is not needed any more. */
    void settle(Fetched fetched) {
        AtomicFile.write(writer.files().spec(), RunSpecJson.write(fetched.spec()));
        try {
            FolderTree.delete(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

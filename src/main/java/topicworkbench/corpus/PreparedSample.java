package topicworkbench.corpus;

import java.util.List;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * The reviews of a sample that a filter keeps.
 *
 * @param report    what became of the others
 * @param documents their text
 */
public record PreparedSample(PrepareReport report, List<Document> documents) {

    public PreparedSample {
        documents = List.copyOf(documents);
    }

    /** Counts every term, as a run does before it chooses a vocabulary. */
    public SampleTerms count(TextOptions options, ProgressListener listener) {
        try (Threads threads = new Threads(Threads.available())) {
            return new SampleTerms(documents,
                    DocumentTerms.count(DocumentSource.of(documents), options, threads, listener));
        }
    }
}

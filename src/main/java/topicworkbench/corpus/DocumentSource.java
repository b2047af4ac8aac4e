package topicworkbench.corpus;

import java.util.List;
import java.util.stream.Stream;

/** Where documents come from; may be read as often as wanted. */
public interface DocumentSource {

    /** Number of documents, for progress. */
    long size();

    /** The documents by rising review number, read as the stream advances; the caller closes it. */
    Stream<Document> documents();

    /** Documents that are in memory already. */
    static DocumentSource of(List<Document> documents) {
        List<Document> copy = List.copyOf(documents);
        return new DocumentSource() {
            @Override
            public long size() {
                return copy.size();
            }

            @Override
            public Stream<Document> documents() {
                return copy.stream();
            }
        };
    }
}

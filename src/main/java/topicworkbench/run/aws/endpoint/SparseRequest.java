package topicworkbench.run.aws.endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.cloud.Endpoints.TermCounts;
import topicworkbench.failure.ExplainedException;

/**
 * Documents as an endpoint of the service's algorithms takes them: JSON with the terms that occur, in requests that are each
 * small enough.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/cdf-inference.html">Common data formats for inference</a>
 */
final class SparseRequest {
    /** What an endpoint takes is 6,291,456 bytes; a request of fewer also ends within the service's minute. */
    static final int MOST_BYTES = 5_000_000;
    private static final int MOST_DOCUMENTS = 2_000;
    private static final byte[] BEGIN = "{\"instances\":[".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "]}".getBytes(StandardCharsets.US_ASCII);

    private SparseRequest() { }

    /** @param documents within the body */
    record Body(byte[] json, int documents) { }

    /** @param terms size of the vocabulary, which is the shape of every document */
    static List<Body> bodies(List<TermCounts> documents, int terms) {
        return bodies(documents, terms, MOST_BYTES);
    }

    static List<Body> bodies(List<TermCounts> documents, int terms, int mostBytes) {
        List<Body> bodies = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int within = 0;
        for (TermCounts document : documents) {
            byte[] instance = instance(document, terms).getBytes(StandardCharsets.US_ASCII);
            if (instance.length + BEGIN.length + END.length > mostBytes) {
                throw new ExplainedException("A document has too many different terms for one request to an endpoint.",
                        "Leave it out, or classify by a batch transform.");
            }
            if (within > 0 && (body.size() + instance.length + 1 + END.length > mostBytes || within == MOST_DOCUMENTS)) {
                bodies.add(ended(body, within));
                body = new ByteArrayOutputStream();
                within = 0;
            }
            write(body, within == 0 ? BEGIN : new byte[] {','});
            write(body, instance);
            within++;
        }
        if (within > 0) {
            bodies.add(ended(body, within));
        }
        return bodies;
    }

    private static Body ended(ByteArrayOutputStream body, int documents) {
        write(body, END);
        return new Body(body.toByteArray(), documents);
    }

    private static void write(ByteArrayOutputStream body, byte[] bytes) {
        try {
            body.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e); // memory does not fail so
        }
    }

    private static String instance(TermCounts document, int terms) {
        StringBuilder text = new StringBuilder("{\"data\":{\"features\":{\"keys\":[");
        for (int i = 0; i < document.terms().length; i++) {
            text.append(i == 0 ? "" : ",").append(document.terms()[i]);
        }
        text.append("],\"shape\":[").append(terms).append("],\"values\":[");
        for (int i = 0; i < document.counts().length; i++) {
            text.append(i == 0 ? "" : ",").append(document.counts()[i]);
        }
        return text.append("]}}}").toString();
    }
}

package topicworkbench.export.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.topic.DocumentMap;
import topicworkbench.wording.Figures;

/** The map's points, as many as a browser draws at once, as whole numbers of 16 bits. */
final class ReportMap {
    static final int MOST_POINTS = 100_000;
    /** Of the largest distance from the middle. */
    private static final int REACH = 32_000;

    private final Findings findings;
    private final DocumentMap map;
    private final int[] documents;
    private final double centerX;
    private final double centerY;
    private final double scale;

    private ReportMap(Findings findings, DocumentMap map, int[] documents) {
        this.findings = findings;
        this.map = map;
        this.documents = documents;
        double[] x = ends(map.x());
        double[] y = ends(map.y());
        centerX = (x[0] + x[1]) / 2;
        centerY = (y[0] + y[1]) / 2;
        double reach = Math.max(x[1] - x[0], y[1] - y[0]) / 2;
        scale = reach > 0 ? REACH / reach : 1;
    }

    /** Null where the run has no map. */
    static ReportMap of(Findings findings) {
        return findings.run().map().map(map -> new ReportMap(findings, map, chosen(findings))).orElse(null);
    }

    /** All documents, or as many of them, evenly spread, with those whose reviews can be read among them. */
    private static int[] chosen(Findings findings) {
        int all = findings.run().documents();
        boolean[] chosen = new boolean[all];
        int most = Math.min(all, MOST_POINTS);
        int left = most;
        for (TopicFinding topic : findings.topics()) {
            for (ExploredReview review : topic.typical()) {
                left -= chosen[review.document()] ? 0 : 1;
                chosen[review.document()] = true;
            }
        }
        for (int i = 0; i < left; i++) {
            chosen[(int) ((long) i * all / left)] = true;
        }
        return IntStream.range(0, all).filter(document -> most == all || chosen[document]).toArray();
    }

    private static double[] ends(float[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return new double[] {least, most};
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("words", (documents.length == findings.run().documents() ? "Every review is a point"
                : Figures.count(documents.length) + " of " + Figures.count(findings.run().documents()) + " reviews, evenly chosen")
                + ", near ones speak of the same. Drag to move, wheel to zoom, double click for all, click to choose a topic.");
        json.addProperty("x", numbers(this::x));
        json.addProperty("y", numbers(this::y));
        json.addProperty("topic", numbers(findings.assignment()::of));
        return json;
    }

    private int x(int document) {
        return (int) Math.round((map.x()[document] - centerX) * scale);
    }

    private int y(int document) {
        return (int) Math.round((map.y()[document] - centerY) * scale);
    }

    private String numbers(IntUnaryOperator ofDocument) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * documents.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int document : documents) {
            bytes.putShort((short) ofDocument.applyAsInt(document));
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    /** Which of the points a document is; -1 if it is none. */
    int point(int document) {
        return Math.max(-1, Arrays.binarySearch(documents, document));
    }

    /** Where a topic's name stands: the median in each direction. */
    JsonArray middle(TopicFinding topic) {
        int[] of = Arrays.stream(documents).filter(document -> findings.assignment().of(document) == topic.id()).toArray();
        JsonArray middle = new JsonArray();
        middle.add(of.length == 0 ? 0 : Arrays.stream(of).map(this::x).sorted().skip(of.length / 2).findFirst().orElse(0));
        middle.add(of.length == 0 ? 0 : Arrays.stream(of).map(this::y).sorted().skip(of.length / 2).findFirst().orElse(0));
        return middle;
    }
}

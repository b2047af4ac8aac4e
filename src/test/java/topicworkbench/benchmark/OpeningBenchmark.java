package topicworkbench.benchmark;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import topicworkbench.corpus.DuckDb;
import topicworkbench.topic.DocumentMap;
import topicworkbench.workspace.MapTable;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunResult;
import topicworkbench.workspace.Workspace;

/** Seconds to open a finished run in a fresh process, as far as a window would show it first: {@code WORKSPACE RUN}. */
public final class OpeningBenchmark {
    private static final int TOPIC = 3;
    private static final int PAGE = 20;
    private static long last = System.nanoTime();

    private OpeningBenchmark() { }

    public static void main(String[] arguments) throws SQLException {
        long begin = last;
        RunFolder run = new Workspace(Path.of(arguments[0])).find(arguments[1]);
        tell("the run found");
        RunResult result = run.result();
        tell(result.topics().size() + " topics with words, scores and labels");
        DocumentMap map = MapTable.read(run.files().map(), Math.toIntExact(result.counts().documents()));
        tell("places of " + map.documents() + " documents on the map");
        tell("the first " + firstReviews(run) + " reviews of topic " + TOPIC);
        System.out.printf(Locale.ROOT, "opened in %.2f s%n", (last - begin) / 1e9);
    }

    /** Those with the greatest share of the topic, by the statement that run-folder.md gives. */
    private static int firstReviews(RunFolder run) throws SQLException {
        int characters = 0;
        int count = 0;
        try (DuckDb duckDb = DuckDb.open(run.path()); var statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT r.title, r.text, d.share FROM (SELECT review, topic_" + TOPIC
                        + " AS share FROM " + DuckDb.readable(run.files().documentTopic()) + " WHERE topic = " + TOPIC
                        + " ORDER BY share DESC, review LIMIT " + PAGE + ") d JOIN " + DuckDb.readable(run.files().reviews())
                        + " r USING (review) ORDER BY d.share DESC, review")) {
            while (row.next()) {
                characters += row.getString(2).length();
                count++;
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("the reviews are empty");
        }
        return count;
    }

    private static void tell(String what) {
        long now = System.nanoTime();
        System.out.printf(Locale.ROOT, "%6.3f s %s%n", (now - last) / 1e9, what);
        last = now;
    }
}

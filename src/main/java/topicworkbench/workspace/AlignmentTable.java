package topicworkbench.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.quality.Stability;

/** alignment.parquet: each topic of the model of each seed with its partner in the model of every other seed. */
public final class AlignmentTable {
    private static final String COLUMNS = "seed BIGINT, topic INTEGER, other_seed BIGINT, other_topic INTEGER, overlap DOUBLE";

    private AlignmentTable() { }

    /** @param seeds of the models, in the order in which they were compared */
    public static void write(Path target, List<Long> seeds, Stability stability) {
        ParquetTable.write(target, COLUMNS, appender -> {
            for (Stability.Match match : stability.matches()) {
                appender.beginRow().append(seeds.get(match.model())).append(match.topic())
                        .append(seeds.get(match.otherModel())).append(match.otherTopic()).append(match.overlap()).endRow();
            }
        });
    }

    /**
     * @param seeds as they were written
     * @throws topicworkbench.failure.ExplainedException if the file is missing or damaged
     */
    public static Stability read(Path file, List<Long> seeds) {
        List<Stability.Match> matches = new ArrayList<>();
        ParquetTable.read(file, "seed, topic, other_seed, other_topic, overlap", row -> matches.add(new Stability.Match(
                seeds.indexOf(row.getLong(1)), row.getInt(2), seeds.indexOf(row.getLong(3)), row.getInt(4),
                row.getDouble(5))));
        return Stability.of(matches);
    }
}

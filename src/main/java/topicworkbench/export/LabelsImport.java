package topicworkbench.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import topicworkbench.comparison.LabelTransfer;
import topicworkbench.corpus.DuckDb;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationDifference;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationEntry.Edit;
import topicworkbench.curation.CurationJson;
import topicworkbench.curation.Decision;
import topicworkbench.curation.Replay;
import topicworkbench.curation.Verdict;
import topicworkbench.failure.ExplainedException;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.SplitTable;

/**
 * Reads what {@link LabelsFile} wrote, or a person in a spreadsheet, for merging into a run's own decisions. With a journal
 * in the file the merge is three-way: its base is the state up to which both journals are the same. Without one the base is
 * what the model said, and an empty field says nothing.
 */
public final class LabelsImport {
    private static final String REMEDY = "Give a file that labels export has written, or one with its columns.";
    private static final long LARGEST = 256L << 20;

    private LabelsImport() { }

    /** @throws ExplainedException if the file cannot be read, is none of labels, or belongs to another run */
    public static LabelTransfer read(RunFolder run, Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ExplainedException("The file " + file + " is too large to be one of labels.", REMEDY);
            }
            String reason = "Import of " + file.getFileName();
            return LabelsFile.isJson(file) ? json(run, reason, Files.readString(file, StandardCharsets.UTF_8))
                    : new LabelTransfer(run, reason, csv(run, file), Map.of());
        } catch (IOException | SQLException | JsonParseException | IllegalStateException | UnsupportedOperationException
                | NullPointerException | IllegalArgumentException e) { // whatever a damaged file may cause
            throw new ExplainedException("The labels in " + file + " cannot be read.", REMEDY, e);
        }
    }

    private static LabelTransfer json(RunFolder run, String reason, String text) {
        JsonObject file = JsonParser.parseString(text).getAsJsonObject();
        Curation mine = run.journal().curation();
        if (!file.has("format") || !LabelsFile.FORMAT.equals(file.get("format").getAsString())) {
            throw new ExplainedException("The file does not hold labels.", REMEDY);
        }
        if (!run.id().equals(file.get("run").getAsString()) || file.get("model_topics").getAsInt() != mine.modelTopics()) {
            throw new ExplainedException("The labels are of the run " + file.get("run").getAsString() + ", not of " + run.id()
                    + ".", "Import them there, and take them over with labels replay.");
        }
        List<Decision> theirs = decisions(file.getAsJsonArray("journal"));
        List<Decision> ours = run.journal().decisions();
        int common = 0;
        while (common < Math.min(theirs.size(), ours.size()) && theirs.get(common).equals(ours.get(common))) {
            common++;
        }
        Curation base = Curation.of(mine.modelTopics(), theirs.subList(0, common));
        Curation decided = Curation.of(mine.modelTopics(), theirs);
        Replay replay = Replay.of(CurationDifference.between(base, decided), Replay.SAME_RUN, base, mine);
        return new LabelTransfer(run, reason, replay, splits(file, replay));
    }

    private static List<Decision> decisions(JsonArray journal) {
        return journal.asList().stream().map(JsonElement::getAsJsonObject).map(CurationJson::read).flatMap(Optional::stream)
                .toList();
    }

    private static Map<String, SplitTable> splits(JsonObject file, Replay replay) {
        Map<String, SplitTable> splits = new HashMap<>();
        for (Edit edit : replay.fitting()) {
            if (edit instanceof CurationEntry.Split split) {
                JsonObject table = file.getAsJsonObject("splits").getAsJsonObject(split.file());
                splits.put(split.file(), new SplitTable(numbers(table.getAsJsonArray("reviews")),
                        numbers(table.getAsJsonArray("parts"))));
            }
        }
        return splits;
    }

    private static int[] numbers(JsonArray numbers) {
        return numbers.asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    }

    private static Replay csv(RunFolder run, Path file) throws SQLException {
        List<Topic> topics = run.result().topics();
        Curation mine = run.journal().curation();
        List<Edit> edits = new ArrayList<>();
        List<Replay.Doubt> doubts = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            int topic = Integer.parseInt(row.getOrDefault("topic", "").strip());
            List<Edit> said = edits(topic, row);
            String words = row.getOrDefault("words", "");
            List<String> own = mine.topic(topic).map(known -> LabelsFile.words(known, topics)).orElse(List.of());
            if (!words.isEmpty() && !own.isEmpty() && !words.equals(String.join(" / ", own))) {
                said.forEach(edit -> doubts.add(new Replay.Doubt(edit,
                        "The words in the file are not those of topic " + topic + ".", edit)));
            } else {
                edits.addAll(said);
            }
        }
        Replay replay = Replay.of(edits, Replay.SAME_RUN, Curation.of(mine.modelTopics()), mine);
        doubts.addAll(replay.doubts());
        return new Replay(replay.fitting(), doubts, replay.alreadySo());
    }

    private static List<Edit> edits(int topic, Map<String, String> row) {
        List<Edit> edits = new ArrayList<>();
        said(row, "label").ifPresent(text -> edits.add(new CurationEntry.Name(topic, text)));
        said(row, "description").ifPresent(text -> edits.add(new CurationEntry.Describe(topic, text)));
        said(row, "color").ifPresent(text -> edits.add(new CurationEntry.Paint(topic, text.toLowerCase(Locale.ROOT))));
        said(row, "note").ifPresent(text -> edits.add(new CurationEntry.Note(topic, text)));
        said(row, "verdict").ifPresent(text -> edits.add(new CurationEntry.Mark(topic,
                Verdict.valueOf(text.toUpperCase(Locale.ROOT)))));
        said(row, "hidden").filter(text -> text.equalsIgnoreCase("true"))
                .ifPresent(text -> edits.add(new CurationEntry.Hide(topic, true)));
        said(row, "parts").ifPresent(text -> {
            List<Integer> others = List.of(text.split("\\s+")).stream().map(Integer::valueOf)
                    .filter(part -> part != topic).toList();
            if (!others.isEmpty()) {
                edits.add(new CurationEntry.Merge(topic, others));
            }
        });
        return edits;
    }

    private static Optional<String> said(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).map(CsvText::unguarded).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static List<Map<String, String>> rows(Path file) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (DuckDb duckDb = DuckDb.open(file.toAbsolutePath().getParent());
                Statement statement = duckDb.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM read_csv(" + DuckDb.readable(file)
                        + ", header = true, all_varchar = true, quote = '\"', escape = '\"')")) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                Map<String, String> values = new HashMap<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    if (row.getString(column) != null) {
                        values.put(columns.getColumnName(column).strip().toLowerCase(Locale.ROOT), row.getString(column));
                    }
                }
                rows.add(values);
            }
        }
        return rows;
    }
}

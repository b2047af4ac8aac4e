package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import topicworkbench.run.LogLine;
import topicworkbench.run.LogLine.Level;
import topicworkbench.run.Stage;

/** A run's log, and which of its lines are shown. */
public final class LogViewModel {
    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final FilteredList<LogLine> shown = new FilteredList<>(lines);
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Level> least = new SimpleObjectProperty<>(Level.INFO);
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);

    private final ObservableList<Row> rows = FXCollections.observableArrayList();

    /**
     * A line of the list: an entry's own, or one of a trace that follows it. Each stands by itself, since a list finds its end
     * for certain only where all rows are of one height.
     */
    record Row(LogLine entry, String text) {

        private static List<Row> of(LogLine entry) {
            List<Row> rows = new ArrayList<>();
            words(entry).lines().forEach(line -> rows.add(new Row(entry, rows.isEmpty() ? line : "    " + line.replace("\t", "    "))));
            return rows;
        }
    }

    public LogViewModel() {
        shown.addListener(this::list);
        search.subscribe(this::filter);
        least.subscribe(this::filter);
        stage.subscribe(this::filter);
    }

    private void list(ListChangeListener.Change<? extends LogLine> change) {
        while (change.next()) {
            if (change.wasRemoved() || change.getTo() < shown.size()) {
                rows.setAll(shown.stream().flatMap(entry -> Row.of(entry).stream()).toList());
                return;
            }
            rows.addAll(change.getAddedSubList().stream().flatMap(entry -> Row.of(entry).stream()).toList());
        }
    }

    private void filter() {
        String wanted = search.get() == null ? "" : search.get().strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(line -> line.level().compareTo(least.get()) >= 0
                && (stage.get() == null || line.stage() == stage.get())
                && (wanted.isEmpty() || words(line).toLowerCase(Locale.ROOT).contains(wanted)));
    }

    /** An entry as it is read: after its time, level where it matters, stage and text. */
    static String words(LogLine line) {
        return (line.level() == Level.INFO ? "" : line.level() + "  ")
                + (line.stage() == null ? "" : StageWords.name(line.stage()) + "  ") + line.text();
    }

    void clear() {
        lines.clear();
        stage.set(null);
    }

    /** Adds lines of the file; those that begin no entry belong to the one before. */
    void add(List<String> text) {
        List<LogLine> entries = new ArrayList<>();
        for (String line : text) {
            Optional<LogLine> entry = LogLine.parse(line);
            if (entry.isPresent()) {
                entries.add(entry.get());
            } else if (!entries.isEmpty()) {
                entries.add(entries.removeLast().continuedBy(line));
            } else if (!lines.isEmpty()) {
                lines.set(lines.size() - 1, lines.getLast().continuedBy(line));
            }
        }
        lines.addAll(entries);
    }

    /** Those that pass the search, the level and the stage. */
    public ObservableList<LogLine> shown() {
        return shown;
    }

    /** The same line by line. */
    ObservableList<Row> rows() {
        return rows;
    }

    public StringProperty searchProperty() {
        return search;
    }

    /** Less important entries are left out. */
    public ObjectProperty<Level> leastProperty() {
        return least;
    }

    /** Only entries of this stage; null for all. */
    public ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /** Whether the newest entry is kept in sight. */
    public BooleanProperty followingProperty() {
        return following;
    }
}

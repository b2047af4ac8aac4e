package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import topicworkbench.run.Setting;
import topicworkbench.run.Setting.Section;
import topicworkbench.run.SettingKind;
import topicworkbench.run.Settings;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.wording.Figures;

/** All columns there are: what a run is and came to, and every setting of its specification. */
final class RunColumns {
    /** Shown until the user chooses others. */
    static final List<String> STANDARD = List.of("state", "name", "corpus", "documents", "model", "wetc", "tu", "npmi",
            "perplexity", "created");

    private static final double SETTING_WIDTH = 110;

    private static final List<RunColumn> RESULTS = List.of(
            new RunColumn("state", "State", "How far the run has come", 130, row -> row.state().ordinal(),
                    row -> StateLabel.words(row.state()), null),
            RunColumn.words("name", "Name", "What the run is called", 170, RunRow::name),
            RunColumn.words("corpus", "Corpus", "Which reviews", 170, RunRow::corpus),
            RunColumn.words("model", "Model", "Algorithm and number of topics", 124, RunRow::model),
            RunColumn.words("study", "Study", "The study the run belongs to", 150, RunRow::study),
            RunColumn.words("tags", "Tags", "What people tagged it with", 120,
                    row -> String.join(", ", row.summary().remarks().tags())),
            RunColumn.words("note", "Note", "What people noted on it", 160,
                    row -> row.summary().remarks().note().replace('\n', ' ')),
            number("documents", "Documents", "Reviews that the model sees", 80, RunRow::documents,
                    value -> Figures.count((long) value), null),
            number("wetc", "WETC", "Coherence of each topic's words by their vectors; higher is better. Compare only runs "
                    + "with the same vectors.", 60, RunRow::wetc, Figures::score, Math::max),
            number("tu", "TU", "Topic uniqueness: how few words the topics share; 1 is best", 56,
                    row -> row.quality().tu(), Figures::score, Math::max),
            number("npmi", "NPMI", "Coherence by words that occur together; higher is better", 64,
                    row -> row.quality().npmi(), Figures::score, Math::max),
            number("perplexity", "Perplexity", "Of held-out documents: among how many words the model would as well choose "
                    + "blindly; lower is better. Compare only runs on the same documents and terms.", 78,
                    row -> row.quality().perplexity(), Figures::perplexity, Math::min),
            number("stability", "Stability", "How far topics of several seeds are the same; higher is better", 72,
                    row -> row.quality().stability(), Figures::score, Math::max),
            number("time", "Time", "Of all finished stages", 96, row -> positive(row.summary().spent().seconds()),
                    Figures::duration, null),
            number("memory", "Memory", "Most that the run's process held", 80,
                    row -> positive(row.summary().spent().peakMemoryMb()), value -> Figures.bytes((long) value << 20), null),
            new RunColumn("cost", "Cost", "What AWS takes for the run, as last looked up: an endpoint that stays adds to it. A ? where "
                    + "not all of it is known; a run on this computer has none.", 70, RunRow::cost, RunRow::costInWords, Double::sum),
            number("created", "Created", "When the run was asked for", 142,
                    row -> row.summary().created().toEpochMilli(), null, null));

    private static final Map<String, RunColumn> ALL = new LinkedHashMap<>();

    static {
        RESULTS.forEach(column -> ALL.put(column.id(), column));
        Settings.all().forEach(setting -> ALL.putIfAbsent(setting.name(), of(setting)));
    }

    private RunColumns() { }

    /** What a run is and came to. */
    static List<RunColumn> results() {
        return RESULTS;
    }

    /** The settings of one section. */
    static List<RunColumn> of(Section section) {
        List<RunColumn> columns = new ArrayList<>();
        Settings.all().stream().filter(setting -> setting.section() == section)
                .forEach(setting -> columns.add(ALL.get(setting.name())));
        return columns;
    }

    static Optional<RunColumn> named(String id) {
        return Optional.ofNullable(ALL.get(id));
    }

    private static RunColumn number(String id, String title, String help, double width, ToDoubleFunction<RunRow> value,
            DoubleFunction<String> format, DoubleBinaryOperator best) {
        return new RunColumn(id, title, help, width, value, id.equals("created")
                ? row -> Figures.moment(row.summary().created()) : row -> {
                    double figure = value.applyAsDouble(row);
                    return Double.isNaN(figure) ? Figures.NONE : format.apply(figure);
                }, best);
    }

    private static RunColumn of(Setting setting) {
        boolean number = setting.kind() == SettingKind.WHOLE || setting.kind() == SettingKind.NUMBER;
        return new RunColumn(setting.name(), setting.name(), setting.help(), SETTING_WIDTH, number
                ? row -> has(row, setting) && setting.value().apply(row.summary().spec()) instanceof Number value
                        ? value.doubleValue() : Double.NaN : null,
                row -> has(row, setting) ? setting.read(row.summary().spec()) : "", null);
    }

    private static boolean has(RunRow row, Setting setting) {
        return row.summary().spec() != null && setting.appliesTo(row.summary().spec().model().algorithm());
    }

    private static double positive(double value) {
        return value > 0 ? value : Double.NaN;
    }
}

package topicworkbench.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.RunSummary;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Variation;
import topicworkbench.ui.chart.ChartPane;
import topicworkbench.ui.chart.ParallelCoordinates;
import topicworkbench.ui.chart.ParallelCoordinates.Axis;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.Splits;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** One study: which settings lead to which scores, as lines and as a table; stopped early if the user says so. */
public final class StudyView extends BorderPane {
    private final StudyViewModel model;
    private final Consumer<List<RunSummary>> compare;
    private final PageHeader header;
    private final StudyTrials trials = new StudyTrials();
    private final ChartPane chart;
    private final Label advice = new Label();
    private final Button stop;
    private final Button resume;
    private final BorderPane content;

    /**
     * @param compare gets the runs to put side by side
     * @param back    leads to the list of runs
     */
    public StudyView(StudyViewModel model, Dialogs dialogs, ReadOnlyBooleanProperty dark, WindowPreferences preferences,
            Consumer<List<RunSummary>> compare, Runnable back) {
        this.model = model;
        this.compare = compare;
        getStyleClass().add("page");
        stop = Buttons.plain("Stop study", Feather.SQUARE, () -> {
            if (dialogs.confirm("Stop this study?", "Runs at work are cancelled and no other begins; what is done is "
                    + "kept, and the study can go on later.", "Stop study")) {
                model.stop();
            }
        });
        stop.setId("stop-study");
        resume = Buttons.plain("Go on", Feather.PLAY, model::resume);
        resume.setId("resume-study");
        List.of(stop, resume).forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        Button side = Buttons.plain("Compare", Feather.COLUMNS, this::compare);
        side.setId("compare-trials");
        Button export = Buttons.plain("Export…", Feather.DOWNLOAD, () -> dialogs
                .chooseNewFile("Export the table as .csv, .parquet or .json", model.fileName()).ifPresent(model::export));
        export.setId("export-study");
        export.disableProperty().bind(model.tableProperty().isNull());
        header = new PageHeader("Study", stop, resume, side, export, Buttons.flat("All runs", Feather.ARROW_LEFT, back));
        setTop(header);
        chart = new ChartPane(dark);
        chart.setAccessibleText("Settings and scores of each trial");
        chart.setOnCategoryRowClicked(trial -> trials.getSelectionModel().select((Integer) trial));
        advice.setId("study-advice");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        advice.setGraphic(new FontIcon(Feather.STAR));
        Label title = new Label("Each line is a trial, from its settings to its scores");
        title.getStyleClass().add("chart-title");
        BorderPane lines = new BorderPane(chart);
        lines.setTop(title);
        content = new BorderPane(Splits.of("study.room", Orientation.VERTICAL, 0.45, preferences, lines, trials));
        HBox top = new HBox(advice);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getStyleClass().add("chart-tools");
        content.setTop(top);
        model.tableProperty().subscribe(this::show);
        model.failureProperty().subscribe(() -> show(model.tableProperty().get()));
        model.goingProperty().subscribe(() -> show(model.tableProperty().get()));
    }

    private void show(StudyTable table) {
        stop.setVisible(model.goingProperty().get());
        resume.setVisible(model.canResume());
        if (model.failureProperty().get() != null) {
            setCenter(Notice.failure(model.failureProperty().get()));
        } else if (table == null) {
            setCenter(new Skeleton(8));
        } else {
            header.title().setText(table.study().name());
            header.subtitle().setText(table.finished() + " of " + Figures.count(table.rows().size(), "run") + " done · "
                    + Figures.moment(table.study().created()));
            advice.setText(table.advice().why());
            trials.show(table);
            int best = table.advice().row() == null ? -1 : table.advice().row().number() - 1;
            chart.show(style -> ParallelCoordinates.of(axes(table), best, style));
            setCenter(content);
        }
    }

    private static List<Axis> axes(StudyTable table) {
        List<Axis> axes = new ArrayList<>();
        for (Variation variation : table.study().spec().variations()) {
            axes.add(setting(table.rows(), variation.setting()));
        }
        axes.add(score(table.rows(), "NPMI", row -> row.quality().npmi()));
        axes.add(score(table.rows(), "TU", row -> row.quality().tu()));
        axes.add(score(table.rows(), "WETC", row -> row.quality().wetc()));
        axes.add(score(table.rows(), "Topic quality", StudyRow::topicQuality));
        return axes;
    }

    private static Axis score(List<StudyRow> rows, String name, ToDoubleFunction<StudyRow> value) {
        return new Axis(name, rows.stream().mapToDouble(value).toArray(),
                rows.stream().map(row -> Figures.score(value.applyAsDouble(row))).toList());
    }

    /** Numbers stand where they are, words in the order in which they were named. */
    private static Axis setting(List<StudyRow> rows, String name) {
        Function<StudyRow, String> text = row -> row.trial().settings().get(name);
        List<String> values = rows.stream().map(text).toList();
        Set<String> different = new LinkedHashSet<>(values);
        boolean numbers = different.stream().allMatch(value -> value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"));
        List<String> order = List.copyOf(different);
        return new Axis(name, values.stream().mapToDouble(value -> numbers ? Double.parseDouble(value)
                : order.indexOf(value)).toArray(), values);
    }

    private void compare() {
        compare.accept(trials.getSelectionModel().getSelectedItems().stream().filter(StudyRow::isFinished)
                .map(StudyRow::run).toList());
    }
}

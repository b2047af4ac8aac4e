package topicworkbench.ui.configure;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.corpus.VocabularyPreview;
import topicworkbench.corpus.VocabularyPreview.Removal;
import topicworkbench.corpus.VocabularyPreview.Threshold;
import topicworkbench.run.Settings;
import topicworkbench.ui.chart.ChartPane;
import topicworkbench.ui.chart.ThresholdChart;
import topicworkbench.ui.chart.ThresholdChart.Line;
import topicworkbench.ui.chart.ThresholdChart.Point;
import topicworkbench.ui.configure.LivePreview.Words;
import topicworkbench.wording.Figures;

/** What each vocabulary threshold removes, at the chosen value and at others; a click on a point chooses its value. */
final class VocabularyPane extends VBox {
    private static final double CHART_HEIGHT = 132;

    private final RunForm form;
    private final ReadOnlyBooleanProperty dark;
    private final List<ThresholdPane> panes;

    VocabularyPane(RunForm form, ReadOnlyBooleanProperty dark) {
        this.form = form;
        this.dark = dark;
        setId("vocabulary");
        setSpacing(8);
        panes = Stream.of(Threshold.values()).map(ThresholdPane::new).toList();
        getChildren().addAll(legend(), new EvenRow(24, panes));
    }

    /** @return this pane */
    VocabularyPane show(Words words) {
        panes.forEach(pane -> pane.show(words));
        return this;
    }

    private Node legend() {
        Label lead = new Label("Removed, as a share of all:");
        lead.getStyleClass().add("caption");
        HBox legend = new HBox(12, lead);
        legend.setAlignment(Pos.CENTER_LEFT);
        for (Line line : Line.values()) {
            Region mark = new Region();
            mark.getStyleClass().add("legend-mark");
            dark.subscribe(isDark -> mark.setStyle("-fx-background-color: " + line.web(isDark)));
            Label word = new Label(line.word(), mark);
            word.getStyleClass().add("caption");
            legend.getChildren().add(word);
        }
        return legend;
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static String story(Removal at) {
        return number(at.value()) + " removes " + Figures.count(at.terms(), "term") + ", "
                + Figures.count(at.tokens(), "token") + " and leaves " + Figures.count(at.documents(), "review")
                + " too short";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Figures.count(Math.round(value)) : Double.toString(value);
    }

    private void choose(Threshold threshold, ThresholdChart.Value value) {
        double number = value.number();
        form.field(threshold.setting()).textProperty().set(number == 1 && threshold == Threshold.MAX_DF ? "1.0"
                : number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number));
    }

    /** One threshold: its name, its chart, and what it does at the chosen value. */
    private final class ThresholdPane extends VBox {
        private final Threshold threshold;
        private final ChartPane chart = new ChartPane(dark);
        private final Label story = new Label();

        ThresholdPane(Threshold threshold) {
            this.threshold = threshold;
            chart.setId("threshold-" + threshold.setting());
            chart.setMinHeight(CHART_HEIGHT);
            chart.setPrefHeight(CHART_HEIGHT);
            chart.setOnCategoryClicked(key -> choose(threshold, (ThresholdChart.Value) key));
            story.getStyleClass().add("field-help");
            story.setWrapText(true);
            setSpacing(4);
            setMinWidth(0);
            getChildren().addAll(new Label(title()), chart, story);
        }

        private String title() {
            return SettingWords.title(Settings.named(threshold.setting()));
        }

        void show(Words words) {
            VocabularyPreview counts = words.counts();
            double chosen = threshold.of(words.options());
            List<Removal> removals = counts.removals().get(threshold);
            List<Point> points = removals.stream().map(removal -> new Point(removal.value(),
                    share(removal.terms(), counts.pruned().distinct()), share(removal.tokens(), counts.allTokens()),
                    share(removal.documents(), counts.reviews()))).toList();
            chart.show(style -> ThresholdChart.of(points, chosen, style));
            story.setText(removals.stream().filter(removal -> removal.value() == chosen).findFirst()
                    .map(VocabularyPane::story).orElse(""));
            chart.setAccessibleText(title() + ": " + story.getText());
        }
    }
}

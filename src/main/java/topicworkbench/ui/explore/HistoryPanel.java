package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.curation.Decision;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.ui.support.Buttons;
import topicworkbench.wording.Figures;

/** What was decided about the run's topics, newest first: who, when, what; undone decisions stand pale above the others. */
final class HistoryPanel extends VBox {
    private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");

    private final Curating curating;
    private final ListView<Line> lines = new ListView<>();

    private record Line(Decision decision, boolean undone) { }

    HistoryPanel(Curating curating) {
        this.curating = curating;
        getStyleClass().add("history-panel");
        Button undo = Buttons.plain("Undo", Feather.ROTATE_CCW, curating::undo);
        undo.setId("undo");
        undo.disableProperty().bind(curating.canUndoProperty().not());
        Button redo = Buttons.plain("Redo", Feather.ROTATE_CW, curating::redo);
        redo.setId("redo");
        redo.disableProperty().bind(curating.canRedoProperty().not());
        lines.setId("history");
        lines.setPlaceholder(new Label("Nothing decided yet"));
        lines.setCellFactory(list -> new LineCell());
        lines.setAccessibleText("History of decisions");
        VBox.setVgrow(lines, Priority.ALWAYS);
        getChildren().addAll(new HBox(8, undo, redo), lines);
        curating.curatedProperty().subscribe(this::show);
    }

    private void show(CuratedRun run) {
        List<Line> all = new ArrayList<>();
        if (run != null) {
            run.curation().undone().forEach(decision -> all.add(new Line(decision, true)));
            Collections.reverse(all);
            run.curation().done().forEach(decision -> all.add(new Line(decision, false)));
        }
        lines.getItems().setAll(all);
    }

    private final class LineCell extends ListCell<Line> {
        private final Label what = new Label();
        private final Label who = new Label();
        private final VBox box = new VBox(what, who);

        LineCell() {
            what.setWrapText(true);
            who.getStyleClass().add("caption");
            setPrefWidth(0); // wraps instead of scrolling sideways
        }

        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : box);
            pseudoClassStateChanged(UNDONE, line != null && line.undone());
            if (line != null) {
                what.setText(curating.words(line.decision()));
                who.setText((line.undone() ? "undone · " : "") + line.decision().who() + " · "
                        + Figures.moment(line.decision().time()));
            }
        }
    }
}

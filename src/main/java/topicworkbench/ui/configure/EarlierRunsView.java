package topicworkbench.ui.configure;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.support.Buttons;
import topicworkbench.wording.Figures;

/** A list of runs to choose one from, whose settings the form takes over. */
final class EarlierRunsView extends VBox {
    private final Consumer<RunSpec> take;
    private final ListView<RunSummary> list;
    private final TextField search = new TextField();

    /** @param close goes back to what was there before */
    EarlierRunsView(EarlierRuns runs, Consumer<RunSpec> take, Runnable close) {
        this.take = take;
        getStyleClass().add("preview");
        Label title = new Label("Start from a run");
        title.getStyleClass().add("panel-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button back = Buttons.flat("Back", Feather.X, close);
        back.setId("close-like");
        HBox head = new HBox(8, title, gap, back);
        head.setAlignment(Pos.CENTER_LEFT);
        search.setId("search-like");
        search.setPromptText("Search by name");
        search.setAccessibleText("Search runs by name");
        search.textProperty().bindBidirectional(runs.searchProperty());
        list = new ListView<>(runs.found());
        list.setId("like-runs");
        list.setAccessibleText("Runs");
        list.setPlaceholder(new Label("No run of this name"));
        list.setCellFactory(any -> new RunCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Label error = new Label();
        Fields.showError(error, runs.problemProperty());
        getChildren().addAll(head, search, error, list);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
            } else if (event.getCode() == KeyCode.ENTER) {
                choose();
            } else if (event.getCode() == KeyCode.DOWN && search.isFocused()) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
            }
        });
        runs.refresh();
    }

    /** Where typing goes first. */
    void focusSearch() {
        search.requestFocus();
    }

    private void choose() {
        RunSummary chosen = list.getSelectionModel().getSelectedItem();
        RunSummary only = list.getItems().size() == 1 ? list.getItems().getFirst() : null;
        if (chosen != null || only != null) {
            take.accept((chosen == null ? only : chosen).spec());
        }
    }

    /** Name above, model and date below; a click takes it. */
    private final class RunCell extends ListCell<RunSummary> {
        private final Label name = new Label();
        private final Label what = new Label();
        private final VBox lines = new VBox(2, name, what);

        RunCell() {
            what.getStyleClass().add("field-help");
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected void updateItem(RunSummary run, boolean empty) {
            super.updateItem(run, empty);
            setGraphic(empty || run == null ? null : lines);
            setText(null);
            if (!empty && run != null) {
                name.setText(run.name());
                what.setText(SpecInWords.model(run.spec()) + " · " + Figures.moment(run.created()));
                setAccessibleText(run.name() + ", " + what.getText());
            }
        }
    }
}

package topicworkbench.ui.cloud;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.CloudRuns.Found;
import topicworkbench.ui.support.Columns;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** The runs of the account, and the chosen one at the side: brought here, opened, and what it has cost. */
final class RunsPane extends BorderPane {
    private final CloudRunsViewModel model;
    private final TableView<Found> table = new TableView<>();
    private final ScrollPane side;
    private boolean filling;

    /**
     * @param lookAt  gets the id of a run that is here
     * @param browser opens an address
     */
    RunsPane(CloudViewModel account, CloudRunsViewModel model, Consumer<String> lookAt, Consumer<String> browser) {
        this.model = model;
        table.setId("cloud-runs");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(Columns.text("id", "Run", 190, run -> model.namesProperty().get().getOrDefault(run.id(), run.id())));
        TableColumn<Found, Found> state = Columns.column("state", "State", 120, run -> run);
        state.setCellFactory(any -> new StateCell());
        table.getColumns().add(state);
        table.getColumns().add(Columns.text("begun", "Begun", 150, run -> run.begun() == null ? Figures.NONE
                : Figures.moment(run.begun())));
        table.getColumns().add(Columns.text("attempt", "Attempt", 70, run -> Integer.toString(run.attempt())));
        table.getColumns().add(Columns.text("here", "On this computer", 130, run -> run.isHere() ? "Yes" : "No"));
        table.getSelectionModel().selectedItemProperty().subscribe(run -> {
            if (!filling) {
                model.selectedProperty().set(run);
            }
        });
        model.namesProperty().subscribe(names -> table.refresh());
        side = new ScrollPane(new RunSide(account, model, lookAt, browser));
        side.getStyleClass().add("side-scroll");
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.selectedProperty().subscribe(run -> setRight(run == null ? null : side));
        account.runs().foundProperty().subscribe(found -> setCenter(content(account, found)));
        account.platform().foundProperty().subscribe(found -> setCenter(content(account, account.runs().foundProperty().get())));
    }

    private Node content(CloudViewModel account, Looking.Found<List<Found>> found) {
        return switch (found) {
            case Looking.Found.NotYet<List<Found>> _ -> account.platform().value() == null || account.runs().busyProperty().get()
                    ? new Skeleton(4)
                    : Notice.empty(Feather.CLOUD, "No runs on AWS yet", "Deploy first; runs that this or any other computer then "
                            + "starts in the account are found here by their tag.");
            case Looking.Found.There<List<Found>>(var runs) -> list(runs);
            case Looking.Found.Failed<List<Found>>(var why) -> new Trouble(why);
        };
    }

    private Node list(List<Found> runs) {
        if (runs.isEmpty()) {
            return Notice.empty(Feather.CLOUD, "No runs on AWS yet",
                    "Choose AWS as the place in the form of a new run. Whatever computer starts "
                    + "one in this account, it is found here by its tag.");
        }
        String chosen = model.selectedProperty().get() == null ? "" : model.selectedProperty().get().id();
        filling = true; // one line after another is chosen in between
        table.getSelectionModel().clearSelection();
        table.getItems().setAll(runs);
        runs.stream().filter(run -> run.id().equals(chosen)).findFirst().ifPresent(run -> table.getSelectionModel().select(run));
        filling = false;
        model.selectedProperty().set(table.getSelectionModel().getSelectedItem());
        return table;
    }

    /** Icon, color and words. */
    private static final class StateCell extends TableCell<Found, Found> {
        @Override
        protected void updateItem(Found run, boolean empty) {
            super.updateItem(run, empty);
            Label label = empty || run == null ? null : CloudWords.markOfRun(run.status()).label(CloudWords.wordsOfRun(run.status()));
            setGraphic(label);
        }
    }
}

package topicworkbench.ui.cloud;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.ui.cloud.PlatformWork.Resource;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Columns;

/** The stacks while they change: the step at hand, every resource with its newest state, and the log of the image's build. */
final class WorkPane extends VBox {
    private static final double LINE_HEIGHT = 22;

    /** @param stop ends the waiting */
    WorkPane(PlatformWork work, Runnable stop) {
        super(12);
        getStyleClass().add("work-pane");
        Label step = new Label();
        step.setId("work-step");
        step.textProperty().bind(work.stepProperty());
        step.setMinWidth(0);
        HBox.setHgrow(step, Priority.ALWAYS);
        step.setMaxWidth(Double.MAX_VALUE);
        Button wait = Buttons.plain("Stop waiting", Feather.SQUARE, stop);
        wait.setId("stop-waiting");
        HBox head = new HBox(12, step, wait);
        head.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(work.fractionProperty().map(share -> Double.isNaN(share.doubleValue())
                ? ProgressBar.INDETERMINATE_PROGRESS : share.doubleValue()));
        ListView<String> log = log(work);
        TableView<Resource> resources = resources(work);
        VBox.setVgrow(resources, Priority.ALWAYS);
        Label of = new Label("Log of the image's build");
        of.getStyleClass().add("caption");
        of.visibleProperty().bind(log.visibleProperty());
        of.managedProperty().bind(log.visibleProperty());
        getChildren().addAll(head, bar, resources, of, log);
    }

    static TableView<Resource> resources(PlatformWork work) {
        TableView<Resource> table = new TableView<>(work.resources());
        table.setId("work-resources");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("No resource has changed yet"));
        TableColumn<Resource, Resource> state = Columns.column("state", "State", 190, resource -> resource);
        state.setCellFactory(any -> new StateCell());
        table.getColumns().add(state);
        table.getColumns().add(Columns.text("resource", "Resource", 180, Resource::name));
        table.getColumns().add(Columns.text("type", "Type", 190, Resource::type));
        table.getColumns().add(Columns.text("reason", "Why", 260, Resource::reason));
        return table;
    }

    private static ListView<String> log(PlatformWork work) {
        ListView<String> log = new ListView<>(work.log());
        log.setId("build-log");
        log.setAccessibleText("Log of the image's build");
        log.getStyleClass().add("log-lines");
        log.setFixedCellSize(LINE_HEIGHT);
        log.setPrefHeight(7 * LINE_HEIGHT);
        log.setMinHeight(4 * LINE_HEIGHT);
        log.setVisible(!work.log().isEmpty());
        log.managedProperty().bind(log.visibleProperty());
        work.log().addListener((ListChangeListener<String>) change -> {
            log.setVisible(!work.log().isEmpty());
            log.scrollTo(work.log().size());
        });
        return log;
    }

    /** Icon, color and words. */
    private static final class StateCell extends TableCell<Resource, Resource> {
        @Override
        protected void updateItem(Resource resource, boolean empty) {
            super.updateItem(resource, empty);
            setGraphic(empty || resource == null ? null : resource.mark().label(resource.state()));
        }
    }
}

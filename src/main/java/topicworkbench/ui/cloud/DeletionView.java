package topicworkbench.ui.cloud;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.cloud.Platform.Deletion;
import topicworkbench.ui.cloud.DeletionViewModel.Stand;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.UserMessage;

/** Taking everything away: what goes, what stays, what must end first; then, asked by name, the stacks while they go. */
final class DeletionView extends BorderPane {
    private final DeletionViewModel model;
    private final Dialogs dialogs;
    private final Runnable back;
    private final CheckBox withData = new CheckBox("Also the bucket of reviews and runs, with all versions");
    private final WorkPane work;

    DeletionView(DeletionViewModel model, Dialogs dialogs, Runnable back) {
        this.model = model;
        this.dialogs = dialogs;
        this.back = back;
        withData.setId("delete-with-data");
        withData.selectedProperty().bindBidirectional(model.withDataProperty());
        work = new WorkPane(model.work(), model::stop);
        Label title = new Label("Delete from AWS");
        title.getStyleClass().addAll("panel-title", "cloud-step-title");
        setTop(title);
        model.standProperty().subscribe(this::show);
    }

    private void show(Stand stand) {
        setCenter(switch (stand) {
            case Stand.Looking() -> new VBox(12, withData, new Skeleton(4));
            case Stand.Shown(Deletion deletion) -> shown(deletion);
            case Stand.Deleting(Deletion deletion) -> work;
            case Stand.Done(Deletion deletion) -> done(deletion);
            case Stand.Stopped() -> Notice.empty(Feather.PAUSE_CIRCLE, "No longer waiting",
                    "AWS finishes the deletion that it is at. Deleting again goes on from where it stands.", again(), backButton());
            case Stand.Failed(UserMessage why) -> {
                VBox story = new VBox(12, new Trouble(why), new HBox(8, again(), backButton()));
                if (!model.work().resources().isEmpty()) {
                    story.getChildren().add(WorkPane.resources(model.work()));
                }
                yield story;
            }
        });
    }

    private Button again() {
        Button again = Buttons.plain("Look again", Feather.REFRESH_CW, model::look);
        again.setId("delete-again");
        return again;
    }

    private Button backButton() {
        Button button = Buttons.flat("Account", Feather.ARROW_LEFT, back);
        button.setId("delete-back");
        return button;
    }

    private Node shown(Deletion deletion) {
        if (deletion.removes().isEmpty()) {
            return Notice.empty(Feather.CHECK_CIRCLE, "Nothing to delete", "Nothing named " + model.name() + " is deployed here.",
                    backButton());
        }
        VBox lists = new VBox(16, withData);
        add(lists, "End these first", Feather.ALERT_CIRCLE, deletion.blockers(), "delete-blockers");
        add(lists, "Goes away", Feather.MINUS_CIRCLE, deletion.removes(), "delete-removes");
        add(lists, "Stays", Feather.CIRCLE, deletion.keeps(), "delete-keeps");
        Label here = new Label("Runs that were fetched to this computer are not touched.");
        here.getStyleClass().add("muted");
        Button delete = Buttons.plain("Delete…", Feather.TRASH_2, () -> delete(deletion));
        delete.setId("delete-now");
        delete.getStyleClass().add("danger");
        delete.setDisable(!deletion.blockers().isEmpty());
        HBox foot = new HBox(8, delete, again(), backButton());
        foot.setAlignment(Pos.CENTER_LEFT);
        lists.getChildren().addAll(here, foot);
        ScrollPane scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private static void add(VBox lists, String heading, Feather icon, List<String> items, String id) {
        if (items.isEmpty()) {
            return;
        }
        Label title = new Label(heading);
        title.getStyleClass().add("section-title");
        VBox list = new VBox(6, title);
        list.setId(id);
        items.forEach(item -> {
            Label line = new Label(item, new FontIcon(icon));
            line.getStyleClass().add("plan-line");
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            list.getChildren().add(line);
        });
        lists.getChildren().add(list);
    }

    private void delete(Deletion deletion) {
        String typed = dialogs.askText("Delete " + model.name() + " from AWS?", "There is no way back"
                + (deletion.withData() ? ", and the reviews and runs in the bucket are lost" : "") + ". Type " + model.name()
                + " to be sure.",
                "", "Delete").orElse("");
        if (typed.equals(model.name())) {
            model.delete();
        }
    }

    private Node done(Deletion deletion) {
        VBox done = new VBox(16, Notice.empty(Feather.CHECK_CIRCLE, "Deleted", "Nothing of it is billed any more, but for what stays."));
        done.setAlignment(Pos.TOP_CENTER);
        add(done, "Stays", Feather.CIRCLE, deletion.keeps(), "deleted-keeps");
        done.getChildren().add(backButton());
        return done;
    }
}

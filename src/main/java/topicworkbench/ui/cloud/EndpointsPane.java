package topicworkbench.ui.cloud;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.wording.Figures;

/** Endpoints with what an hour of each costs and the button that takes it away; a new one, and a text put to one. */
final class EndpointsPane extends ScrollPane {
    private final CloudViewModel account;
    private final EndpointsViewModel model;
    private final Dialogs dialogs;
    private final Consumer<String> browser;
    private final EndpointAnswers answers;

    EndpointsPane(CloudViewModel account, EndpointsViewModel model, Dialogs dialogs, Consumer<String> browser) {
        this.account = account;
        this.model = model;
        this.dialogs = dialogs;
        this.browser = browser;
        answers = new EndpointAnswers(account, model.question());
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        Section<List<Endpoint>> list = new Section<>("Endpoints", account.endpoints(), this::list, new Label());
        model.told().addListener((MapChangeListener<String, UserMessage>) change -> list.draw());
        VBox all = new VBox(24, list, new EndpointForm(model, dialogs), answers);
        all.getStyleClass().add("cloud-account");
        setContent(new VBox(all));
    }

    private Node list(List<Endpoint> endpoints) {
        if (endpoints.isEmpty()) {
            Label none = new Label("There are no endpoints. A fetched run's model answers on this computer without one; an endpoint "
                    + "lets other "
                    + "programs ask it.");
            none.setWrapText(true);
            none.setMinHeight(USE_PREF_SIZE);
            return none;
        }
        RowGrid rows = new RowGrid(0, List.of("Endpoint", "State", "On", "Since", ">An hour", ""));
        rows.setId("endpoint-rows");
        for (Endpoint endpoint : endpoints) {
            rows.row(RowGrid.text(endpoint.name()), CloudWords.mark(endpoint).label(CloudWords.sentence(endpoint.state())),
                    RowGrid.figure(endpoint.kind()),
                    RowGrid.figure(endpoint.since() == null ? Figures.NONE : Figures.moment(endpoint.since())),
                    RowGrid.figure(CloudWords.hour(endpoint.priceHour())), actions(endpoint));
            UserMessage told = model.told().get(endpoint.name());
            if (endpoint.failure() != null) {
                rows.note(new Trouble(new UserMessage(UserMessage.Kind.FAILURE, endpoint.failure(), "")));
            }
            if (told != null) {
                rows.note(told.isFailure() ? new Trouble(told) : RowGrid.muted(told.text() + "; it stays in this list until it is gone."));
            }
        }
        return rows;
    }

    private HBox actions(Endpoint endpoint) {
        Button console = icon(Feather.EXTERNAL_LINK, "Open " + endpoint.name() + " in the AWS console",
                () -> account.links().map(links -> links.endpoint(endpoint.name())).ifPresent(browser));
        Button ask = icon(Feather.MESSAGE_SQUARE, "Put a text to " + endpoint.name(), () -> answers.choose(endpoint));
        ask.setDisable(!endpoint.isInService());
        Button delete = Buttons.flat("Delete", Feather.TRASH_2, () -> delete(endpoint));
        delete.setId("delete-" + endpoint.name());
        delete.setAccessibleText("Delete " + endpoint.name());
        delete.setDisable(model.isDeleting(endpoint.name()) || endpoint.state().equals("Deleting"));
        HBox actions = new HBox(ask, console, delete);
        actions.setAlignment(Pos.CENTER_RIGHT);
        return actions;
    }

    private static Button icon(Feather icon, String words, Runnable action) {
        Button button = Buttons.flat("", icon, action);
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        return button;
    }

    private void delete(Endpoint endpoint) {
        if (dialogs.confirm("Delete " + endpoint.name() + "?", "Programs that ask it get no answer any more. The run's model stays, costs "
                + "nothing, and can be put behind an endpoint again.", "Delete endpoint")) {
            model.delete(endpoint);
        }
    }
}

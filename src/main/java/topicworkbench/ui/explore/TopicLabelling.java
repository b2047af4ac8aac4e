package topicworkbench.ui.explore;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.Verdict;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Buttons;

/** The list of topics with what can be done to the chosen one: buttons below it, and keys wherever no text is typed. */
final class TopicLabelling extends BorderPane {
    private final Exploration exploration;
    private final Curating curating;
    private final Region list;
    private final Runnable rename;
    private final VBox below = new VBox();
    private final FlowPane buttons = new FlowPane(12, 2);
    private final Map<CurationAction, Button> button = new EnumMap<>(CurationAction.class);

    /** @param rename begins to write the chosen topic's label in the list */
    TopicLabelling(Region list, Runnable rename, ExploreViewModel model) {
        this.exploration = model.exploration();
        this.curating = exploration.curating();
        this.list = list;
        this.rename = rename;
        model.whenActed(this::perform);
        for (CurationAction action : CurationAction.values()) {
            button.put(action, button(action));
        }
        HBox ofTopic = new HBox();
        HBox ofAll = new HBox();
        button.forEach((action, made) -> (action == CurationAction.UNDO || action == CurationAction.REDO ? ofAll : ofTopic)
                .getChildren().add(made));
        ofAll.getChildren().addAll(showHidden(),
                small("labels-check", Feather.CHECK_SQUARE, "Five-minute check of the topics", () -> model.want(LabelRoom.CHECK)),
                small("labels-exchange", Feather.SHARE, "Take labels from or to other runs and people",
                        () -> model.want(LabelRoom.EXCHANGE)));
        buttons.getChildren().setAll(ofTopic, ofAll); // where there is no room for both, one stands below the other
        below.getStyleClass().add("labelling-bar");
        below.getChildren().setAll(buttons);
        setCenter(list);
        setBottom(below);
        exploration.selectedProperty().subscribe(topic -> {
            closePrompt();
            enable();
        });
        curating.curatedProperty().subscribe(run -> enable());
        addEventFilter(KeyEvent.KEY_PRESSED, this::press); // before the table, which takes F2 for its cell
        EventHandler<KeyEvent> keys = this::press;
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, keys); // what no other panel has use for
            }
        });
    }

    private Button button(CurationAction action) {
        return small("topic-" + action.name().toLowerCase(Locale.ROOT), action.icon(), action.title() + " ("
                + action.keys().replace("Shortcut", "Ctrl") + ")", () -> perform(action));
    }

    private static Button small(String id, Ikon icon, String help, Runnable action) {
        Button made = Buttons.flat("", icon, action);
        made.setId(id);
        made.getStyleClass().add("panel-button");
        made.setTooltip(new Tooltip(help));
        made.setAccessibleText(help);
        return made;
    }

    private ToggleButton showHidden() {
        ToggleButton toggle = new ToggleButton("", new FontIcon(Feather.EYE));
        toggle.setId("show-hidden");
        toggle.getStyleClass().addAll("flat", "panel-button");
        toggle.setTooltip(new Tooltip("List hidden topics too"));
        toggle.setAccessibleText("List hidden topics too");
        toggle.selectedProperty().bindBidirectional(curating.showHiddenProperty());
        return toggle;
    }

    private void enable() {
        boolean none = exploration.selectedProperty().get() == null;
        button.forEach((action, made) -> made.setDisable(switch (action) {
            case UNDO -> !curating.canUndoProperty().get();
            case REDO -> !curating.canRedoProperty().get();
            case MERGE -> none || curating.topics().size() < 2;
            default -> none;
        }));
    }

    private void press(KeyEvent key) {
        if (key.getTarget() instanceof TextInputControl || !isShown()) {
            return;
        }
        for (CurationAction action : CurationAction.values()) {
            if (!key.isConsumed() && action.isMeant(key) && !button.get(action).isDisabled()) {
                perform(action);
                key.consume();
            }
        }
    }

    private boolean isShown() {
        for (Node node = this; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Does it, or asks what it needs to know below the list. */
    void perform(CurationAction action) {
        Topic chosen = exploration.selectedProperty().get();
        switch (action) {
            case UNDO -> curating.undo();
            case REDO -> curating.redo();
            case CurationAction any when chosen == null -> { }
            case RENAME -> rename.run();
            case GOOD -> mark(chosen, Verdict.GOOD);
            case JUNK -> mark(chosen, Verdict.JUNK);
            case HIDE -> curating.edit(new CurationEntry.Hide(chosen.id(), !curating.topic(chosen.id()).hidden()));
            case NOTE -> ask(new NotePrompt(curating, chosen, this::closePrompt));
            case MERGE -> ask(new MergePrompt(curating, chosen, this::closePrompt));
            case SPLIT -> ask(new SplitPrompt(curating, chosen, this::closePrompt));
        }
    }

    private void mark(Topic chosen, Verdict verdict) {
        CuratedTopic topic = curating.topic(chosen.id());
        curating.edit(new CurationEntry.Mark(chosen.id(), topic.verdict() == verdict ? null : verdict));
    }

    private void ask(CurationPrompt prompt) {
        prompt.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                closePrompt();
                key.consume();
            }
        });
        below.getChildren().setAll(prompt, buttons);
        prompt.begin();
    }

    private void closePrompt() {
        if (below.getChildren().size() > 1) {
            below.getChildren().setAll(buttons);
            Node table = list.lookup(".table-view");
            (table == null ? list : table).requestFocus();
        }
    }
}

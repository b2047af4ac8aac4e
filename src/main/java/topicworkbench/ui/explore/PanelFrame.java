package topicworkbench.ui.explore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.WindowPreferences;

/** A place of the room: its views take turns under their tabs, the one shown can be pinned and made large. */
final class PanelFrame extends BorderPane {
    private static final double TAB_GAP = 4;

    private final String id;
    private final WindowPreferences preferences;
    private final ToggleGroup tabs = new ToggleGroup();
    private final Map<RoomView, Region> built = new HashMap<>();
    private final BooleanProperty maximized = new SimpleBooleanProperty();
    private final ToggleButton pin = new ToggleButton("Pin", new FontIcon(Feather.MAP_PIN));
    private BooleanProperty pinned;

    /**
     * @param id         of the place
     * @param views      that take turns; the first is shown at first
     * @param onMaximize called to make the place large, or small again
     */
    PanelFrame(String id, List<RoomView> views, WindowPreferences preferences, Consumer<PanelFrame> onMaximize) {
        this.id = id;
        this.preferences = preferences;
        setId("panel-" + id);
        getStyleClass().add("panel-frame");
        setMinSize(0, 0);
        HBox row = new HBox(TAB_GAP);
        row.setAlignment(Pos.CENTER_LEFT);
        views.forEach(view -> row.getChildren().add(tab(view)));
        row.setDisable(views.size() == 1); // a title, not a choice
        ScrollPane tabRow = new ScrollPane(row);
        tabRow.getStyleClass().add("panel-tabs");
        tabRow.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tabRow.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        tabRow.setFitToHeight(true);
        tabRow.setMinWidth(0);
        HBox.setHgrow(tabRow, Priority.ALWAYS);
        tabRow.widthProperty().subscribe(width -> abbreviate(width.doubleValue()));
        HBox head = new HBox(4, tabRow, pin(), maximizeButton(onMaximize));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("panel-head");
        head.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.getClickCount() == 2) {
                onMaximize.accept(this);
            }
        });
        setTop(head);
        tabs.selectedToggleProperty().subscribe((was, is) -> {
            abbreviate(tabRow.getWidth());
            if (is == null) {
                was.setSelected(true); // one is always shown
            } else if (is != was) {
                show((RoomView) is.getUserData());
            }
        });
        String remembered = preferences.choice("explore." + id, views.getFirst().id());
        choose(views.stream().anyMatch(view -> view.id().equals(remembered)) ? remembered : views.getFirst().id());
    }

    private ToggleButton tab(RoomView view) {
        ToggleButton tab = new ToggleButton(view.word(), new FontIcon(view.icon()));
        tab.setId("view-" + view.id());
        tab.getStyleClass().add("panel-tab");
        tab.setMnemonicParsing(false);
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setTooltip(new Tooltip(view.word()));
        tab.setToggleGroup(tabs);
        tab.setUserData(view);
        return tab;
    }

    /** Where there is no room for all words only the view that is shown has one; icons stand for the others. */
    private void abbreviate(double width) {
        double wanted = 0;
        for (Toggle toggle : tabs.getToggles()) {
            ToggleButton tab = (ToggleButton) toggle;
            tab.setContentDisplay(ContentDisplay.LEFT);
            wanted += tab.prefWidth(-1) + TAB_GAP;
        }
        for (Toggle toggle : tabs.getToggles()) {
            ((ToggleButton) toggle).setContentDisplay(wanted <= width || toggle.isSelected() ? ContentDisplay.LEFT
                    : ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private Node pin() {
        pin.setId("pin-" + id);
        pin.getStyleClass().add("panel-tab");
        pin.setMinWidth(USE_PREF_SIZE);
        pin.setTooltip(new Tooltip("Keep what this view shows while filters change"));
        return pin;
    }

    private Button maximizeButton(Consumer<PanelFrame> onMaximize) {
        Button button = Buttons.flat("", null, () -> onMaximize.accept(this));
        button.setId("maximize-" + id);
        button.getStyleClass().add("panel-button");
        maximized.subscribe(large -> {
            button.setGraphic(new FontIcon(large ? Feather.MINIMIZE_2 : Feather.MAXIMIZE_2));
            button.setTooltip(new Tooltip(large ? "Back to the whole room (Esc)" : "Make this panel large (double click)"));
            button.setAccessibleText(large ? "Back to the whole room" : "Make this panel large");
        });
        return button;
    }

    /** Brings a view to the front. */
    void choose(String viewId) {
        tabs.getToggles().stream().filter(tab -> ((RoomView) tab.getUserData()).id().equals(viewId)).findFirst()
                .ifPresent(tabs::selectToggle);
    }

    private void show(RoomView view) {
        Region node = built.computeIfAbsent(view, first -> first.node().get());
        setCenter(node);
        if (pinned != null) {
            pin.selectedProperty().unbindBidirectional(pinned);
        }
        pinned = node instanceof Pinnable pinnable ? pinnable.pinnedProperty() : null;
        pin.setVisible(pinned != null);
        pin.setManaged(pinned != null);
        if (pinned != null) {
            pin.selectedProperty().bindBidirectional(pinned);
        }
        preferences.setChoice("explore." + id, view.id());
    }

    BooleanProperty maximizedProperty() {
        return maximized;
    }
}

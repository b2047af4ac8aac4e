package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.ui.support.Appearance;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.ui.support.Theme;

/** The words on every kind of control can be read in every state it comes into, as the window draws it, in both looks. */
@ExtendWith(ApplicationExtension.class)
class ContrastInStatesTest {
    private static final double LEAST = 4.5;
    private static final List<Set<String>> STATES = List.of(Set.of(), Set.of("hover"), Set.of("focused", "focus-visible"),
            Set.of("armed"), Set.of("selected"), Set.of("selected", "hover"), Set.of("selected", "focused"), Set.of("showing"),
            Set.of("error"), Set.of("changed"));
    private static final Set<String> ALL = Set.of("hover", "focused", "focus-visible", "armed", "selected", "showing", "error",
            "changed");

    private final List<String> unreadable = new ArrayList<>();
    private final VBox root = new VBox(8);
    private ContextMenu menu;

    private Theme theme;

    @Start
    void open(Stage stage) {
        theme = new Theme(Appearance.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
        root.getChildren().addAll(new Label("Label"), styled(new Label("Muted"), "muted"), new Button("Button"),
                Buttons.primary("Primary", null, () -> { }), Buttons.flat("Flat", null, () -> { }), new ToggleButton("Toggle"),
                styled(new ToggleButton("Fold"), "fold-heading", "section-title"), styled(new ToggleButton("Rail"), "rail-entry"),
                new CheckBox("Check"), new RadioButton("Radio"), new Hyperlink("Link"), new MenuButton("Menu"),
                combo(), new TextField("Field"), prompting(), new TextArea("Area"), new Spinner<>(1, 9, 5), list(), table(),
                new TabPane(new Tab("One", new Label("one")), new Tab("Two")));
        Scene scene = new Scene(root, 900, 980);
        SharedStage.show(stage, scene);
        menu = new ContextMenu(new MenuItem("An item"), new MenuItem("Another"));
        menu.show(root, 300, 300); // the headless platform cannot draw over the edge
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private static ComboBox<String> combo() {
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().setAll("chosen", "other");
        combo.setValue("chosen");
        return combo;
    }

    private static TextField prompting() {
        TextField field = new TextField();
        field.setPromptText("Prompt");
        return field;
    }

    private static ListView<String> list() {
        ListView<String> list = new ListView<>();
        list.getItems().setAll("first", "second");
        list.setMinHeight(60);
        return list;
    }

    private static TableView<String> table() {
        TableView<String> table = new TableView<>();
        TableColumn<String, String> column = new TableColumn<>("Head");
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        table.getColumns().add(column);
        table.getItems().setAll("first", "second");
        table.setMinHeight(100);
        return table;
    }

    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void wordsCanBeReadInEveryState(Appearance look, FxRobot robot) {
        robot.interact(() -> {
            theme.appearanceProperty().set(look);
            root.getStyleClass().setAll("root", "workbench");
        });
        waitForFxEvents();
        for (Set<String> state : STATES) {
            robot.interact(() -> {
                for (Parent part : List.of(root, menu.getScene().getRoot())) {
                    put(part, state);
                    part.applyCss();
                    part.layout();
                    check(part, ground(part, Color.WHITE), look + " " + state);
                }
            });
        }
        assertThat(unreadable).isEmpty();
    }

    /** Which are windows of their own: what is not defined for them is a warning in the log and no color on the screen. */
    @ParameterizedTest
    @EnumSource(value = Appearance.class, names = {"LIGHT", "DARK"})
    void dialogsAndDropDownListsHaveTheHousesColorsToo(Appearance look, FxRobot robot) {
        Color chosen = Color.web(look == Appearance.DARK ? "#1a2332" : "#eaf2fd");
        robot.interact(() -> {
            theme.appearanceProperty().set(look);
            Dialog<Void> dialog = new Dialog<>();
            dialog.initOwner(root.getScene().getWindow());
            ListView<String> list = list();
            dialog.getDialogPane().setContent(list);
            dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
            dialog.show();
            list.getSelectionModel().select(0);
            assertThat(chosenCell(list)).isEqualTo(chosen);
            dialog.close();
            ComboBox<?> combo = (ComboBox<?>) root.lookup(".combo-box");
            combo.show();
            assertThat(chosenCell((ListView<?>) ((ComboBoxListViewSkin<?>) combo.getSkin()).getPopupContent())).isEqualTo(chosen);
            combo.hide();
        });
    }

    private static Paint chosenCell(ListView<?> list) {
        list.getScene().getRoot().applyCss();
        list.getScene().getRoot().layout();
        return list.lookupAll(".list-cell").stream().map(cell -> (ListCell<?>) cell).filter(ListCell::isSelected)
                .map(cell -> cell.getBackground().getFills().getFirst().getFill()).findFirst().orElseThrow();
    }

    private static void put(Parent parent, Set<String> state) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            ALL.forEach(name -> node.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), state.contains(name)));
            if (node instanceof Parent inner) {
                put(inner, state);
            }
        }
    }

    private void check(Parent parent, Color ground, String state) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof Text text && node.isVisible() && !text.getText().isBlank() && text.getFill() instanceof Color words) {
                double contrast = Contrast.of(Contrast.over(words, ground), ground);
                if (contrast < LEAST) {
                    unreadable.add("%s: \"%s\" %s on %s, %.2f".formatted(state, text.getText(), words, ground, contrast));
                }
            } else if (node instanceof Parent inner && node.isVisible()) {
                check(inner, ground(inner, ground), state);
            }
        }
    }

    /** What is seen behind the content of a node. */
    private static Color ground(Parent parent, Color below) {
        Color ground = below;
        Background own = parent instanceof Region region ? region.getBackground() : null;
        if (own != null) {
            for (BackgroundFill fill : own.getFills()) {
                ground = fill.getFill() instanceof Color color ? Contrast.over(color, ground) : ground;
            }
        }
        return ground;
    }
}

package topicworkbench.ui.configure;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.SettingKind;
import topicworkbench.ui.support.Buttons;

/** One setting as the form shows it: name, control, range, a line of help or what is wrong, and the way back. */
final class FieldBlock extends VBox {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final double NUMBER_WIDTH = 128;

    private final FormField field;

    /** The control that fits the setting. */
    static FieldBlock of(FormField field) {
        return new FieldBlock(field, Fields.control(field));
    }

    FieldBlock(FormField field, Node control) {
        this.field = field;
        getStyleClass().add("field");
        if (!(control instanceof CheckBox)) {
            getChildren().add(heading(control));
        }
        Label range = new Label();
        range.getStyleClass().add("field-help");
        range.setWrapText(true);
        range.setMinWidth(0);
        field.baseProperty().subscribe(base -> range.setText(SettingWords.range(field.setting(), base)));
        boolean wide = isWide(control);
        getChildren().add(wide ? line(control, reset()) : control instanceof CheckBox
                ? line(control, gap(), key(), reset()) : line(control, range, gap(), reset()));
        getChildren().addAll(help(wide || control instanceof CheckBox), note(), error());
        field.changedProperty().subscribe(changed -> pseudoClassStateChanged(CHANGED, changed));
    }

    private Node heading(Node control) {
        Label title = new Label(SettingWords.title(field.setting()));
        title.getStyleClass().add("field-name");
        title.setLabelFor(control);
        title.setMinWidth(Region.USE_PREF_SIZE);
        return line(title, gap(), key());
    }

    private Label key() {
        Label key = new Label(field.setting().name());
        key.getStyleClass().add("field-key");
        key.setMinWidth(0);
        return key;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static HBox line(Node... nodes) {
        HBox line = new HBox(8, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Names and paths want the whole width, a number does not. */
    private boolean isWide(Node control) {
        SettingKind kind = field.setting().kind();
        boolean wide = control instanceof ComboBox<?> box && box.isEditable() || control instanceof TextField && kind != SettingKind.WHOLE
                && kind != SettingKind.NUMBER
                && kind != SettingKind.NUMBER_OR_AUTO && kind != SettingKind.NUMBER_OR_INFINITY && kind != SettingKind.DAY;
        if (wide) {
            HBox.setHgrow(control, Priority.ALWAYS);
        } else if (control instanceof TextField number) {
            number.setMinWidth(NUMBER_WIDTH);
            number.setMaxWidth(NUMBER_WIDTH);
        } else if (control instanceof Control other) {
            other.setMinWidth(Region.USE_PREF_SIZE);
        }
        return wide;
    }

    private Button reset() {
        Button reset = Buttons.flat("", Feather.ROTATE_CCW, field::reset);
        reset.setId(field.setting().name() + "-reset");
        reset.getStyleClass().add("field-reset");
        reset.visibleProperty().bind(field.changedProperty());
        reset.managedProperty().bind(reset.visibleProperty());
        Tooltip way = new Tooltip();
        reset.setTooltip(way);
        field.baseProperty().subscribe(base -> {
            way.setText("Back to " + (base.isEmpty() ? "nothing" : base));
            reset.setAccessibleText(SettingWords.title(field.setting()) + ": back to " + base);
        });
        return reset;
    }

    /** @param withRange where there is no room for it beside the control */
    private Label help(boolean withRange) {
        Label help = new Label(field.setting().help());
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        if (withRange) {
            field.baseProperty().subscribe(base -> help.setText(field.setting().help() + " · "
                    + SettingWords.range(field.setting(), base)));
        }
        field.errorProperty().subscribe(error -> {
            help.setVisible(error == null);
            help.setManaged(error == null);
        });
        return help;
    }

    private Label note() {
        Label note = new Label();
        note.setId(field.setting().name() + "-note");
        note.getStyleClass().add("field-note");
        note.setWrapText(true);
        note.textProperty().bind(field.noteProperty());
        note.visibleProperty().bind(field.noteProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        return note;
    }

    private Label error() {
        Label error = new Label();
        error.setId(field.setting().name() + "-error");
        Fields.showError(error, field.errorProperty());
        return error;
    }
}

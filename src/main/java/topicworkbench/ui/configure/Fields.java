package topicworkbench.ui.configure;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import topicworkbench.run.InstanceTypes;
import topicworkbench.run.Setting;
import topicworkbench.ui.support.UserMessage;

/** The controls of a form, each bound to its field and named for those who cannot see it. */
final class Fields {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final String ON = "true";
    private static final String OFF = "false";

    private Fields() { }

    /** The control that fits the setting's kind. */
    static Control control(FormField field) {
        return switch (field.setting().kind()) {
            case FLAG -> flag(field);
            case CHOICE -> choice(field, field.setting().choices());
            default -> InstanceTypes.of(field.setting().name()).isEmpty() ? text(field)
                    : suggestions(field, InstanceTypes.of(field.setting().name()));
        };
    }

    static TextField text(FormField field) {
        TextField control = new TextField();
        control.textProperty().bindBidirectional(field.textProperty());
        return named(control, field);
    }

    static ComboBox<String> choice(FormField field, List<String> values) {
        ComboBox<String> control = new ComboBox<>();
        control.getItems().setAll(values);
        control.setConverter(converter());
        control.setMaxWidth(Double.MAX_VALUE);
        control.valueProperty().bindBidirectional(field.textProperty());
        return named(control, field);
    }

    /** What is written, or one of these. */
    private static ComboBox<String> suggestions(FormField field, List<String> values) {
        ComboBox<String> control = new ComboBox<>();
        control.setEditable(true);
        control.getItems().setAll(values);
        control.setMaxWidth(Double.MAX_VALUE);
        control.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(String type, boolean empty) {
                super.updateItem(type, empty);
                setText(empty ? null : type + (InstanceTypes.isDocumentedGpu(type) ? " · GPU, documented for the NTM" : " · no GPU"));
            }
        });
        control.getEditor().textProperty().bindBidirectional(field.textProperty());
        return named(control, field);
    }

    private static CheckBox flag(FormField field) {
        CheckBox control = new CheckBox(SettingWords.title(field.setting()));
        field.textProperty().subscribe(text -> control.setSelected(ON.equals(text)));
        control.selectedProperty().subscribe((before, now) -> field.textProperty().set(now ? ON : OFF));
        return named(control, field);
    }

    private static <C extends Control> C named(C control, FormField field) {
        Setting setting = field.setting();
        control.setId(setting.name());
        control.setAccessibleText(SettingWords.title(setting));
        control.setAccessibleHelp(setting.help() + ". " + SettingWords.range(setting, field.baseProperty().get()) + ".");
        field.errorProperty().subscribe(error -> control.pseudoClassStateChanged(WRONG, error != null));
        return control;
    }

    private static StringConverter<String> converter() {
        return new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null ? "" : SettingWords.value(value);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        };
    }

    /** A line that is there only while something is wrong. */
    static void showError(Label label, ObservableValue<UserMessage> error) {
        label.getStyleClass().add("field-error");
        label.setWrapText(true);
        label.managedProperty().bind(label.visibleProperty());
        error.subscribe(message -> {
            label.setVisible(message != null);
            label.setText(message == null ? "" : message.line());
        });
    }
}

package topicworkbench.ui.configure;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import topicworkbench.ui.support.UserMessage;

/** The pieces a form is made of: a name, a control, a line of help, and the error in its place. */
final class Fields {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

    private Fields() { }

    /** A text field for a setting. */
    static TextField text(FormField field, double width) {
        TextField control = new TextField();
        control.setId(field.setting().name());
        control.setMaxWidth(width);
        control.textProperty().bindBidirectional(field.textProperty());
        control.setAccessibleText(field.setting().name());
        field.errorProperty().subscribe(error -> control.pseudoClassStateChanged(WRONG, error != null));
        return control;
    }

    /** Name above, help or error below. */
    static VBox block(String name, Node control, String help, FormField field) {
        Label title = new Label(name);
        title.getStyleClass().add("field-name");
        title.setLabelFor(control);
        Label hint = new Label(help);
        hint.getStyleClass().add("field-help");
        hint.setWrapText(true);
        Label error = new Label();
        error.setId(field.setting().name() + "-error");
        showError(error, field.errorProperty());
        hint.visibleProperty().bind(error.visibleProperty().not());
        hint.managedProperty().bind(hint.visibleProperty());
        VBox block = new VBox(4, title, control, hint, error);
        block.getStyleClass().add("field");
        return block;
    }

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

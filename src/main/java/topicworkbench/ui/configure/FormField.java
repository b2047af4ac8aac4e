package topicworkbench.ui.configure;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.Setting;
import topicworkbench.ui.support.UserMessage;

/** One setting in the form: what the user wrote, at once what is wrong with it, and whether it differs from its base. */
public final class FormField {
    private final Setting setting;
    private final StringProperty text;
    private final ReadOnlyStringWrapper base;
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UserMessage> error = new ReadOnlyObjectWrapper<>();

    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /** @param base the value of the preset, or where there is none the default */
    FormField(Setting setting, String base) {
        this.setting = setting;
        this.text = new SimpleStringProperty(base);
        this.base = new ReadOnlyStringWrapper(base);
    }

    public Setting setting() {
        return setting;
    }

    /** As the command line takes it. */
    public StringProperty textProperty() {
        return text;
    }

    /** What {@link #reset} goes back to. */
    public ReadOnlyStringProperty baseProperty() {
        return base.getReadOnlyProperty();
    }

    /** Whether the value is another than the base's. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** Null while the text can be used. */
    public ReadOnlyObjectProperty<UserMessage> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What the other fields make of this one, for example that it changes nothing; empty if nothing is to be said. */
    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    void note(String words) {
        note.set(words);
    }

    public void reset() {
        text.set(base.get());
    }

    String text() {
        return text.get() == null ? "" : text.get();
    }

    /** Compares with another base from now on; a field that the user left alone goes with it. */
    void rebase(String newBase) {
        boolean untouched = text().equals(base.get());
        base.set(newBase);
        if (untouched) {
            text.set(newBase);
        }
    }

    /** @param value what the text stands for, as the setting writes it; null where it stands for nothing */
    void accept(String value) {
        error.set(null);
        changed.set(!base.get().equals(value == null ? text() : value));
    }

    void refuse(InvalidOptionException why) {
        error.set(new UserMessage(UserMessage.Kind.FAILURE, why.getMessage(), why.remedy()));
        changed.set(!text().equals(base.get()));
    }
}

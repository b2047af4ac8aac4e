package topicworkbench.ui.configure;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Setting;
import topicworkbench.ui.support.UserMessage;

/** One setting in the form: what the user wrote, and at once what is wrong with it. */
public final class FormField {
    private final Setting setting;
    private final StringProperty text;
    private final ReadOnlyObjectWrapper<UserMessage> error = new ReadOnlyObjectWrapper<>();

    FormField(Setting setting, RunSpec spec) {
        this.setting = setting;
        this.text = new SimpleStringProperty(setting.read(spec));
    }

    public Setting setting() {
        return setting;
    }

    /** As the command line takes it. */
    public StringProperty textProperty() {
        return text;
    }

    /** Null while the text can be used. */
    public ReadOnlyObjectProperty<UserMessage> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** {@code name=value}. */
    String assignment() {
        return setting.name() + "=" + (text.get() == null ? "" : text.get());
    }

    /** Tries the text on a specification that is otherwise in order. */
    void check(RunSpec valid) {
        try {
            setting.with(valid, text.get() == null ? "" : text.get());
            error.set(null);
        } catch (InvalidOptionException e) {
            refuse(e);
        }
    }

    void refuse(InvalidOptionException why) {
        error.set(new UserMessage(UserMessage.Kind.FAILURE, why.getMessage(), why.remedy()));
    }
}

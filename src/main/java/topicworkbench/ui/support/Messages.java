package topicworkbench.ui.support;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The last thing the window had to tell, shown at its foot. Good news never needs a click. */
public final class Messages {
    private final ReadOnlyObjectWrapper<UserMessage> last = new ReadOnlyObjectWrapper<>(UserMessage.NONE);

    public ReadOnlyObjectProperty<UserMessage> lastProperty() {
        return last.getReadOnlyProperty();
    }

    public void tell(UserMessage message) {
        last.set(message);
    }

    public void tell(String news) {
        tell(UserMessage.news(news));
    }

    public void tell(Throwable failure) {
        tell(UserMessage.of(failure));
    }
}

package topicworkbench.ui.support;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** Light or dark, for the whole application: AtlantaFX's Primer, following the system unless told otherwise. */
public final class Theme {
    private final ObjectProperty<Appearance> appearance;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    /** Where the system's look is the one of this computer's desktop. */
    public static Theme onThisDesktop(Appearance initial) {
        return new Theme(initial, Platform.getPreferences().colorSchemeProperty());
    }

    /** @param system what the system wants just now */
    public Theme(Appearance initial, ObservableValue<ColorScheme> system) {
        appearance = new SimpleObjectProperty<>(initial);
        BooleanBinding wanted = Bindings.createBooleanBinding(
                () -> appearance.get() == Appearance.DARK
                        || appearance.get() == Appearance.SYSTEM && system.getValue() == ColorScheme.DARK,
                appearance, system);
        dark.bind(wanted);
        dark.subscribe(isDark -> Application.setUserAgentStylesheet(
                isDark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet()));
    }

    public ObjectProperty<Appearance> appearanceProperty() {
        return appearance;
    }

    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }
}

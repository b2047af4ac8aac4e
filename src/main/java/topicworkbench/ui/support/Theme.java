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

/** Light or dark, for the whole application: AtlantaFX's Primer, following the system unless told otherwise. */
public final class Theme {
    private final ObjectProperty<Appearance> appearance;
    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();

    public Theme(Appearance initial) {
        appearance = new SimpleObjectProperty<>(initial);
        var system = Platform.getPreferences().colorSchemeProperty();
        BooleanBinding wanted = Bindings.createBooleanBinding(
                () -> appearance.get() == Appearance.DARK
                        || appearance.get() == Appearance.SYSTEM && system.get() == ColorScheme.DARK,
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

    /** From what is seen now to the other. */
    public void switchOver() {
        appearance.set(dark.get() ? Appearance.LIGHT : Appearance.DARK);
    }
}

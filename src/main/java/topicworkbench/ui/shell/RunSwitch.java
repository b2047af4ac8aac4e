package topicworkbench.ui.shell;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import topicworkbench.run.RunSummary;

/** Shows which run is looked at, and leads to another from anywhere. */
final class RunSwitch extends ComboBox<RunSummary> {
    private static final double WIDTH = 240;

    private final LookedAtViewModel model;
    private boolean following;

    RunSwitch(LookedAtViewModel model, Consumer<String> choose) {
        this.model = model;
        setId("run-switch");
        setPrefWidth(WIDTH);
        setPromptText("No run chosen");
        setAccessibleText("Run that is looked at");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(RunSummary run) {
                return run == null ? "" : run.name();
            }

            @Override
            public RunSummary fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        setOnAction(event -> {
            if (!following && getValue() != null) {
                choose.accept(getValue().id());
            }
        });
        model.idProperty().subscribe(id -> follow());
        model.runs().addListener((ListChangeListener<RunSummary>) change -> follow());
    }

    /**
     * Where the list has changed the run is chosen anew, though it is the same one: it stands in another place, and the
     * switch would show the one that stands in the old place now.
     */
    private void follow() {
        following = true;
        setDisable(model.runs().isEmpty());
        if (!getItems().equals(model.runs())) {
            setValue(null);
            getItems().setAll(model.runs());
        }
        setValue(model.idProperty().get() == null ? null : model.find(model.idProperty().get()).orElse(null));
        following = false;
    }
}

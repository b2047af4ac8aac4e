package topicworkbench.ui.explore;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.explore.ExploreViewModel.Content;

/** Chooses which run is looked at. */
final class RunSwitch extends ComboBox<RunSummary> {
    private boolean following;

    RunSwitch(ExploreViewModel model) {
        setId("run-switch");
        setPrefWidth(190);
        setMinWidth(USE_PREF_SIZE);
        setPromptText("Choose a run");
        setAccessibleText("Run");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(RunSummary run) {
                return run == null ? "" : run.name();
            }

            @Override
            public RunSummary fromString(String text) {
                return null;
            }
        });
        setItems(model.runs());
        setOnAction(event -> {
            if (!following && getValue() != null) {
                model.open(getValue().id());
            }
        });
        model.contentProperty().subscribe(content -> follow(model));
        model.runs().addListener((ListChangeListener<RunSummary>) change -> follow(model));
    }

    private void follow(ExploreViewModel model) {
        following = true;
        setVisible(!model.runs().isEmpty());
        if (model.contentProperty().get() instanceof Content.Shown(RunSummary run, var _)) {
            setValue(model.runs().stream().filter(each -> each.id().equals(run.id())).findFirst().orElse(null));
        }
        following = false;
    }
}

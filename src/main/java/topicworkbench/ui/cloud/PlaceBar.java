package topicworkbench.ui.cloud;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.ui.cloud.CloudViewModel.Choices;
import topicworkbench.ui.cloud.CloudViewModel.Standing;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.ProgramSettings;

/** Which profile, region and stacks are meant, and who is signed in there. What is chosen here, new runs keep to. */
final class PlaceBar extends FlowPane {
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final CloudViewModel model;
    private final StringProperty profile = new SimpleStringProperty("");
    private final StringProperty region = new SimpleStringProperty("");
    private final ComboBox<String> profiles;
    private final ComboBox<String> regions;
    private final TextField name = new TextField();
    private final Label who = new Label();
    private boolean filling;

    PlaceBar(CloudViewModel model) {
        super(16, 8);
        this.model = model;
        getStyleClass().add("place-bar");
        setAlignment(Pos.CENTER_LEFT);
        profiles = Choice.of("cloud-profile", "AWS profile", profile, text -> text == null || text.isEmpty() ? "Default" : text);
        regions = Choice.of("cloud-region", "AWS region", region, text -> text == null || text.isEmpty() ? "The profile's" : text);
        name.setId("cloud-name");
        name.setAccessibleText("What the stacks begin with");
        name.setPromptText(CloudPlace.DEFAULT_NAME);
        name.setPrefColumnCount(11);
        name.setTooltip(new Tooltip("What the stacks begin with; another name is another installation"));
        name.setOnAction(event -> choose());
        name.focusedProperty().subscribe(focused -> {
            if (!focused) {
                choose();
            }
        });
        who.setId("cloud-who");
        who.getStyleClass().add("muted");
        Button signIn = Buttons.plain("Sign in", Feather.LOG_IN, model::refresh);
        signIn.setId("cloud-sign-in");
        signIn.managedProperty().bind(signIn.visibleProperty());
        getChildren().addAll(named("Profile", profiles), named("Region", regions), named("Name", name), signIn, who);
        model.choicesProperty().subscribe(this::fill);
        model.standingProperty().subscribe(standing -> {
            signIn.setVisible(!(standing instanceof Standing.SignedIn));
            signIn.setDisable(standing instanceof Standing.SigningIn);
            show(standing);
        });
        profile.subscribe((before, now) -> choose());
        region.subscribe((before, now) -> choose());
    }

    private static HBox named(String words, javafx.scene.Node control) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.getStyleClass().add("muted");
        HBox pair = new HBox(8, label, control);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    /** A choice of before that is not among those offered stays one. */
    void fill(Choices choices) {
        filling = true;
        ProgramSettings now = model.settings();
        profiles.getItems().setAll(with(now.awsProfile(), choices.profiles()));
        regions.getItems().setAll(with(now.awsRegion(), choices.regions()));
        profile.set(now.awsProfile());
        region.set(now.awsRegion());
        name.setText(now.awsName());
        filling = false;
    }

    private static List<String> with(String chosen, List<String> offered) {
        List<String> all = new ArrayList<>(List.of(""));
        all.addAll(offered);
        if (!all.contains(chosen)) {
            all.add(chosen);
        }
        return all;
    }

    private void choose() {
        boolean inOrder = ProgramSettings.isName(name.getText().strip());
        name.pseudoClassStateChanged(ERROR, !inOrder);
        if (!filling && inOrder && profile.get() != null && region.get() != null) {
            model.choose(profile.get(), region.get(), name.getText().strip());
        }
    }

    private void show(Standing standing) {
        who.setText(switch (standing) {
            case Standing.SignedOut() -> "Not signed in";
            case Standing.SigningIn() -> "Asking AWS who you are…";
            case Standing.SignedIn(CloudAccount account) -> "Account " + account.id() + " as " + account.who()
                    .replaceFirst("^arn:[^:]*:[^:]*:[^:]*:\\d*:", "");
            case Standing.Refused(var why, var command) -> "Not signed in";
        });
        who.setTooltip(standing instanceof Standing.SignedIn(CloudAccount account)
                ? new Tooltip(account.who() + ", " + account.region()) : null);
    }
}

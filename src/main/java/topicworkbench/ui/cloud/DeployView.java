package topicworkbench.ui.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Platform.ChangePlan;
import topicworkbench.ui.cloud.DeployViewModel.Stand;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.UserMessage;

/** The way of a deployment: its choices, the difference before anything changes, and the stacks while they change. */
final class DeployView extends BorderPane {
    private static final double FORM_WIDTH = 520;

    private final DeployViewModel model;
    private final Dialogs dialogs;
    private final Runnable back;
    private final VBox choices;
    private final ComboBox<String> classify;
    private final WorkPane work;

    DeployView(DeployViewModel model, Dialogs dialogs, Runnable back) {
        this.model = model;
        this.dialogs = dialogs;
        this.back = back;
        classify = Choice.of("deploy-classify", "Function that classifies texts", model.classifyProperty(), DeployView::classifyInWords);
        choices = choices();
        work = new WorkPane(model.work(), model::stop);
        model.standProperty().subscribe(this::show);
    }

    private static String classifyInWords(String choice) {
        return choice == null || choice.equals(DeployViewModel.UNCHANGED) ? "As deployed"
                : choice.equals(DeployViewModel.NONE) ? "No such function" : choice;
    }

    private VBox choices() {
        ComboBox<String> notify = Choice.of("deploy-notify", "Who hears of every run's end", model.notifyProperty(), choice ->
                choice == null || choice.equals(DeployViewModel.UNCHANGED) ? "As deployed"
                        : choice.equals(DeployViewModel.NOBODY) ? "Nobody" : "An e-mail address");
        notify.getItems().setAll(DeployViewModel.UNCHANGED, DeployViewModel.NOBODY, DeployViewModel.ADDRESS);
        TextField email = new TextField();
        email.setId("deploy-email");
        email.setPromptText("ann@example.org");
        email.setAccessibleText("E-mail address");
        email.textProperty().bindBidirectional(model.emailProperty());
        email.visibleProperty().bind(model.notifyProperty().isEqualTo(DeployViewModel.ADDRESS));
        email.managedProperty().bind(email.visibleProperty());
        HBox.setHgrow(email, Priority.ALWAYS);
        ComboBox<Boolean> upload = Choice.of("deploy-upload", "Runs that start with a file", model.startOnUploadProperty(),
                choice -> choice == null ? "As deployed" : choice ? "Yes" : "No");
        upload.getItems().setAll(null, true, false);
        Label problem = new Label();
        problem.setId("deploy-problem");
        problem.getStyleClass().add("field-error");
        problem.textProperty().bind(model.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Button plan = Buttons.primary("Show what would change", Feather.LIST, model::plan);
        plan.setId("deploy-plan");
        VBox form = new VBox(16, Choice.field("Tell of every run's end", new HBox(8, notify, email),
                "AWS asks an address to confirm before it writes to it."),
                Choice.field("Start a run for every file that lands under raw/", upload,
                "By automatic/spec.json in the data bucket; usually no."),
                Choice.field("Function that classifies texts", classify, "Through an endpoint, for other programs; usually none."),
                problem, new HBox(8, plan, Buttons.flat("Go back", Feather.ARROW_LEFT, back)));
        form.setMaxWidth(FORM_WIDTH);
        return form;
    }

    private void show(Stand stand) {
        setTop(title(stand instanceof Stand.Planned ? "What deploying would change" : "Deploy"));
        setBottom(null);
        setCenter(switch (stand) {
            case Stand.Choosing() -> choosing();
            case Stand.Planning() -> work;
            case Stand.Planned(ChangePlan plan) -> planned(plan);
            case Stand.Applying(ChangePlan plan) -> work;
            case Stand.Done(String release) -> Notice.empty(Feather.CHECK_CIRCLE, "Deployed", "Release " + release
                    + " is ready. Choose AWS in the form of a new run to use it.", backButton());
            case Stand.Stopped() -> Notice.empty(Feather.PAUSE_CIRCLE, "No longer waiting",
                    "AWS finishes the change that it is at. Deploying again goes on from where it stands; what is done is not done again.",
                    Buttons.plain("Deploy again", Feather.PLAY, model::plan), backButton());
            case Stand.Failed(UserMessage why, boolean began) -> failed(why, began);
        });
    }

    private static Node title(String words) {
        Label title = new Label(words);
        title.setId("deploy-title");
        title.getStyleClass().addAll("panel-title", "cloud-step-title");
        return title;
    }

    private Button backButton() {
        Button button = Buttons.flat("Account", Feather.ARROW_LEFT, back);
        button.setId("deploy-back");
        return button;
    }

    private Node choosing() {
        List<String> items = new ArrayList<>(List.of(DeployViewModel.UNCHANGED, DeployViewModel.NONE));
        items.addAll(model.endpoints());
        String chosen = model.classifyProperty().get();
        classify.getItems().setAll(items);
        model.classifyProperty().set(items.contains(chosen) ? chosen : DeployViewModel.UNCHANGED);
        ScrollPane scroll = new ScrollPane(choices);
        scroll.setFitToWidth(true);
        return scroll;
    }

    private Node planned(ChangePlan plan) {
        if (plan.isEmpty()) {
            return Notice.empty(Feather.CHECK_CIRCLE, "Nothing to do", "Everything is deployed as release " + plan.release() + ".",
                    backButton());
        }
        Button apply = Buttons.primary("Apply changes", Feather.UPLOAD_CLOUD, () -> apply(plan));
        apply.setId("deploy-apply");
        Button change = Buttons.plain("Go back", Feather.ARROW_LEFT, model::discard);
        change.setId("deploy-discard");
        HBox foot = new HBox(8, apply, change, RowGrid.muted("Nothing has changed yet."));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("cloud-foot");
        setBottom(foot);
        return new PlanView(plan);
    }

    /** Whatever would lose what it holds is asked about by name. */
    private void apply(ChangePlan plan) {
        String lost = plan.changes().stream().filter(change -> change.replaced() || change.action() == Action.REMOVE)
                .map(Change::resource).collect(Collectors.joining(", "));
        if (lost.isEmpty() || dialogs.confirm("Replace or delete " + lost + "?", "What these resources hold is lost, unless a note of the "
                + "plan says otherwise.", "Apply changes")) {
            model.apply();
        }
    }

    private Node failed(UserMessage why, boolean began) {
        VBox story = new VBox(12, new Trouble(why));
        if (began) {
            Label taken = new Label("CloudFormation takes back what it had made of a stack that fails: nothing half-made is left, and "
                    + "what was "
                    + "there before is as it was. Mend the cause, then deploy again; steps that are done are not done again.");
            taken.setId("deploy-rolled-back");
            taken.setWrapText(true);
            taken.setMinHeight(USE_PREF_SIZE);
            story.getChildren().add(taken);
        }
        Button again = Buttons.primary("Deploy again", Feather.REFRESH_CW, model::plan);
        again.setId("deploy-again");
        story.getChildren().add(new HBox(8, again, backButton()));
        if (!model.work().resources().isEmpty()) {
            Node resources = WorkPane.resources(model.work());
            VBox.setVgrow(resources, Priority.ALWAYS);
            story.getChildren().add(resources);
        }
        return story;
    }
}

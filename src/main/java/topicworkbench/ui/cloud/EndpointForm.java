package topicworkbench.ui.cloud;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.CloudOptions.Endpoint.Kind;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.cloud.EndpointsViewModel.Making;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.UserMessage;

/** A new endpoint: which run's model, how it answers, and what an hour of it costs, told before it is made. */
final class EndpointForm extends VBox {
    private static final List<String> INSTANCE_TYPES = List.of("ml.t2.medium", "ml.m5.large", "ml.m5.xlarge", "ml.c5.large", "ml.c5.xlarge",
            "ml.g4dn.xlarge");
    private static final List<Integer> MEMORY = List.of(1024, 2048, 3072, 4096, 5120, 6144);

    private final EndpointsViewModel model;
    private final Dialogs dialogs;
    private final Label cost = new Label();
    private final VBox state = new VBox();

    EndpointForm(EndpointsViewModel model, Dialogs dialogs) {
        super(12);
        this.model = model;
        this.dialogs = dialogs;
        Label title = new Label("New endpoint");
        title.getStyleClass().add("section-title");
        ComboBox<RunSummary> runs = Choice.of("endpoint-run", "Run whose model answers", model.runProperty(),
                run -> run == null ? "No run" : run.name());
        runs.setItems(model.served());
        runs.setPrefWidth(240);
        ComboBox<Kind> kind = Choice.of("endpoint-kind", "How it answers", model.kindProperty(), each -> each == Kind.REAL_TIME
                ? "Always on, billed by the hour" : "Serverless, billed by use");
        kind.getItems().setAll(Kind.SERVERLESS, Kind.REAL_TIME);
        ComboBox<String> type = new ComboBox<>();
        type.setId("endpoint-type");
        type.setAccessibleText("Instance type");
        type.setEditable(true);
        type.getItems().setAll(INSTANCE_TYPES);
        type.valueProperty().bindBidirectional(model.instanceTypeProperty());
        type.getEditor().textProperty().subscribe((before, text) -> model.instanceTypeProperty().set(text));
        ComboBox<Integer> memory = Choice.of("endpoint-memory", "Memory", model.memoryProperty(), mb -> mb / 1024 + " GB");
        memory.getItems().setAll(MEMORY);
        Region machine = Choice.field("Instance type", type, "");
        Region size = Choice.field("Memory", memory, "");
        machine.visibleProperty().bind(model.kindProperty().isEqualTo(Kind.REAL_TIME));
        size.visibleProperty().bind(machine.visibleProperty().not());
        List.of(machine, size).forEach(field -> field.managedProperty().bind(field.visibleProperty()));
        Button create = Buttons.plain("Create endpoint", Feather.PLUS, this::create);
        create.setId("create-endpoint");
        create.disableProperty().bind(Bindings.createBooleanBinding(() -> model.runProperty().get() == null
                || model.makingProperty().get() instanceof Making.Going, model.runProperty(), model.makingProperty()));
        Label above = new Label(" "); // where the others have their names
        FlowPane fields = new FlowPane(12, 8, Choice.field("Run", runs, ""), Choice.field("Kind", kind, ""), machine, size,
                new VBox(4, above, create));
        cost.setId("endpoint-cost");
        cost.getStyleClass().add("caption");
        cost.setWrapText(true);
        getChildren().addAll(title, fields, cost, state, withoutEndpoint());
        model.hourProperty().subscribe(this::showCost);
        model.kindProperty().subscribe(this::showCost);
        model.served().addListener((ListChangeListener<RunSummary>) change -> showCost());
        model.makingProperty().subscribe(this::show);
        state.managedProperty().bind(Bindings.isNotEmpty(state.getChildren()));
    }

    private FlowPane withoutEndpoint() {
        Label words = new Label("A file of reviews needs no endpoint: a job answers about all of it and ends by itself.");
        words.getStyleClass().add("caption");
        Button copy = Buttons.flat("Copy command", Feather.TERMINAL, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.transformCommand());
            Clipboard.getSystemClipboard().setContent(content);
            model.tellCopied(model.transformCommand());
        });
        copy.setId("copy-transform");
        FlowPane line = new FlowPane(8, 4, words, copy);
        line.setRowValignment(VPos.CENTER);
        line.visibleProperty().bind(model.runProperty().isNotNull());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private void showCost() {
        cost.setText(model.served().isEmpty()
                ? "Only a run that was trained on AWS, passed its gate and is on this computer can be put behind one."
                : model.kindProperty().get() == Kind.SERVERLESS
                ? "Costs nothing while nobody asks; the first question after a pause takes some seconds."
                : "Costs " + CloudWords.hour(model.hourProperty().get()) + (Double.isNaN(model.hourProperty().get()) ? ""
                        : " an hour (" + CloudWords.dollars(model.hourProperty().get() * 24 * 30, 0) + " a month)")
                        + " until you delete it.");
    }

    private void create() {
        if (model.runProperty().get() == null) {
            return;
        }
        boolean costs = model.kindProperty().get() == Kind.REAL_TIME;
        if (!costs || dialogs.confirm("Create an endpoint that is billed by the hour?", cost.getText(), "Create endpoint")) {
            model.create();
        }
    }

    private void show(Making making) {
        switch (making) {
            case Making.Nothing() -> state.getChildren().clear();
            case Making.Going(String word) -> {
                Label words = Mark.GOING.label(CloudWords.sentence(word) + "; this takes some minutes");
                Button stop = Buttons.flat("Stop waiting", Feather.SQUARE, model::stopWaiting);
                stop.setId("stop-endpoint");
                HBox line = new HBox(8, words, stop);
                line.setAlignment(Pos.CENTER_LEFT);
                state.getChildren().setAll(line);
            }
            case Making.Failed(UserMessage why) -> state.getChildren().setAll(new Trouble(why));
        }
    }
}

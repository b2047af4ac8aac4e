package topicworkbench.ui.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.VisibleText;
import topicworkbench.exploration.classify.TextTopics;
import topicworkbench.ui.chart.TopicShareRow;
import topicworkbench.ui.explore.AskViewModel.Told;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.wording.Figures;

/** A text is typed or pasted, and its topics stand below it at once, each with the words that speak for it. */
public final class AskPanel extends VBox {
    private static final Duration PAUSE = Duration.millis(150);

    private final AskViewModel model;
    private final Dialogs dialogs;
    private final TextArea text = new TextArea();
    private final MenuButton which = new MenuButton();
    private final Label known = new Label();
    private final ScrollPane answer = new ScrollPane();

    public AskPanel(Exploration exploration, topicworkbench.ui.support.BackgroundTasks tasks, Dialogs dialogs) {
        this.model = new AskViewModel(exploration, tasks);
        this.dialogs = dialogs;
        getStyleClass().add("ask-panel");
        text.setId("ask-text");
        text.setPromptText("Type or paste a review");
        text.setAccessibleText("Text whose topics are asked for");
        text.setWrapText(true);
        text.setPrefRowCount(6);
        text.setMinHeight(72);
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(event -> model.ask(text.getText()));
        text.textProperty().subscribe((before, now) -> pause.playFromStart());
        which.setId("ask-model");
        MenuItem own = new MenuItem("The run's own model");
        own.setId("ask-own");
        own.setOnAction(event -> model.askRun());
        MenuItem service = new MenuItem("A model from SageMaker…");
        service.setId("ask-service");
        service.setOnAction(event -> chooseService());
        which.getItems().setAll(own, service);
        which.setMinWidth(0);
        known.getStyleClass().add("caption");
        known.setMinWidth(0);
        HBox row = new HBox(8, which, known);
        row.setAlignment(Pos.CENTER_LEFT);
        answer.setFitToWidth(true);
        answer.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(answer, Priority.ALWAYS);
        getChildren().setAll(text, row, answer);
        model.modelProperty().subscribe(this::name);
        model.toldProperty().subscribe(this::show);
    }

    private void name(TextTopics asked) {
        which.setText(asked == null ? "Reading the model …" : model.isOfRun() ? "The run's own model" : asked.model());
    }

    /** The vocabulary is asked for only if people know that the model was trained with another. */
    private void chooseService() {
        Optional<Path> artifact = dialogs.chooseFile("Choose a model", "Model artifact of a training job", List.of(".tar.gz"));
        if (artifact.isPresent()) {
            boolean own = dialogs.choose("Which words does the model know?",
                    "An artifact holds no words. It can be asked with the words it was trained with, in the same order.",
                    List.of("Those of this run", "Those of a vocab.txt…")).orElse(-1) == 0;
            if (own) {
                model.askService(artifact.get(), null);
            } else {
                dialogs.chooseFile("Choose the vocabulary", "Vocabulary", List.of(".txt"))
                        .ifPresent(vocabulary -> model.askService(artifact.get(), vocabulary));
            }
        }
    }

    private void show(Told told) {
        known.setText(told instanceof Told.Bars bars ? Figures.count(bars.known(), "known term") : "");
        answer.setContent(switch (told) {
            case Told.Nothing() -> Notice.empty(Feather.HELP_CIRCLE, "What is this text about?",
                    "The model tells its topics while you type, and which words speak for each.");
            case Told.NoWord() -> Notice.empty(Feather.HELP_CIRCLE, "The model knows none of these words",
                    "Its vocabulary holds the words that were frequent enough in its reviews.");
            case Told.Failed(var why) -> Notice.failure(why);
            case Told.Bars(var bars, int _) -> bars(bars);
        });
    }

    private static Node bars(List<AskViewModel.Bar> bars) {
        VBox rows = new VBox(12);
        rows.setId("ask-topics");
        bars.forEach(bar -> rows.getChildren().add(row(bar)));
        rows.getStyleClass().add("open-content");
        return rows;
    }

    private static Node row(AskViewModel.Bar bar) {
        return new TopicShareRow(VisibleText.of(bar.topic()), bar.color(), bar.share(), bar.words());
    }
}

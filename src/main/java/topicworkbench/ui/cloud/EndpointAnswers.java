package topicworkbench.ui.cloud;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.exploration.VisibleText;
import topicworkbench.ui.chart.TopicShareRow;
import topicworkbench.ui.cloud.EndpointQuestion.Bar;
import topicworkbench.ui.cloud.EndpointQuestion.Told;
import topicworkbench.ui.cloud.Looking.Found;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** A text is put to an endpoint, and its topics stand below it. Every question is billed, so that none is asked while one types. */
final class EndpointAnswers extends VBox {
    private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final ObjectProperty<Endpoint> endpoint = new SimpleObjectProperty<>();
    private final TextArea text = new TextArea();
    private final VBox answer = new VBox(12);

    EndpointAnswers(CloudViewModel account, EndpointQuestion question) {
        super(12);
        setId("endpoint-answers");
        Label title = new Label("Ask an endpoint");
        title.getStyleClass().add("section-title");
        ComboBox<Endpoint> which = Choice.of("asked-endpoint", "Endpoint that is asked", endpoint, each -> each == null ? "" : each.name());
        text.setId("endpoint-text");
        text.setAccessibleText("Text whose topics are asked for");
        text.setPromptText("Type or paste a review");
        text.setWrapText(true);
        text.setPrefRowCount(3);
        text.setMinHeight(64);
        Runnable asking = () -> question.ask(endpoint.get(), text.getText());
        text.setOnKeyPressed(key -> {
            if (ASK.match(key)) {
                asking.run();
                key.consume();
            }
        });
        Button ask = Buttons.plain("Ask", Feather.MESSAGE_SQUARE, asking);
        ask.setId("ask-endpoint");
        answer.setId("endpoint-answer");
        getChildren().addAll(title, row(which, ask), text, answer);
        managedProperty().bind(visibleProperty());
        account.endpoints().foundProperty().subscribe(found -> {
            Endpoint before = endpoint.get();
            which.getItems().setAll(found instanceof Found.There<List<Endpoint>>(var all)
                    ? all.stream().filter(Endpoint::isInService).toList() : List.of());
            setVisible(!which.getItems().isEmpty());
            endpoint.set(which.getItems().stream().filter(each -> before != null && each.name().equals(before.name())).findFirst()
                    .orElse(which.getItems().isEmpty() ? null : which.getItems().getFirst()));
        });
        question.toldProperty().subscribe(this::show);
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    void choose(Endpoint asked) {
        endpoint.set(asked);
        text.requestFocus();
    }

    private void show(Told told) {
        answer.getChildren().clear();
        switch (told) {
            case Told.Nothing() -> { }
            case Told.Asking() -> answer.getChildren().add(new Skeleton(3));
            case Told.Failed(var why) -> answer.getChildren().add(new Trouble(why));
            case Told.Answer(var bars, int known) -> {
                bars.forEach(bar -> answer.getChildren().add(row(bar)));
                Label words = new Label(known == 0 ? "The model knows none of these words." : Figures.count(known, "known term"));
                words.getStyleClass().add("caption");
                answer.getChildren().add(words);
            }
        }
    }

    private static Node row(Bar bar) {
        return new TopicShareRow(VisibleText.of(bar.topic()), bar.color(), bar.share(), bar.words());
    }
}

package topicworkbench.ui.configure;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.corpus.ReviewInspection;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.ui.configure.ReviewPreview.Look;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.UserMessage;

/** Where a run is set up and started: the form at the left, the reviews and then the progress at the right. */
public final class NewRunView extends BorderPane {
    private final NewRunViewModel model;
    private final Consumer<String> explore;

    /** @param explore gets the id of a finished run to look at */
    public NewRunView(NewRunViewModel model, Dialogs dialogs, Consumer<String> explore) {
        this.model = model;
        this.explore = explore;
        getStyleClass().add("page");
        PageHeader header = new PageHeader("New run");
        header.subtitle().setText("Choose reviews and start; every setting has a sensible value");
        setTop(header);
        VBox form = new VBox(new SourcePane(model, dialogs), new SettingsPane(model));
        form.getStyleClass().add("form");
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        BorderPane left = new BorderPane(scroll);
        left.getStyleClass().add("form-side");
        left.setBottom(foot());
        setLeft(left);
        model.runProperty().subscribe(this::showRight);
        model.preview().lookProperty().subscribe(this::showRight);
        showRight();
    }

    private void showRight() {
        LiveRun run = model.runProperty().get();
        StackPane right = new StackPane(run != null ? new RunProgressView(run, explore)
                : switch (model.preview().lookProperty().get()) {
                    case Look.Nothing() -> nothing();
                    case Look.Reading() -> new Skeleton(8);
                    case Look.Seen(ReviewInspection inspection) -> new PreviewView(inspection,
                            model.paths().contains(SampleReviews.PATH));
                    case Look.Failed(UserMessage why) -> Notice.failure(why);
                });
        right.getStyleClass().add("form-result");
        setCenter(right);
    }

    private static Node nothing() {
        return Notice.empty(Feather.FILE_TEXT, "Choose reviews to see them here",
                "CSV, TSV, JSON lines or Parquet, also compressed; one file, several, or a folder.");
    }

    private Node foot() {
        Button start = Buttons.primary("Start run", Feather.PLAY, model::start);
        start.setId("start");
        start.setDefaultButton(true);
        Label refusal = new Label();
        refusal.getStyleClass().add("field-error");
        refusal.setWrapText(true);
        refusal.setId("refusal");
        model.refusalProperty().subscribe(why -> refusal.setText(why == null ? "" : lines(why)));
        HBox foot = new HBox(12, start, refusal);
        foot.getStyleClass().add("form-foot");
        return foot;
    }

    private static String lines(UserMessage why) {
        return String.join("\n", List.of(why.text(), why.remedy()));
    }
}

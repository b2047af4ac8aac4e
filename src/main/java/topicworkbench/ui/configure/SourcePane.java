package topicworkbench.ui.configure;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;

/** The form's first part: which reviews. */
final class SourcePane extends VBox {
    private static final int FILES_LISTED = 6;

    private final NewRunViewModel model;
    private final VBox files = new VBox(4);

    SourcePane(NewRunViewModel model, Dialogs dialogs) {
        this.model = model;
        getStyleClass().add("form-section");
        Label heading = new Label("Reviews");
        heading.getStyleClass().add("section-title");
        Button sample = Buttons.flat("Use the sample", Feather.GIFT, model::useSample);
        sample.setId("use-sample");
        FlowPane ways = new FlowPane(8, 8,
                Buttons.plain("Choose files…", Feather.FILE_PLUS, () -> model.choose(dialogs.chooseReviewFiles())),
                Buttons.plain("Folder…", Feather.FOLDER_PLUS,
                        () -> model.choose(dialogs.chooseReviewFolder().stream().toList())),
                sample);
        Label error = new Label();
        error.setId("source-error");
        getChildren().addAll(heading, files, ways, error);
        Fields.showError(error, model.sourceErrorProperty());
        model.paths().addListener((ListChangeListener<String>) change -> listFiles());
        listFiles();
    }

    private void listFiles() {
        files.getChildren().clear();
        files.setManaged(!model.paths().isEmpty());
        model.paths().stream().limit(FILES_LISTED).forEach(path -> files.getChildren().add(line(path)));
        if (model.paths().size() > FILES_LISTED) {
            Label more = new Label("and " + (model.paths().size() - FILES_LISTED) + " more");
            more.getStyleClass().add("muted");
            files.getChildren().add(more);
        }
    }

    private static Label line(String path) {
        boolean sample = path.equals(SampleReviews.PATH);
        Label line = new Label(sample ? SampleReviews.NAME : path,
                new FontIcon(sample ? Feather.GIFT : Feather.FILE_TEXT));
        line.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        line.setTooltip(new Tooltip(sample ? "Invented reviews that come with the workbench" : path));
        line.getStyleClass().add("chosen-file");
        return line;
    }
}

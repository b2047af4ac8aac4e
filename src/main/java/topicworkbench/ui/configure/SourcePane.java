package topicworkbench.ui.configure;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;

/** Which reviews: files, a folder, an earlier choice, or the sample. */
final class SourcePane extends VBox {
    private static final int FILES_LISTED = 6;
    private static final int LONGEST_RECENT = 60;

    private final NewRunViewModel model;
    private final VBox files = new VBox(4);

    SourcePane(NewRunViewModel model, Dialogs dialogs) {
        this.model = model;
        getStyleClass().add("form-section");
        Button choose = Buttons.plain("Choose files…", Feather.FILE_PLUS, () -> model.choose(dialogs.chooseReviewFiles()));
        choose.setId("choose-files");
        Button sample = Buttons.flat("Use the sample", Feather.GIFT, model.reviews()::useSample);
        sample.setId("use-sample");
        FlowPane ways = new FlowPane(8, 8, choose, Buttons.plain("Folder…", Feather.FOLDER_PLUS,
                () -> model.choose(dialogs.chooseFolder("Choose a folder of reviews").stream().toList())), recent(), sample);
        Label error = new Label();
        error.setId("source-error");
        getChildren().addAll(files, ways, error);
        Fields.showError(error, model.reviews().errorProperty());
        model.reviews().paths().addListener((ListChangeListener<String>) change -> listFiles());
        listFiles();
    }

    private MenuButton recent() {
        MenuButton recent = new MenuButton("Recent", new FontIcon(Feather.CLOCK));
        recent.setId("recent");
        recent.managedProperty().bind(recent.visibleProperty());
        Runnable list = () -> {
            recent.getItems().setAll(model.reviews().recent().stream().map(this::item).toList());
            recent.setVisible(!model.reviews().recent().isEmpty());
        };
        model.reviews().recent().addListener((ListChangeListener<List<String>>) change -> list.run());
        list.run();
        return recent;
    }

    private MenuItem item(List<String> paths) {
        String first = words(paths.getFirst());
        String shown = first.length() > LONGEST_RECENT ? "…" + first.substring(first.length() - LONGEST_RECENT) : first;
        MenuItem item = new MenuItem(paths.size() == 1 ? shown : shown + " and " + (paths.size() - 1) + " more");
        item.setMnemonicParsing(false);
        item.setOnAction(event -> model.reviews().choosePaths(paths));
        return item;
    }

    private void listFiles() {
        files.getChildren().clear();
        files.setManaged(!model.reviews().paths().isEmpty());
        model.reviews().paths().stream().limit(FILES_LISTED).forEach(path -> files.getChildren().add(line(path)));
        if (model.reviews().paths().size() > FILES_LISTED) {
            Label more = new Label("and " + (model.reviews().paths().size() - FILES_LISTED) + " more");
            more.getStyleClass().add("muted");
            files.getChildren().add(more);
        }
    }

    private static String words(String path) {
        return path.equals(SampleReviews.PATH) ? SampleReviews.NAME : path;
    }

    private static Label line(String path) {
        boolean sample = path.equals(SampleReviews.PATH);
        Label line = new Label(words(path), new FontIcon(sample ? Feather.GIFT : Feather.FILE_TEXT));
        line.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        line.setTooltip(new Tooltip(sample ? "Invented reviews that come with the workbench" : path));
        line.getStyleClass().add("chosen-file");
        return line;
    }
}

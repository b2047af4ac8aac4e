package topicworkbench.ui.explore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.chart.PictureOptions;
import topicworkbench.export.file.ExportFormat;
import topicworkbench.export.file.ExportOptions;
import topicworkbench.export.file.RunExport;
import topicworkbench.workspace.RunFolder;

/** Takes the run along: as slides, report, notebook, or everything in a folder; or shows its report here. */
final class RunExportMenu extends MenuButton {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;

    private final Exploration exploration;
    private final ExploreView.With with;

    RunExportMenu(Exploration exploration, ExploreView.With with) {
        super("Export", new FontIcon(Feather.DOWNLOAD));
        this.exploration = exploration;
        this.with = with;
        setId("export-run");
        setMinWidth(USE_PREF_SIZE);
        getItems().addAll(item("Show report", this::showReport), item("Slides…", () -> save(ExportFormat.PPTX, "deck.pptx")),
                item("Report…", () -> save(ExportFormat.HTML, "report.html")),
                item("Notebook…", () -> save(ExportFormat.IPYNB, "notebook.ipynb")),
                item("Everything, in a folder…", this::saveAll));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> action.run());
        return item;
    }

    private RunFolder run() {
        return exploration.runProperty().get().folder();
    }

    private void save(ExportFormat format, String name) {
        with.dialogs().chooseNewFile("Export run", name).ifPresent(file -> write(file, EnumSet.of(format)));
    }

    private void saveAll() {
        with.dialogs().chooseNewFile("Export run to a new folder", "export")
                .ifPresent(folder -> write(folder, EnumSet.allOf(ExportFormat.class)));
    }

    private void write(Path target, Set<ExportFormat> formats) {
        RunFolder run = run();
        with.messages().tell("Exporting to " + target + "…");
        with.tasks().run(() -> RunExport.write(run, target, options(formats), (what, done, total) -> { }),
                files -> with.messages().tell("Saved " + (files.size() == 1 ? files.getFirst() : files.size() + " files in " + target)
                        + "."), with.messages()::tell);
    }

    /** The chooser has asked whether a file may be replaced. */
    private static ExportOptions options(Set<ExportFormat> formats) {
        return new ExportOptions(formats, PictureOptions.of(PictureOptions.Format.PNG), Optional.empty(), true);
    }

    private void showReport() {
        RunFolder run = run();
        with.messages().tell("Making the report…");
        with.tasks().run(() -> {
            Path file = Files.createTempFile("report", ".html");
            file.toFile().deleteOnExit();
            RunExport.write(run, file, options(EnumSet.of(ExportFormat.HTML)), (what, done, total) -> { });
            return file;
        }, this::open, with.messages()::tell);
    }

    private void open(Path file) {
        WebView browser = new WebView();
        browser.setContextMenuEnabled(false);
        browser.getEngine().load(file.toUri().toString());
        Stage stage = new Stage();
        stage.initOwner(getScene().getWindow());
        stage.setTitle(exploration.runProperty().get().summary().name());
        stage.setScene(new Scene(browser, WIDTH, HEIGHT));
        stage.show();
        with.messages().tell("");
    }
}

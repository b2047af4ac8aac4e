package topicworkbench.ui.explore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.chart.PictureOptions;
import topicworkbench.exploration.VisibleText;
import topicworkbench.export.file.ExportFormat;
import topicworkbench.export.file.ExportOptions;
import topicworkbench.export.file.RunExport;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.RunFolder;

/** Takes the run along: as slides, report, notebook, or everything in a folder; or shows its report here. */
final class RunExportMenu extends MenuButton {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;

    private static final Set<ExportFormat> CHARTS = EnumSet.of(ExportFormat.PNG, ExportFormat.SVG, ExportFormat.PDF);
    private static final Set<ExportFormat> TABLES = EnumSet.of(ExportFormat.CSV, ExportFormat.PARQUET, ExportFormat.JSON);
    private static final int MOST_OFFERED = 20;

    private final ExploreViewModel model;
    private final Exploration exploration;
    private final ExploreView.With with;
    private final Menu besides = new Menu("Slides, beside another run");

    RunExportMenu(ExploreViewModel model, ExploreView.With with) {
        super("Export", new FontIcon(Feather.DOWNLOAD));
        this.model = model;
        this.exploration = model.exploration();
        this.with = with;
        setId("export-run");
        setMinWidth(USE_PREF_SIZE);
        besides.setId("slides-beside");
        getItems().addAll(item("show-report", "Show report", this::showReport), new SeparatorMenuItem(),
                item("export-slides", "Slides…", () -> save(ExportFormat.PPTX, "deck.pptx", Optional.empty())), besides,
                item("export-report", "Report…", () -> save(ExportFormat.HTML, "report.html", Optional.empty())),
                item("export-notebook", "Notebook…", () -> save(ExportFormat.IPYNB, "notebook.ipynb", Optional.empty())),
                item("export-charts", "Charts, in a folder…", () -> saveFolder("charts", CHARTS)),
                item("export-tables", "Tables, in a folder…", () -> saveFolder("tables", TABLES)),
                item("export-all", "Everything, in a folder…", () -> saveFolder("export", EnumSet.allOf(ExportFormat.class))));
        setOnShowing(event -> offer(model.runs().stream().filter(other -> !other.id().equals(run().id())).toList()));
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** The runs that slides can set beside this one, newest first. */
    private void offer(List<RunSummary> others) {
        besides.setDisable(others.isEmpty());
        besides.getItems().setAll(others.stream().limit(MOST_OFFERED).map(other -> item("beside-" + other.id(), other.name() + "…",
                () -> save(ExportFormat.PPTX, "deck.pptx", Optional.of(other.id())))).toList());
    }

    private RunFolder run() {
        return exploration.runProperty().get().folder();
    }

    /** @param beside id of the run that slides are to compare with */
    private void save(ExportFormat format, String name, Optional<String> beside) {
        with.dialogs().chooseNewFile("Export run", name).ifPresent(file -> write(file, EnumSet.of(format), beside));
    }

    private void saveFolder(String name, Set<ExportFormat> formats) {
        with.dialogs().chooseNewFile("Export run to a new folder", name)
                .ifPresent(folder -> write(folder, formats, Optional.empty()));
    }

    private void write(Path target, Set<ExportFormat> formats, Optional<String> beside) {
        RunFolder run = run();
        with.messages().tell("Exporting to " + target + "…");
        with.tasks().run(() -> RunExport.write(run, target, options(formats, beside.map(model::folder)), (what, done, total) -> { }),
                files -> with.messages().tell("Saved " + (files.size() == 1 ? files.getFirst() : files.size() + " files in " + target)
                        + "."), with.messages()::tell);
    }

    /** The chooser has asked whether a file may be replaced. */
    private static ExportOptions options(Set<ExportFormat> formats, Optional<RunFolder> beside) {
        return new ExportOptions(formats, PictureOptions.of(PictureOptions.Format.PNG), beside, true);
    }

    private void showReport() {
        RunFolder run = run();
        with.messages().tell("Making the report…");
        with.tasks().run(() -> {
            Path file = Files.createTempFile("report", ".html");
            file.toFile().deleteOnExit();
            RunExport.write(run, file, options(EnumSet.of(ExportFormat.HTML), Optional.empty()), (what, done, total) -> { });
            return file;
        }, this::open, with.messages()::tell);
    }

    private void open(Path file) {
        WebView browser = new WebView();
        browser.setContextMenuEnabled(false);
        browser.getEngine().load(file.toUri().toString());
        Stage stage = new Stage();
        stage.initOwner(getScene().getWindow());
        browser.setId("report-browser");
        stage.setTitle(VisibleText.of(exploration.runProperty().get().summary().name()));
        stage.setScene(new Scene(browser, WIDTH, HEIGHT));
        stage.show();
        with.messages().tell("");
    }
}

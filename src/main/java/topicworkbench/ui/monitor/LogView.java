package topicworkbench.ui.monitor;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.LogLine.Level;
import topicworkbench.run.Stage;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.FactList;
import topicworkbench.wording.Figures;

/** The run's log with search and filters, and beside it what the chosen stage did and left. */
final class LogView extends BorderPane {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private static final double ROW_HEIGHT = 22;

    private final RunWatchViewModel model;
    private final ListView<LogViewModel.Row> lines;
    private final VBox stage = new VBox(8);
    private final Consumer<String> browser;

    /** @param browser gets the address of a page to show outside the window */
    LogView(RunWatchViewModel model, Consumer<String> browser) {
        this.model = model;
        this.browser = browser;
        LogViewModel log = model.log();
        getStyleClass().add("log-view");
        setMinSize(0, 0);
        TextField search = new TextField();
        search.setId("log-search");
        search.setPromptText("Search the log");
        search.textProperty().bindBidirectional(log.searchProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        ComboBox<Level> least = new ComboBox<>();
        least.setId("log-level");
        least.getItems().setAll(Level.values());
        least.setConverter(new LevelWords());
        least.setAccessibleText("Least important level");
        least.valueProperty().bindBidirectional(log.leastProperty());
        ToggleButton follow = new ToggleButton("Follow", new FontIcon(Feather.CHEVRONS_DOWN));
        follow.setId("log-follow");
        follow.selectedProperty().bindBidirectional(log.followingProperty());
        HBox tools = new HBox(8, search, least, follow);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("chart-tools");
        lines = new ListView<>(log.rows());
        lines.setId("log-lines");
        lines.setFixedCellSize(ROW_HEIGHT);
        lines.getStyleClass().add("log-lines");
        lines.setCellFactory(list -> new LineCell());
        lines.setPlaceholder(new Label("No line of the log is like this."));
        log.followingProperty().subscribe(this::follow);
        setTop(tools);
        setCenter(lines);
        stage.getStyleClass().add("side-panel");
        setOnKeyPressed(key -> {
            if (FIND.match(key)) {
                search.requestFocus();
                key.consume();
            }
        });
        log.stageProperty().subscribe(this::showStage);
        model.stagesProperty().subscribe(this::showStage);
        model.outputsProperty().subscribe(this::showStage);
        model.cloudProperty().subscribe(this::showStage);
    }

    /** To beyond the last entry, which the list takes for its very end: the last one it may miss by a line. */
    void follow() {
        if (model.log().followingProperty().get() && !lines.getItems().isEmpty()) {
            lines.scrollTo(lines.getItems().size());
        }
    }

    private void showStage() {
        Stage chosen = model.log().stageProperty().get();
        setRight(chosen == null ? null : stage);
        if (chosen == null) {
            return;
        }
        Label title = new Label(StageWords.purpose(chosen));
        title.getStyleClass().add("panel-title");
        title.setWrapText(true);
        stage.getChildren().setAll(title);
        model.stagesProperty().get().stream().filter(standing -> standing.stage() == chosen).findFirst()
                .ifPresent(standing -> {
                    Label words = new Label(standing.words(), new FontIcon(StageWords.icon(standing.kind())));
                    Label story = new Label(standing.story());
                    story.setWrapText(true);
                    story.getStyleClass().add("muted");
                    story.managedProperty().bind(story.textProperty().isNotEmpty());
                    stage.getChildren().addAll(words, story);
                });
        Map<Stage, List<RunLook.OutputFile>> outputs = model.outputsProperty().get();
        FactList files = new FactList().heading("Files");
        outputs.getOrDefault(chosen, List.of()).forEach(file -> files.add(file.name(), Figures.bytes(file.bytes())));
        if (outputs.getOrDefault(chosen, List.of()).isEmpty()) {
            files.add("None", "");
        }
        CloudStanding cloud = model.cloudProperty().get();
        if (cloud != null && !cloud.links(chosen).isEmpty()) {
            stage.getChildren().add(console(cloud.links(chosen)));
        }
        stage.getChildren().addAll(files,
                Buttons.flat("Show the whole log", Feather.LIST, () -> model.log().stageProperty().set(null)));
    }

    private VBox console(List<CloudStanding.Link> links) {
        Label heading = new Label("In the AWS console");
        heading.getStyleClass().add("fact-heading");
        VBox all = new VBox(4, heading);
        all.setId("console-links");
        for (CloudStanding.Link link : links) {
            Hyperlink way = new Hyperlink(link.words(), new FontIcon(Feather.EXTERNAL_LINK));
            way.setWrapText(true);
            way.setOnAction(event -> browser.accept(link.address()));
            all.getChildren().add(way);
        }
        return all;
    }

    /** Time, level where it matters, stage, text. */
    private static final class LineCell extends ListCell<LogViewModel.Row> {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

        @Override
        protected void updateItem(LogViewModel.Row row, boolean empty) {
            super.updateItem(row, empty);
            for (Level level : Level.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(level.name().toLowerCase(Locale.ROOT)),
                        row != null && !empty && row.entry().level() == level);
            }
            setText(empty || row == null ? null : TIME.format(row.entry().time().atZone(ZoneId.systemDefault())) + "  "
                    + row.text());
        }
    }

    /** Levels as the filter offers them. */
    private static final class LevelWords extends StringConverter<Level> {
        @Override
        public String toString(Level level) {
            return level == null ? "" : switch (level) {
                case INFO -> "Everything";
                case WARNING -> "Warnings and errors";
                case ERROR -> "Errors";
            };
        }

        @Override
        public Level fromString(String words) {
            throw new UnsupportedOperationException("the list is not typed into");
        }
    }
}

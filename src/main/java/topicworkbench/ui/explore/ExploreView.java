package topicworkbench.ui.explore;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.explore.ExploreViewModel.Content;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.RunResult;

/** The room where one run is explored: its topics, its reviews, and what they are about when and where. */
public final class ExploreView extends BorderPane {
    private final ExploreViewModel model;
    private final Runnable newRun;
    private final ScoreTiles tiles = new ScoreTiles();
    private final RunExportMenu export;
    private final PageHeader header;
    private final FilterBar filters;
    private final RoomLayout room;

    /** What the panels of the room are built upon, beside what they show. */
    public record With(BackgroundTasks tasks, Messages messages, Dialogs dialogs, ChartExport export,
            ReadOnlyBooleanProperty dark, WindowPreferences preferences) { }

    /** @param newRun leads to where a run is set up */
    public ExploreView(ExploreViewModel model, With with, Runnable newRun) {
        this.model = model;
        this.newRun = newRun;
        getStyleClass().addAll("page", "explore-page");
        export = new RunExportMenu(model, with);
        header = new PageHeader("Explore", tiles, export);
        filters = new FilterBar(model.exploration());
        RoomPanels panels = new RoomPanels(model, with);
        room = new RoomLayout(panels.left(), panels.center(), panels.right(), panels.below(), with.preferences());
        setTop(new VBox(header, filters));
        model.contentProperty().subscribe(this::show);
        EventHandler<KeyEvent> keys = this::type;
        sceneProperty().subscribe((before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    /** Back and forward through the filters, wherever in the window the keyboard is. */
    private void type(KeyEvent key) {
        if (key.isAltDown() && key.getCode() == KeyCode.LEFT) {
            model.exploration().back();
            key.consume();
        } else if (key.isAltDown() && key.getCode() == KeyCode.RIGHT) {
            model.exploration().forward();
            key.consume();
        }
    }

    private void show(Content content) {
        boolean shown = content instanceof Content.Shown;
        for (Node part : new Node[] {tiles, export, filters}) {
            part.setVisible(shown);
            part.setManaged(shown);
        }
        setCenter(switch (content) {
            case Content.Nothing() -> nothing();
            case Content.Loading(String _) -> new Skeleton(10);
            case Content.Shown(RunSummary run, RunResult result) -> room(run, result);
            case Content.Failed(String run, var why) -> Notice.failure(why,
                    Buttons.plain("Try again", Feather.REFRESH_CW, () -> model.open(run)));
        });
    }

    private Node nothing() {
        header.title().setText("Explore");
        header.subtitle().setText("The topics of a run: their words, their size, their quality");
        return Notice.empty(Feather.COMPASS, "No topics yet", "A run turns a file of reviews into topics; they appear"
                + " here when it is done.", Buttons.primary("New run", Feather.PLUS, newRun));
    }

    private Node room(RunSummary run, RunResult result) {
        header.title().setText(run.name());
        String setup = run.spec() == null ? "" : SpecInWords.model(run.spec()) + " · "
                + SpecInWords.corpus(run.spec()) + " · ";
        header.subtitle().setText(setup + Figures.count(result.counts().documents(), "review") + " · "
                + Figures.moment(run.created()));
        tiles.show(result.quality());
        return room;
    }
}

package topicworkbench.ui.explore;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.ui.explore.ExploreViewModel.Content;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Figures;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.Splits;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.RunResult;

/** The room where one run's topics are looked at and named. */
public final class ExploreView extends BorderPane {
    private final ExploreViewModel model;
    private final Runnable newRun;
    private final ScoreTiles tiles = new ScoreTiles();
    private final PageHeader header;
    private final SplitPane room;

    /** @param newRun leads to where a run is set up */
    public ExploreView(ExploreViewModel model, ReadOnlyBooleanProperty dark, WindowPreferences preferences,
            Runnable newRun) {
        this.model = model;
        this.newRun = newRun;
        getStyleClass().add("page");
        header = new PageHeader("Explore", tiles);
        setTop(header);
        TopicTable table = new TopicTable(model, preferences);
        ScoresPanel scores = new ScoresPanel(model, dark);
        table.whenOrderChanges(scores::show);
        SplitPane side = Splits.of("explore.side", Orientation.VERTICAL, 0.55, preferences, scores,
                new TopicPanel(model));
        room = Splits.of("explore.room", Orientation.HORIZONTAL, 0.62, preferences, table, side);
        model.contentProperty().subscribe(this::show);
    }

    private void show(Content content) {
        boolean shown = content instanceof Content.Shown;
        tiles.setVisible(shown);
        tiles.setManaged(shown);
        setCenter(switch (content) {
            case Content.Nothing() -> nothing();
            case Content.Loading(String _) -> new Skeleton(10);
            case Content.Shown(RunSummary run, RunResult result) -> topics(run, result);
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

    private Node topics(RunSummary run, RunResult result) {
        header.title().setText(run.name());
        String model = run.spec() == null ? "" : SpecInWords.model(run.spec()) + " · "
                + SpecInWords.corpus(run.spec()) + " · ";
        header.subtitle().setText(model + Figures.count(result.counts().documents(), "review") + " · "
                + Figures.moment(run.created()));
        tiles.show(result.quality());
        return room;
    }
}

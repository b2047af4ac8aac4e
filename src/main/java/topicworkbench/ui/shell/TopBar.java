package topicworkbench.ui.shell;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.ui.support.Buttons;

/** The window's first line: the workspace, the run that is looked at, and the way to everything else. */
final class TopBar extends HBox {

    TopBar(Path workspace, RunSwitch runSwitch, Runnable otherWorkspace, Runnable palette) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button place = Buttons.flat(workspace.getFileName() == null ? workspace.toString()
                : workspace.getFileName().toString(), Feather.FOLDER, otherWorkspace);
        place.setId("workspace");
        place.setTooltip(new Tooltip(workspace + "\nAnother is chosen in the preferences"));
        place.setAccessibleText("Workspace " + workspace);
        place.setMinWidth(0);
        Label separator = new Label("/");
        separator.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button search = Buttons.plain("Search or do…   " + PaletteView.words("Shortcut+K"), Feather.SEARCH, palette);
        search.setId("open-palette");
        search.setAccessibleText("Search commands, runs, pages and settings");
        getChildren().addAll(place, separator, runSwitch, gap, search);
    }
}

package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.Setting.Section;
import topicworkbench.ui.support.Buttons;

/** What works on the whole list: search, groups, which columns, and comparing what is selected. */
final class RunTools extends HBox {
    private final RunTable table;
    private final MenuButton columns = new MenuButton("Columns");

    RunTools(RunsViewModel model, RunTable table, Runnable compare) {
        super(8);
        this.table = table;
        getStyleClass().add("run-tools");
        setAlignment(Pos.CENTER_LEFT);
        TextField search = new TextField();
        search.setId("search-runs");
        search.setPromptText("Search, or wetc>0.3  algorithm=lda  tags:march");
        search.setAccessibleText("Search runs");
        search.setTooltip(new Tooltip("Words of name, corpus, tags or note; or conditions on any column or setting: "
                + "num_topics=20, npmi>=0.1, state=failed"));
        search.setPrefWidth(320);
        search.setMinWidth(140);
        search.textProperty().bindBidirectional(model.queryProperty());
        HBox.setHgrow(search, Priority.SOMETIMES);
        ComboBox<Grouping> grouping = new ComboBox<>();
        grouping.setId("group-runs");
        grouping.setAccessibleText("Group runs");
        grouping.getItems().setAll(Grouping.values());
        grouping.valueProperty().bindBidirectional(model.groupingProperty());
        grouping.setMinWidth(USE_PREF_SIZE);
        columns.setId("choose-columns");
        columns.setMinWidth(USE_PREF_SIZE);
        columns.setOnShowing(event -> fill());
        fill();
        Button side = Buttons.plain("Compare", Feather.COLUMNS, compare);
        side.setId("compare-runs");
        side.setTooltip(new Tooltip("Puts the selected runs side by side; Ctrl and Shift select several"));
        getChildren().setAll(search, grouping, columns, side);
    }

    private void fill() {
        List<MenuItem> items = new ArrayList<>();
        RunColumns.results().forEach(column -> items.add(item(column)));
        items.add(new SeparatorMenuItem());
        for (Section section : Section.values()) {
            Menu menu = new Menu("Settings: " + section.key());
            RunColumns.of(section).forEach(column -> menu.getItems().add(item(column)));
            items.add(menu);
        }
        MenuItem standard = new MenuItem("Standard columns");
        standard.setOnAction(event -> table.showColumns(RunColumns.STANDARD));
        items.add(new SeparatorMenuItem());
        items.add(standard);
        columns.getItems().setAll(items);
    }

    private CheckMenuItem item(RunColumn column) {
        CheckMenuItem item = new CheckMenuItem(column.title());
        item.setId("column-" + column.id().toLowerCase(Locale.ROOT));
        item.setMnemonicParsing(false); // settings have underscores in their names
        item.setSelected(table.shownColumns().contains(column.id()));
        item.setOnAction(event -> toggle(column.id()));
        return item;
    }

    private void toggle(String id) {
        List<String> shown = new ArrayList<>(table.shownColumns());
        if (!shown.remove(id)) {
            shown.add(id);
        }
        if (!shown.isEmpty()) {
            table.showColumns(shown);
        }
    }
}

package topicworkbench.ui.explore;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Selection;
import topicworkbench.run.RunOrigin;
import topicworkbench.topic.Topic;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.WindowPreferences;

/** The list of topics with the way up to the runs above it, a field to search it, lambda, and the start of subcategories. */
final class TopicListPanel extends VBox implements Pinnable {
    private final Exploration exploration;
    private final Subcategories subcategories;
    private final Tally<TopicFigures> figures;
    private final TopicTable table;
    private final FlowPane way = new FlowPane(2, 0);
    private final VBox question = new VBox();

    TopicListPanel(ExploreViewModel model, TopicsViewModel topics, Tallies tallies, WindowPreferences preferences) {
        this.exploration = model.exploration();
        this.subcategories = model.subcategories();
        getStyleClass().add("topic-list");
        figures = tallies.tally(TopicFigures::of);
        TextField query = new TextField();
        query.setId("topic-query");
        query.setPromptText("Find a topic");
        query.setAccessibleText("Find a topic by number, label or word");
        query.setMinWidth(80);
        HBox.setHgrow(query, Priority.ALWAYS);
        table = new TopicTable(model, topics, figures, query.textProperty(), preferences);
        VBox.setVgrow(table, Priority.ALWAYS);
        Button again = Buttons.flat("", Feather.GIT_BRANCH, this::ask);
        again.setId("subcategories");
        again.getStyleClass().add("panel-button");
        again.setTooltip(new Tooltip("Subcategories: model the reviews of this topic again"));
        again.setAccessibleText("Subcategories");
        again.disableProperty().bind(exploration.selectedProperty().isNull());
        HBox tools = new HBox(8, query, new LambdaSlider("lambda", exploration.lambdaProperty()), again);
        tools.setAlignment(Pos.CENTER_LEFT);
        way.getStyleClass().add("topic-way");
        way.setId("topic-way");
        getChildren().setAll(way, tools, table, question);
        subcategories.pathProperty().subscribe(this::showWay);
        table.setContextMenu(menu());
    }

    @Override
    public BooleanProperty pinnedProperty() {
        return figures.pinnedProperty();
    }

    TopicTable table() {
        return table;
    }

    private void showWay(List<RunOrigin> path) {
        way.getChildren().clear();
        for (RunOrigin origin : path) {
            Hyperlink up = new Hyperlink(origin.runName());
            up.setOnAction(event -> subcategories.up(origin));
            up.setTooltip(new Tooltip("Up to this run"));
            way.getChildren().addAll(up, new Label("› " + origin.what() + " ›"));
        }
        way.setVisible(!path.isEmpty());
        way.setManaged(!path.isEmpty());
    }

    private ContextMenu menu() {
        MenuItem filter = new MenuItem("Filter by its reviews");
        filter.setOnAction(event -> filter());
        MenuItem below = new MenuItem("Subcategories…");
        below.setOnAction(event -> ask());
        MenuItem enter = new MenuItem("Look at this run");
        enter.setOnAction(event -> table.enter());
        MenuItem use = new MenuItem("Use these subcategories in every view");
        use.setId("use-subcategories");
        use.setOnAction(event -> {
            TopicRow row = table.getSelectionModel().getSelectedItem();
            subcategories.putInPlace(row.parent(), row.in());
        });
        MenuItem detach = new MenuItem("Take this run from the tree");
        detach.setOnAction(event -> {
            TopicRow row = table.getSelectionModel().getSelectedItem();
            subcategories.detach(row.parent(), row.in());
        });
        ContextMenu menu = new ContextMenu(filter, below, use, enter, detach);
        menu.setOnShowing(event -> {
            TopicRow row = table.getSelectionModel().getSelectedItem();
            boolean own = row != null && row.isOwn();
            filter.setVisible(row != null && row.topic() != null && row.depth() <= 1);
            below.setVisible(own);
            enter.setVisible(row != null && !own && !row.in().topics().isEmpty());
            detach.setVisible(row != null && !own && row.parent() != null && row.depth() == 1);
            use.setVisible(detach.isVisible() && !row.in().topics().isEmpty());
        });
        return menu;
    }

    private void filter() {
        TopicRow row = table.getSelectionModel().getSelectedItem();
        if (row.isOwn()) {
            exploration.apply(Filter.Topics.of(row.topic().id()));
        } else {
            subcategories.filterBy(row.in(), row.topic());
        }
    }

    /** Asks below the list. */
    private void ask() {
        Topic topic = exploration.selectedProperty().get();
        if (topic == null) {
            return;
        }
        List<Filter> filters = exploration.filtersProperty().get().list();
        Selection filtered = filters.isEmpty() ? null : exploration.matchingProperty().get().all();
        String words = filters.stream().map(filter -> filter.words(exploration::topicName)).collect(Collectors.joining(", "));
        SubcategoryPrompt prompt = new SubcategoryPrompt(subcategories, topic, filtered, words, () -> {
            question.getChildren().clear();
            table.requestFocus();
        });
        question.getChildren().setAll(prompt);
        prompt.begin();
    }
}

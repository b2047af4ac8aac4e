package topicworkbench.ui.explore;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.chart.Figure;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.Viewport;
import topicworkbench.topic.DocumentMap;
import topicworkbench.ui.chart.ChartExport;
import topicworkbench.ui.chart.MapLabels;
import topicworkbench.ui.chart.MapTool;
import topicworkbench.ui.chart.MiniMap;
import topicworkbench.ui.chart.ScatterMap;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** The map of all reviews: each a point near those that talk of the same, under the names of the topics. */
public final class MapPanel extends BorderPane {
    private static final double RING = 7;
    private static final double INSET = 8;
    private static final double LEAST_WIDTH_WITH_LEGEND = 640;
    private static final Duration STILL = Duration.millis(180);

    private final Exploration exploration;
    private final MapViewModel model;
    private final ScatterMap map;
    private final MapLabels labels;
    private final MiniMap miniMap;
    private final MapLegend legend;
    private final HoverCard card;
    private final NearWords nearWords;
    private final Circle pointed = ring("map-ring");
    private final Circle opened = ring("map-ring-opened");
    private final Label count = new Label();
    private final StackPane stack;
    private final PauseTransition still = new PauseTransition(STILL);
    private List<MapLabel> words = List.of();

    public MapPanel(Exploration exploration, BackgroundTasks tasks, Dialogs dialogs, Messages messages, ChartExport export,
            ReadOnlyBooleanProperty dark) {
        this.exploration = exploration;
        model = new MapViewModel(exploration, tasks, messages, dark);
        map = new ScatterMap(dark);
        map.setId("review-map");
        labels = new MapLabels(map);
        miniMap = new MiniMap(map, dark);
        labels.keepClearOf(miniMap);
        legend = new MapLegend(model);
        card = new HoverCard(exploration, tasks);
        nearWords = new NearWords(tasks);
        getStyleClass().add("map-panel");
        count.getStyleClass().addAll("caption", "map-count");
        count.setMouseTransparent(true);
        map.overlay().getChildren().addAll(opened, pointed);
        StackPane.setAlignment(miniMap, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(count, Pos.BOTTOM_LEFT);
        for (javafx.scene.Node corner : List.of(miniMap, count)) {
            StackPane.setMargin(corner, new Insets(INSET));
        }
        stack = new StackPane(map, count, miniMap, card);
        MapTools tools = new MapTools(exploration, model, map, new SelectionMenu(exploration, model, tasks, dialogs, messages));
        legend.visibleProperty().bind(tools.legendShownProperty());
        // where there is little room it is there when it is asked for
        widthProperty().map(width -> width.doubleValue() >= LEAST_WIDTH_WITH_LEGEND).subscribe(tools.legendShownProperty()::set);
        legend.managedProperty().bind(legend.visibleProperty());
        setRight(legend);
        setTop(tools);
        export.offer(map, this::figure, dark);
        listen();
    }

    private static Circle ring(String style) {
        Circle ring = new Circle(RING);
        ring.getStyleClass().add(style);
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        return ring;
    }

    private void listen() {
        model.contentProperty().subscribe(this::showContent);
        model.pictureProperty().subscribe(this::showPicture);
        model.labelsProperty().subscribe(this::showLabels);
        labels.setOnClicked(exploration::select);
        map.setOnPointed(document -> exploration.hoveredDocumentProperty().set(document));
        map.setOnPointClicked(document -> exploration.openedDocumentProperty().set(document));
        map.setOnOutlined(outline -> model.choose(outline, map.toolProperty().get() == MapTool.RECTANGLE ? "Rectangle" : "Lasso"));
        map.addEventHandler(KeyEvent.KEY_PRESSED, this::type);
        map.hoverProperty().subscribe(hovered -> showPointed());
        map.viewportProperty().subscribe(this::moved);
        exploration.hoveredDocumentProperty().subscribe(this::showPointed);
        exploration.openedDocumentProperty().subscribe(this::showRings);
        still.setOnFinished(event -> findWords());
    }

    private void showContent(MapViewModel.Content content) {
        if (!(content instanceof MapViewModel.Content.Shown)) {
            map.clear();
        }
        setCenter(switch (content) {
            case MapViewModel.Content.Nothing() -> Notice.empty(Feather.MAP, "No map", "This run was made without a map of"
                    + " its reviews, or is too small for one. The setting map of a new run decides.");
            case MapViewModel.Content.Loading() -> new Skeleton(6);
            case MapViewModel.Content.Shown() -> stack;
            case MapViewModel.Content.Failed(var why) -> Notice.failure(why);
        });
    }

    private void showPicture(MapViewModel.Picture picture) {
        if (picture != null) {
            map.show(picture.points(), picture.context());
            miniMap.show(picture.points(), picture.context());
            int all = exploration.runProperty().get().documents();
            count.setText(picture.context() == null ? Figures.count(all, "review")
                    : Figures.count(picture.points().size()) + " of " + Figures.count(all, "review"));
            still.playFromStart();
        }
    }

    private void moved(Viewport view) {
        showRings();
        card.hide();
        still.playFromStart();
    }

    private void showLabels() {
        List<MapLabel> all = new ArrayList<>(model.labelsProperty().get());
        all.addAll(words);
        labels.show(all);
    }

    /** The words of what is seen, once the map stands still. */
    private void findWords() {
        Viewport view = map.viewportProperty().get();
        MapViewModel.Picture picture = model.pictureProperty().get();
        if (view != null && picture != null) {
            nearWords.find(exploration.runProperty().get(), model.map(), picture.points().grid(),
                    exploration.matchingProperty().get().all(), view, map.zoom(), found -> {
                        if (!found.equals(words)) {
                            words = found;
                            showLabels();
                        }
                    });
        }
    }

    private void showRings() {
        encircle(opened, exploration.openedDocumentProperty().get());
        encircle(pointed, exploration.hoveredDocumentProperty().get());
    }

    private void showPointed() {
        showRings();
        int document = exploration.hoveredDocumentProperty().get();
        if (map.isHover() && document != ColoredPoints.NONE && pointed.isVisible()) {
            card.show(document, pointed.getCenterX(), pointed.getCenterY(), map.getWidth(), map.getHeight());
        } else {
            card.hide();
        }
    }

    private void encircle(Circle ring, int document) {
        Viewport view = map.viewportProperty().get();
        DocumentMap places = model.map();
        boolean shown = view != null && places != null && document >= 0 && document < places.documents();
        ring.setVisible(shown);
        if (shown) {
            ring.setCenterX(view.pixelX(places.x()[document]));
            ring.setCenterY(view.pixelY(places.y()[document]));
        }
    }

    private void type(KeyEvent event) {
        if (event.getCode() == KeyCode.I && !event.isShortcutDown()) {
            model.invert();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && exploration.hoveredDocumentProperty().get() >= 0) {
            exploration.openedDocumentProperty().set(exploration.hoveredDocumentProperty().get());
            event.consume();
        }
    }

    /** What is seen now, to be drawn elsewhere. */
    private Figure figure() {
        MapViewModel.Picture now = model.pictureProperty().get();
        List<MapLabel> all = new ArrayList<>(model.labelsProperty().get());
        all.addAll(words);
        var run = exploration.runProperty().get().summary();
        List<Figure.Key> keys = now.coloring().by() == ColorBy.TOPIC ? List.of() : now.coloring().shades().stream()
                .filter(shade -> !now.hidden().contains(shade.code()))
                .map(shade -> new Figure.Key(shade.name(), new Color(shade.rgb()))).toList();
        return new Figure("Map of the reviews by " + now.coloring().by().toString().toLowerCase(Locale.ROOT),
                style -> keys, run.name() + ", " + Figures.moment(run.created()) + ", " + count.getText()
                + "; near points speak of the same topics (t-SNE)", model.drawing(all, map.viewportProperty().get()));
    }

    MapViewModel model() {
        return model;
    }
}

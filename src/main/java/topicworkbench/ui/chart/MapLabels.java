package topicworkbench.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.shape.StrokeType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import topicworkbench.chart.HouseFont;
import topicworkbench.scatter.LabelPlacement;
import topicworkbench.scatter.LabelPlacement.Place;
import topicworkbench.scatter.LabelPlacement.Wish;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.Viewport;

/** Labels over a map: they move with it, and are placed anew when it is zoomed. Only those that are seen have nodes. */
public final class MapLabels {
    private static final double HALO = 3;
    private static final double FAR_SIZE = 13;
    private static final double SIZE = 11;

    private final ScatterMap map;
    private final Group layer = new Group();
    private final Text measure = new Text();
    private List<Sized> labels = List.of();
    private final Map<MapLabel, Shown> shown = new HashMap<>();
    /** JavaFX keeps the pictures of nodes that are thrown away, until memory is short. */
    private final List<Shown> spare = new ArrayList<>();
    private Node cover;
    private IntConsumer onClicked = category -> { };
    private double placedAt = Double.NaN;
    private List<Sized> wished = List.of();
    private List<Wish> wishes = List.of();
    private Place[] places = {};

    /** A label and the room that it takes, in pixels. */
    private record Sized(MapLabel label, double width, double height) { }

    /**
     * A label that is seen. The halo is a text of its own below the letters: a stroke that keeps off them by itself is computed anew for
     * every picture, which took JavaFX a quarter of a second for twenty labels.
     */
    private final class Shown {
        final Text text = new Text();
        final Text halo = new Text();
        final Group node = new Group(halo, text);
        MapLabel label;

        Shown() {
            halo.getStyleClass().add("map-halo");
            halo.setFill(null);
            halo.setStrokeType(StrokeType.CENTERED);
            halo.setStrokeLineJoin(StrokeLineJoin.ROUND);
            halo.setStrokeWidth(2 * HALO);
            halo.setMouseTransparent(true);
            text.setOnMouseClicked(event -> onClicked.accept(label.category()));
            node.setCache(true);
            layer.getChildren().add(node);
        }

        Shown say(MapLabel wanted) {
            boolean near = wanted.level() == MapLabel.Level.NEAR;
            for (Text part : List.of(halo, text)) {
                part.setText(wanted.text());
                part.setFont(font(wanted));
            }
            text.getStyleClass().setAll(near ? "map-words" : "map-label");
            text.setMouseTransparent(near);
            text.setCursor(near ? null : Cursor.HAND);
            label = wanted;
            return this;
        }

        /** By the node's place, not the text's, so that its picture is kept. */
        void show(Place place) {
            node.setVisible(true);
            text.setVisible(true);
            node.setLayoutX(Math.rint(place.left()));
            node.setLayoutY(Math.rint(place.top()) + text.getBaselineOffset());
        }

        void hide() {
            node.setVisible(false);
            text.setVisible(false);
        }
    }

    public MapLabels(ScatterMap map) {
        this.map = map;
        layer.setManaged(false);
        map.overlay().getChildren().addFirst(layer);
        map.viewportProperty().subscribe(this::follow);
    }

    /** @param listener gets the category of the label that was clicked */
    public void setOnClicked(IntConsumer listener) {
        onClicked = listener;
    }

    /** @param node that lies over a part of the map while it is visible */
    public void keepClearOf(Node node) {
        cover = node;
        node.visibleProperty().subscribe(() -> follow(map.viewportProperty().get()));
        node.boundsInParentProperty().subscribe(() -> follow(map.viewportProperty().get()));
    }

    private LabelPlacement.Box hidden() {
        if (cover == null || !cover.isVisible()) {
            return null;
        }
        Bounds bounds = map.sceneToLocal(cover.localToScene(cover.getLayoutBounds()));
        return new LabelPlacement.Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    /** Shows these in place of those before. */
    public void show(List<MapLabel> wanted) {
        labels = wanted.stream().distinct().sorted(Comparator.comparing(MapLabel::level)
                .thenComparing(MapLabel::weight, Comparator.reverseOrder())).map(this::sized).toList();
        placedAt = Double.NaN;
        follow(map.viewportProperty().get());
    }

    private Sized sized(MapLabel label) {
        measure.setText(label.text());
        measure.setFont(font(label));
        return new Sized(label, measure.getLayoutBounds().getWidth(), measure.getLayoutBounds().getHeight());
    }

    private static Font font(MapLabel label) {
        return Font.font(HouseFont.FAMILY, label.level() == MapLabel.Level.NEAR ? FontWeight.NORMAL : FontWeight.BOLD,
                label.level() == MapLabel.Level.FAR ? FAR_SIZE : SIZE);
    }

    private void follow(Viewport view) {
        Map<MapLabel, Place> seen = view == null ? Map.of() : seen(view);
        shown.values().removeIf(label -> {
            boolean gone = !seen.containsKey(label.label);
            if (gone) {
                label.hide();
                spare.add(label);
            }
            return gone;
        });
        seen.forEach((label, place) -> shown.computeIfAbsent(label, any -> (spare.isEmpty() ? new Shown() : spare.removeLast()).say(any))
                .show(place));
    }

    private Map<MapLabel, Place> seen(Viewport view) {
        if (view.scale() != placedAt) {
            placedAt = view.scale();
            place(view.scale());
        }
        Place[] inPicture = LabelPlacement.inPicture(wishes, places, Math.rint(view.pixelX(0)), Math.rint(view.pixelY(0)), view.width(),
                view.height(), hidden());
        Map<MapLabel, Place> seen = new LinkedHashMap<>();
        for (int i = 0; i < inPicture.length; i++) {
            if (inPicture[i] != null) {
                seen.put(wished.get(i).label, inPicture[i]);
            }
        }
        return seen;
    }

    private void place(double scale) {
        double zoom = map.zoom();
        wished = labels.stream().filter(sized -> zoom >= sized.label.level().zoom()).toList();
        double from = map.grid().minX() * scale - ScatterMap.MARGIN; // none reaches out of the whole map
        double to = (map.grid().minX() + map.grid().width()) * scale + ScatterMap.MARGIN;
        wishes = wished.stream().map(sized -> new Wish(sized.label.x() * scale, -sized.label.y() * scale, sized.width, sized.height,
                from, to)).toList();
        places = LabelPlacement.place(wishes);
    }
}

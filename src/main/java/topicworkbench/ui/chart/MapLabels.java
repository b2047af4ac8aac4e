package topicworkbench.ui.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.scene.Cursor;
import javafx.scene.Group;
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

/** Labels over a map: they move with it, and are placed anew when it is zoomed. */
public final class MapLabels {
    private static final double HALO = 3;
    private static final double FAR_SIZE = 13;
    private static final double SIZE = 11;

    private final ScatterMap map;
    private final Group layer = new Group();
    private final List<Shown> labels = new ArrayList<>();
    /** JavaFX keeps the pictures of nodes that are thrown away, until memory is short. */
    private final List<Shown> spare = new ArrayList<>();
    private IntConsumer onClicked = category -> { };
    private double placedAt = Double.NaN;

    /**
     * A label with its node, and where that goes, relative to the plane's origin. The halo is a text of its own below the letters: a
     * stroke that keeps off them by itself is computed anew for every picture, which took JavaFX a quarter of a second for twenty labels.
     */
    private final class Shown {
        final Text text = new Text();
        final Text halo = new Text();
        final Group node = new Group(halo, text);
        MapLabel label;
        double width;
        double height;
        Place place;

        Shown() {
            halo.getStyleClass().add("map-halo");
            halo.setFill(null);
            halo.setStrokeType(StrokeType.CENTERED);
            halo.setStrokeLineJoin(StrokeLineJoin.ROUND);
            halo.setStrokeWidth(2 * HALO);
            halo.setMouseTransparent(true);
            text.setOnMouseClicked(event -> onClicked.accept(label.category()));
            node.setCache(true);
        }

        Shown say(MapLabel wanted) {
            boolean near = wanted.level() == MapLabel.Level.NEAR;
            Font font = Font.font(HouseFont.FAMILY, near ? FontWeight.NORMAL : FontWeight.BOLD,
                    wanted.level() == MapLabel.Level.FAR ? FAR_SIZE : SIZE);
            for (Text part : List.of(halo, text)) {
                part.setText(wanted.text());
                part.setFont(font);
            }
            text.getStyleClass().setAll(near ? "map-words" : "map-label");
            text.setMouseTransparent(near);
            text.setCursor(near ? null : Cursor.HAND);
            label = wanted;
            width = text.getLayoutBounds().getWidth();
            height = text.getLayoutBounds().getHeight();
            place = null;
            return this;
        }

        void show(boolean seen) {
            node.setVisible(seen);
            text.setVisible(seen);
        }

        /** By the node's place, not the text's, so that its picture is kept. */
        void move(double left, double top) {
            node.setLayoutX(left);
            node.setLayoutY(top + text.getBaselineOffset());
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

    /** Shows these in place of those before; what stays the same is kept, and of the others the nodes are used again. */
    public void show(List<MapLabel> wanted) {
        List<MapLabel> sorted = wanted.stream().sorted(Comparator.comparing(MapLabel::level)
                .thenComparing(MapLabel::weight, Comparator.reverseOrder())).toList();
        Map<MapLabel, Shown> same = new HashMap<>();
        for (Shown shown : labels) {
            if (!sorted.contains(shown.label) || same.putIfAbsent(shown.label, shown) != null) {
                spare.add(shown);
            }
        }
        labels.clear();
        for (MapLabel label : sorted) {
            Shown before = same.remove(label);
            labels.add(before != null ? before : (spare.isEmpty() ? new Shown() : spare.removeLast()).say(label));
        }
        layer.getChildren().setAll(labels.stream().map(shown -> shown.node).toList());
        placedAt = Double.NaN;
        follow(map.viewportProperty().get());
    }

    private void follow(Viewport view) {
        if (view == null) {
            labels.forEach(shown -> shown.show(false));
            return;
        }
        if (view.scale() != placedAt) {
            placedAt = view.scale();
            place(view.scale());
        }
        double originX = Math.rint(view.pixelX(0));
        double originY = Math.rint(view.pixelY(0));
        for (Shown shown : labels) {
            boolean seen = shown.place != null && isSeen(originX + shown.place.left(), originY + shown.place.top(), shown, view);
            shown.show(seen);
            if (seen) {
                shown.move(originX + Math.rint(shown.place.left()), originY + Math.rint(shown.place.top()));
            }
        }
    }

    private static boolean isSeen(double left, double top, Shown shown, Viewport view) {
        return left < view.width() && top < view.height() && left + shown.width > 0 && top + shown.height > 0;
    }

    private void place(double scale) {
        double zoom = map.zoom();
        List<Shown> wished = labels.stream().filter(shown -> zoom >= shown.label.level().zoom()).toList();
        double from = map.grid().minX() * scale - ScatterMap.MARGIN; // none reaches out of the whole map
        double to = (map.grid().minX() + map.grid().width()) * scale + ScatterMap.MARGIN;
        Place[] places = LabelPlacement.place(wished.stream().map(shown -> new Wish(shown.label.x() * scale,
                -shown.label.y() * scale, shown.width, shown.height, from, to)).toList());
        labels.forEach(shown -> shown.place = null);
        for (int i = 0; i < places.length; i++) {
            wished.get(i).place = places[i];
        }
    }
}

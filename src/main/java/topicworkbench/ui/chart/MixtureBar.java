package topicworkbench.ui.chart;

import java.util.List;
import javafx.scene.layout.Region;

/** The topics of a review as one small bar: a stretch for each, and a pale rest. */
public final class MixtureBar extends Region {
    private static final double THICKNESS = 6;
    private static final double GAP = 1;

    private List<Part> parts = List.of();

    /**
     * @param share 0 to 1
     * @param color as style sheets write it
     */
    public record Part(double share, String color) { }

    public MixtureBar() {
        getStyleClass().add("mixture-bar");
        setMinSize(0, THICKNESS);
        setPrefHeight(THICKNESS);
        setMaxHeight(THICKNESS);
    }

    /** @param shown left to right; together at most 1 */
    public void show(List<Part> shown) {
        if (parts.equals(shown)) {
            return;
        }
        parts = List.copyOf(shown);
        getChildren().setAll(parts.stream().map(part -> {
            Region stretch = new Region();
            stretch.setStyle("-fx-background-color: " + part.color());
            return stretch;
        }).toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < parts.size(); i++) {
            double width = parts.get(i).share() * getWidth();
            getChildren().get(i).resizeRelocate(x, 0, Math.max(1, width - GAP), getHeight());
            x += width;
        }
    }
}

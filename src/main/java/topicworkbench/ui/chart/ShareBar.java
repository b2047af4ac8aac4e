package topicworkbench.ui.chart;

import javafx.scene.layout.Region;

/** A small bar for tables and lists, filled from the left. */
public final class ShareBar extends Region {
    private static final double THICKNESS = 6;

    private final Region fill = new Region();
    private double share;

    public ShareBar() {
        getStyleClass().add("share-bar");
        fill.getStyleClass().add("share-bar-fill");
        getChildren().add(fill);
        setMinSize(0, THICKNESS);
        setMaxHeight(THICKNESS);
        setPrefHeight(THICKNESS);
    }

    /**
     * @param newShare 0 to 1
     * @param color    as style sheets write it
     */
    public void show(double newShare, String color) {
        share = Double.isNaN(newShare) ? 0 : Math.clamp(newShare, 0, 1);
        fill.setStyle("-fx-background-color: " + color);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, share * getWidth(), getHeight());
    }
}

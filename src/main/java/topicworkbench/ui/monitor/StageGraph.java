package topicworkbench.ui.monitor;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import topicworkbench.run.Stage;

/** The pipeline, stage by stage, as the run itself lists them; the chosen stage's log and files are shown elsewhere. */
final class StageGraph extends HBox {
    private static final PseudoClass PASSED = PseudoClass.getPseudoClass("passed");

    private final ObjectProperty<Stage> chosen;
    private final Map<Stage, StageBox> boxes = new EnumMap<>(Stage.class);
    private final Map<Stage, Region> edges = new EnumMap<>(Stage.class);

    /** @param chosen the stage that is pressed, or null */
    StageGraph(ObjectProperty<Stage> chosen) {
        this.chosen = chosen;
        getStyleClass().add("stage-graph");
        setAlignment(Pos.CENTER_LEFT);
        chosen.subscribe(stage -> boxes.forEach((each, box) -> box.setSelected(each == stage)));
    }

    void show(List<StageStanding> standings) {
        if (!List.copyOf(boxes.keySet()).equals(standings.stream().map(StageStanding::stage).toList())) {
            lay(standings);
        }
        standings.forEach(standing -> {
            boxes.get(standing.stage()).show(standing);
            Region edge = edges.get(standing.stage());
            if (edge != null) {
                edge.pseudoClassStateChanged(PASSED, standing.kind() != StageStanding.Kind.WAITING);
            }
        });
    }

    private void lay(List<StageStanding> standings) {
        boxes.clear();
        edges.clear();
        getChildren().clear();
        for (StageStanding standing : standings) {
            Stage stage = standing.stage();
            if (!boxes.isEmpty()) {
                Region edge = new Region();
                edge.getStyleClass().add("stage-edge");
                edges.put(stage, edge);
                getChildren().add(edge);
            }
            StageBox box = new StageBox(stage);
            box.setOnAction(event -> chosen.set(box.isSelected() ? stage : null));
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.put(stage, box);
            getChildren().add(box);
        }
    }
}

package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.ui.chart.ShareBar;
import topicworkbench.wording.Figures;

/** From the rows that were read to the documents the model sees: what each filter drops, and what is left after it. */
final class FunnelPane extends GridPane {
    private static final Map<String, String> WORDS = Map.of("stars", "Stars", "product", "Product", "category", "Category",
            "date", "Date", "verified", "Not a verified purchase", "length", "Length");

    private final long read;

    /** @param tooShort documents with too few tokens, or -1 while not known */
    FunnelPane(PrepareReport report, long tooShort) {
        read = report.read();
        setId("funnel");
        getStyleClass().add("funnel");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(name, new ColumnConstraints(), bar, new ColumnConstraints());
        addRow(0, new Label("Dropped by"), number("reviews"), new Label(), number("left"));
        getChildren().forEach(label -> label.getStyleClass().add("caption"));
        Map<String, Long> dropped = new LinkedHashMap<>();
        report.filteredBy().forEach((bound, count) -> dropped.put(WORDS.getOrDefault(bound, bound), count));
        dropped.put("Exact duplicate", report.exactDuplicates());
        dropped.put("Near duplicate", report.nearDuplicates());
        if (tooShort >= 0) {
            dropped.put("Too few tokens", tooShort);
        }
        long left = read;
        step("Read", -1, left);
        for (Map.Entry<String, Long> each : dropped.entrySet()) {
            left -= each.getValue();
            step(each.getKey(), each.getValue(), left);
        }
    }

    private void step(String name, long dropped, long left) {
        ShareBar share = new ShareBar();
        share.show(read == 0 ? 0 : (double) left / read, "-color-accent-emphasis");
        List<Label> labels = new ArrayList<>(List.of(number(dropped < 0 ? "" : dropped == 0 ? "0" : "−" + Figures.count(dropped)),
                number(Figures.count(left))));
        addRow(getRowCount(), new Label(name), labels.getFirst(), share, labels.getLast());
    }

    private static Label number(String text) {
        Label number = new Label(text);
        number.setMinWidth(Region.USE_PREF_SIZE);
        number.setMaxWidth(Double.MAX_VALUE);
        number.setAlignment(Pos.CENTER_RIGHT);
        return number;
    }
}

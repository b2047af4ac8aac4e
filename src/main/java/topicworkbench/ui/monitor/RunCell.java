package topicworkbench.ui.monitor;

import java.util.stream.DoubleStream;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.ui.support.StateLabel;
import topicworkbench.wording.Figures;

/** A cell of the table of runs. A run's state changes by itself while this window watches the run. */
final class RunCell extends TableCell<RunLine, RunLine> {
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final RunColumn column;
    private final StateLabel state = new StateLabel();
    private Subscription watching = Subscription.EMPTY;

    RunCell(RunColumn column) {
        this.column = column;
        getStyleClass().add("run-cell");
    }

    @Override
    protected void updateItem(RunLine line, boolean empty) {
        super.updateItem(line, empty);
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        setGraphic(null);
        pseudoClassStateChanged(GROUP, !empty && line instanceof RunLine.Group);
        switch (empty ? null : line) {
            case RunRow row when column.id().equals("state") -> showState(row);
            case RunRow row -> setText(column.text().apply(row));
            case RunLine.Group group -> showGroup(group);
            case null -> setText(null);
        }
    }

    private void showState(RunRow row) {
        setText(null);
        setGraphic(state);
        if (row.live() == null) {
            state.show(row.state());
        } else {
            watching = row.live().stateProperty().subscribe(state::show);
        }
    }

    /** The first column tells how many runs there are, the name which group; scores tell the best. */
    private void showGroup(RunLine.Group group) {
        boolean isFirst = getTableColumn() == getTableView().getVisibleLeafColumn(0);
        if (isFirst) {
            setGraphic(new FontIcon(group.folded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN));
        }
        boolean hasName = getTableView().getVisibleLeafColumns().stream().anyMatch(each -> each.getId().equals("name"));
        String runs = Figures.count(group.runs().size(), "run");
        if (column.best() != null) {
            DoubleStream values = group.runs().stream().mapToDouble(column.number()).filter(v -> !Double.isNaN(v));
            setText(values.reduce(column.best()).stream().mapToObj(this::format).findFirst().orElse(null));
        } else if (column.id().equals("name")) {
            setText(isFirst ? group.name() + " · " + runs : group.name());
        } else {
            setText(!isFirst ? null : hasName ? runs : group.name() + " · " + runs);
        }
    }

    private String format(double best) {
        return switch (column.id()) {
            case "perplexity" -> Figures.perplexity(best);
            case "cost" -> Figures.dollars(best);
            default -> Figures.score(best);
        };
    }
}

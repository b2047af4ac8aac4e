package topicworkbench.ui.explore;

import java.util.Comparator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Verdict;
import topicworkbench.ui.support.Columns;

/** What people made of a topic, as one sign: hidden, good, junk, merged, or part of a split one. */
final class MarkCell extends TableCell<TopicRow, Integer> {
    private static final double WIDTH = 28;

    private final Curating curating;

    private MarkCell(Curating curating) {
        this.curating = curating;
        getStyleClass().add("mark-cell");
    }

    static TableColumn<TopicRow, Integer> column(Curating curating) {
        TableColumn<TopicRow, Integer> column = Columns.column("mark", "", WIDTH, row -> row.isOwn() ? row.topic().id() : null);
        column.setCellFactory(any -> new MarkCell(curating));
        column.setMinWidth(WIDTH);
        column.setMaxWidth(WIDTH);
        column.setComparator(Comparator.comparing(id -> id == null ? "" : words(curating.topic(id))));
        return column;
    }

    @Override
    protected void updateItem(Integer id, boolean empty) {
        super.updateItem(id, empty);
        CuratedTopic topic = empty || id == null ? null : curating.topic(id);
        Ikon icon = topic == null ? null : icon(topic);
        setGraphic(icon == null ? null : new FontIcon(icon));
        setTooltip(icon == null ? null : new Tooltip(words(topic)));
    }

    private static Ikon icon(CuratedTopic topic) {
        return topic.hidden() ? Feather.EYE_OFF : topic.verdict() == Verdict.GOOD ? Feather.THUMBS_UP
                : topic.verdict() == Verdict.JUNK ? Feather.TRASH_2 : topic.isMerged() ? Feather.GIT_MERGE
                : topic.splitOf() != null ? Feather.SCISSORS : null;
    }

    private static String words(CuratedTopic topic) {
        return topic.hidden() ? "hidden" : topic.verdict() != null ? topic.verdict().key()
                : topic.isMerged() ? "merged of " + topic.parts().size() + " topics"
                : topic.splitOf() != null ? "part of the former topic " + topic.splitOf() : "";
    }
}

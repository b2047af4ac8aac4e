package topicworkbench.ui.explore;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.MapDrawing;
import topicworkbench.exploration.Dimension;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Filter;
import topicworkbench.exploration.Selection;
import topicworkbench.scatter.ColoredPoints;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.Outline;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Viewport;
import topicworkbench.topic.DocumentMap;
import topicworkbench.topic.Topic;
import topicworkbench.ui.explore.Colorings.TopicName;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.wording.Figures;

/** The map of a run's reviews: which are shown in which colors, under which labels, and what is chosen of them. */
public final class MapViewModel {
    private final Exploration exploration;
    private final ReadOnlyBooleanProperty dark;
    private final LatestTask opening;
    private final LatestTask coloringTask;
    private final LatestTask painting;

    private final ReadOnlyObjectWrapper<Content> content = new ReadOnlyObjectWrapper<>(new Content.Nothing());
    private final ReadOnlyObjectWrapper<Picture> picture = new ReadOnlyObjectWrapper<>();
    private final TopicLabels labels;
    private final ObjectProperty<ColorBy> colorBy = new SimpleObjectProperty<>(ColorBy.TOPIC);
    private final Messages messages;
    private Set<Integer> hidden = Set.of();
    private Opened opened;
    private Coloring coloring;

    /** Whether there is anything to see. */
    public sealed interface Content {
        /** No run, or one without a map. */
        record Nothing() implements Content { }

        record Loading() implements Content { }

        record Shown() implements Content { }

        record Failed(UserMessage why) implements Content { }
    }

    /**
     * The points as they are shown.
     *
     * @param points  those that meet the filters and are not hidden by the legend
     * @param context all, if those are not all; else null
     * @param hidden  codes of the shades that are hidden
     */
    public record Picture(ColoredPoints points, ColoredPoints context, Coloring coloring, Set<Integer> hidden) { }

    private record Opened(ExploredRun run, DocumentMap map, ColoredPoints all) { }

    public MapViewModel(Exploration exploration, BackgroundTasks tasks, Messages messages, ReadOnlyBooleanProperty dark) {
        this.exploration = exploration;
        this.dark = dark;
        this.messages = messages;
        opening = new LatestTask(tasks);
        coloringTask = new LatestTask(tasks);
        painting = new LatestTask(tasks);
        labels = new TopicLabels(exploration, tasks, messages);
        exploration.runProperty().subscribe(this::open);
        exploration.columnsProperty().subscribe(this::color);
        exploration.assignmentProperty().subscribe(this::color);
        exploration.curating().curatedProperty().subscribe(this::color); // a topic may have got another name or color
        exploration.topics().addListener((ListChangeListener<Topic>) change -> color());
        exploration.selectedProperty().subscribe(topic -> {
            if (colorBy.get() == ColorBy.SHARE) {
                color();
            }
        });
        exploration.matchingProperty().subscribe(matching -> {
            if (colorBy.get() == ColorBy.SEARCH) {
                color();
            } else {
                paint();
            }
        });
        dark.subscribe(this::color);
        colorBy.subscribe(what -> {
            hidden = Set.of();
            labels.leaveOut(hidden);
            color();
        });
    }

    private void open(ExploredRun run) {
        opened = null;
        coloring = null;
        hidden = Set.of();
        picture.set(null);
        labels.leaveOut(hidden);
        labels.show(null);
        opening.forget();
        coloringTask.forget();
        painting.forget();
        if (run == null) {
            content.set(new Content.Nothing());
            return;
        }
        if (!ColorBy.all(run.otherColumns()).contains(colorBy.get())) {
            colorBy.set(ColorBy.TOPIC);
        }
        content.set(new Content.Loading());
        opening.run(() -> run.map().map(map -> {
            int[] anything = {0};
            return new Opened(run, map, new ColoredPoints(new PointGrid(map.x(), map.y()), document -> anything[0]));
        }), this::show, why -> content.set(new Content.Failed(UserMessage.of(why))));
    }

    private void show(Optional<Opened> found) {
        opened = found.orElse(null);
        content.set(found.isPresent() ? new Content.Shown() : new Content.Nothing());
        labels.show(opened == null ? null : opened.all.grid());
        color();
    }

    /** Which documents get which color; then paints. */
    private void color() {
        Opened now = opened;
        DocumentColumns columns = exploration.columnsProperty().get();
        ColorBy what = colorBy.get();
        boolean needsColumns = what != ColorBy.TOPIC && what != ColorBy.SHARE && what != ColorBy.SEARCH;
        if (now == null || exploration.assignmentProperty().get() == null || needsColumns && columns == null) {
            return;
        }
        Colorings colorings = colorings(dark.get());
        coloringTask.run(() -> colorings.by(what), colored -> {
            coloring = colored;
            paint();
        }, messages::tell);
    }

    private Colorings colorings(boolean onDark) {
        Selection found = exploration.filtersProperty().get().on(Dimension.SEARCH)
                .map(filter -> filter instanceof Filter.Chosen chosen ? chosen.documents() : null).orElse(null);
        return new Colorings(opened.run, exploration.columnsProperty().get(), exploration.assignmentProperty().get(), topicNames(),
                exploration.selectedProperty().get() == null ? 0 : exploration.selectedProperty().get().id(), found, onDark);
    }

    private List<TopicName> topicNames() {
        return exploration.topics().stream().map(topic -> new TopicName(topic.id(), exploration.topicName(topic.id()),
                Integer.parseInt(exploration.curating().color(topic.id()).substring(1), 16))).toList();
    }

    /** Which points are shown. */
    private void paint() {
        Opened now = opened;
        Coloring colors = coloring;
        if (now == null || colors == null || colors.by() != colorBy.get()) {
            return;
        }
        Selection matching = matching(colors);
        if (matching.documents() != now.run.documents()) {
            return; // of the run before
        }
        Set<Integer> left = hidden;
        painting.run(() -> {
            ColoredPoints points = painted(now, colors, matching, left);
            return new Picture(points, points.size() == now.all.size() ? null : now.all, colors, left);
        }, picture::set, messages::tell);
    }

    private static ColoredPoints painted(Opened of, Coloring colors, Selection matching, Set<Integer> left) {
        int[] palette = colors.palette();
        left.forEach(code -> palette[code] = ColoredPoints.NONE);
        int[] codes = colors.codes();
        return matching.isAll() ? new ColoredPoints(of.all.grid(), document -> palette[codes[document]])
                : new ColoredPoints(of.all.grid(), document -> matching.contains(document) ? palette[codes[document]]
                : ColoredPoints.NONE);
    }

    /** The picture as it is now, to be drawn elsewhere, light or dark. @param part null for all points */
    MapDrawing drawing(List<MapLabel> withLabels, Viewport part) {
        Picture now = picture.get();
        boolean wasDark = dark.get();
        Opened of = opened;
        Colorings other = colorings(!wasDark);
        Selection matching = matching(now.coloring());
        return new MapDrawing(style -> new MapDrawing.Points(style == HouseStyle.of(wasDark) ? now.points()
                : painted(of, other.by(now.coloring().by()), matching, now.hidden()), now.context()), withLabels, part);
    }

    private Selection matching(Coloring colors) {
        return colors.by() == ColorBy.SEARCH ? exploration.matchingProperty().get().except(Dimension.SEARCH)
                : exploration.matchingProperty().get().all();
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** Null while there is none. */
    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Of topics where they are dense. */
    public ReadOnlyObjectProperty<List<MapLabel>> labelsProperty() {
        return labels.labelsProperty();
    }

    public ObjectProperty<ColorBy> colorByProperty() {
        return colorBy;
    }

    /** Where the documents lie; null while there is no picture. */
    DocumentMap map() {
        return opened == null ? null : opened.map;
    }

    /** Shows or hides the documents of a shade. */
    public void toggle(int code) {
        Set<Integer> changed = new HashSet<>(hidden);
        if (!changed.remove(code)) {
            changed.add(code);
        }
        hide(changed);
    }

    /** Hides all shades but one; all are shown again if it was the only one. */
    public void isolate(int code) {
        Set<Integer> others = new HashSet<>();
        coloring.shades().stream().map(Coloring.Shade::code).filter(other -> other != code).forEach(others::add);
        hide(others.equals(hidden) ? Set.of() : others);
    }

    private void hide(Set<Integer> codes) {
        hidden = Set.copyOf(codes);
        labels.leaveOut(colorBy.get() == ColorBy.TOPIC ? hidden : Set.of());
        paint();
    }

    /** Filters by what was outlined, of the documents that are shown. */
    public void choose(Outline outline, String what) {
        Selection inside = Selection.ofBits(opened.run.documents(), outline.select(opened.all.grid()));
        if (!hidden.isEmpty()) {
            int[] codes = coloring.codes();
            Set<Integer> left = hidden;
            int[] shown = Arrays.stream(inside.toArray()).filter(document -> !left.contains(codes[document])).toArray();
            inside = Selection.of(opened.run.documents(), shown);
        }
        choose(inside, what);
    }

    private void choose(Selection documents, String what) {
        if (documents.isEmpty()) {
            messages.tell("No review lies there.");
        } else {
            exploration.apply(new Filter.Chosen(Dimension.REGION, what + ", " + Figures.count(documents.count(), "review"),
                    documents));
        }
    }

    /** The documents that were outlined, or those of a saved selection; empty if there is no such filter. */
    public Optional<Selection> chosen() {
        return exploration.filtersProperty().get().on(Dimension.REGION)
                .map(filter -> filter instanceof Filter.Chosen region ? region.documents() : null);
    }

    /** Chooses what is not chosen. */
    public void invert() {
        chosen().ifPresent(documents -> choose(documents.inverted(), "Outside"));
    }

    void choose(String name, Selection saved) {
        choose(saved, name);
    }
}

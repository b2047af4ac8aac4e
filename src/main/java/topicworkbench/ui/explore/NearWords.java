package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import topicworkbench.exploration.CommonWords;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Selection;
import topicworkbench.scatter.MapLabel;
import topicworkbench.scatter.PointGrid;
import topicworkbench.scatter.Viewport;
import topicworkbench.topic.DocumentMap;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;

/**
 * The leading words of small parts of a map, for who has come near: squares of the plane whose sides are powers of two, so
 * that the same words stand there again when one comes back.
 */
final class NearWords {
    private static final double SIDE_IN_PIXELS = 220;
    private static final int FEWEST_DOCUMENTS = 8;
    private static final int WORDS = 3;

    private final LatestTask task;
    private final Map<Tile, MapLabel> known = new HashMap<>();
    private CommonWords words;
    private ExploredRun of;
    private Selection among;

    private record Tile(double side, long column, long row) { }

    NearWords(BackgroundTasks tasks) {
        task = new LatestTask(tasks);
    }

    /**
     * @param among documents that are shown
     * @param shown gets the labels of the squares that are seen; none if one is too far away
     */
    void find(ExploredRun run, DocumentMap map, PointGrid grid, Selection among, Viewport view, double zoom,
            Consumer<List<MapLabel>> shown) {
        if (zoom < MapLabel.Level.NEAR.zoom()) {
            task.forget();
            shown.accept(List.of());
            return;
        }
        task.run(() -> labels(run, map, grid, among, view), shown, failure -> shown.accept(List.of()));
    }

    private synchronized List<MapLabel> labels(ExploredRun run, DocumentMap map, PointGrid grid, Selection among, Viewport view) {
        if (of != run) {
            words = new CommonWords(run.corpus());
        }
        if (of != run || !among.equals(this.among)) {
            known.clear();
        }
        of = run;
        this.among = among;
        double side = Math.pow(2, Math.rint(Math.log(SIDE_IN_PIXELS / view.scale()) / Math.log(2)));
        List<MapLabel> labels = new ArrayList<>();
        for (long row = tile(view.planeY(view.height()), side); row <= tile(view.planeY(0), side); row++) {
            for (long column = tile(view.planeX(0), side); column <= tile(view.planeX(view.width()), side); column++) {
                MapLabel label = known.computeIfAbsent(new Tile(side, column, row), tile -> label(tile, map, grid, among));
                if (!label.text().isEmpty()) {
                    labels.add(label);
                }
            }
        }
        return labels;
    }

    private static long tile(double place, double side) {
        return (long) Math.floor(place / side);
    }

    /** At the documents' mean; without words where there are too few. */
    private MapLabel label(Tile tile, DocumentMap map, PointGrid grid, Selection among) {
        double fromX = tile.column * tile.side;
        double fromY = tile.row * tile.side;
        int[] documents = Arrays.stream(grid.pointsIn(fromX, fromY, fromX + tile.side, fromY + tile.side))
                .filter(among::contains).sorted().toArray();
        double x = Arrays.stream(documents).mapToDouble(document -> map.x()[document]).average().orElse(0);
        double y = Arrays.stream(documents).mapToDouble(document -> map.y()[document]).average().orElse(0);
        String text = documents.length < FEWEST_DOCUMENTS ? "" : String.join(", ", words.of(documents, WORDS));
        return new MapLabel(text, x, y, MapLabel.Level.NEAR, -1, documents.length);
    }
}

package topicworkbench.exploration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.workspace.SelectionTable;

/** Named selections that are kept with a run, in its folder. Reads and writes files: ask away from the window's thread. */
public final class SavedSelections {
    static final int LONGEST_NAME = 80;

    private final ExploredRun run;

    public SavedSelections(ExploredRun run) {
        this.run = run;
    }

    /** In the order in which they were saved. */
    public List<String> names() {
        return List.copyOf(read().keySet());
    }

    /** Empty if there is none of that name. */
    public Selection load(String name) {
        int[] reviews = read().getOrDefault(name, new int[0]);
        return Selection.of(run.documents(), Arrays.stream(reviews).map(review -> Arrays.binarySearch(run.reviews(), review))
                .filter(document -> document >= 0).toArray());
    }

    /** In place of another of that name, if there is one. */
    public synchronized void save(String name, Selection documents) {
        InvalidOptionException.unless(!name.isBlank() && name.length() <= LONGEST_NAME, "name", name,
                "Give 1 to " + LONGEST_NAME + " characters.");
        InvalidOptionException.unless(!documents.isEmpty(), "selection", "no reviews", "Choose at least one review.");
        Map<String, int[]> all = read();
        all.put(name, Arrays.stream(documents.toArray()).map(document -> run.reviews()[document]).toArray());
        SelectionTable.write(run.folder().files().savedSelections(), all);
    }

    public synchronized void delete(String name) {
        Map<String, int[]> all = read();
        if (all.remove(name) != null) {
            SelectionTable.write(run.folder().files().savedSelections(), all);
        }
    }

    private Map<String, int[]> read() {
        return SelectionTable.read(run.folder().files().savedSelections());
    }
}

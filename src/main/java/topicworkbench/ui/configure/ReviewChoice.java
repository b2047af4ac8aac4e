package topicworkbench.ui.configure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.corpus.SampleReviews;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;

/** Which reviews a run is to be of, and which of their columns mean what. */
public final class ReviewChoice {
    private final WindowPreferences preferences;
    private final Runnable changed;
    private final ObservableList<String> paths = FXCollections.observableArrayList();
    private final ObservableList<String> shownPaths = FXCollections.unmodifiableObservableList(paths);
    private final ObservableList<List<String>> recent = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Map<String, String>> columns = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<UserMessage> error = new ReadOnlyObjectWrapper<>();

    /** @param changed is told when there is something else to be read */
    ReviewChoice(WindowPreferences preferences, Runnable changed) {
        this.preferences = preferences;
        this.changed = changed;
        recent.setAll(preferences.recentReviews());
    }

    /** Files and folders of reviews. */
    public ObservableList<String> paths() {
        return shownPaths;
    }

    /** Earlier choices of reviews, newest first. */
    public ObservableList<List<String>> recent() {
        return recent;
    }

    /** The user's own choice of columns: field to column, empty for none; fields that are not named are recognized. */
    public ReadOnlyObjectProperty<Map<String, String>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** What is wrong with the choice of reviews, or null. */
    public ReadOnlyObjectProperty<UserMessage> errorProperty() {
        return error.getReadOnlyProperty();
    }

    public void useSample() {
        choosePaths(List.of(SampleReviews.PATH));
    }

    /** One of the {@link #recent} choices, or another. */
    public void choosePaths(List<String> chosen) {
        show(new ReviewSource(chosen, Map.of()));
        preferences.addRecentReviews(chosen);
        recent.setAll(preferences.recentReviews());
    }

    /** @param column null to have it recognized, empty for none */
    public void chooseColumn(ReviewField field, String column) {
        Map<String, String> other = new HashMap<>(columns.get());
        if (column == null) {
            other.remove(field.key());
        } else {
            other.put(field.key(), column);
        }
        columns.set(Map.copyOf(other));
        changed.run();
    }

    void show(ReviewSource source) {
        columns.set(source.columns());
        paths.setAll(source.paths());
        error.set(null);
        changed.run();
    }

    /** @param keep columns that are kept beside the fields */
    ReviewSource source(List<String> keep) {
        return new ReviewSource(paths, columns.get(), keep);
    }

    /** @param why null where nothing is wrong any more */
    void refuse(UserMessage why) {
        error.set(why);
    }
}

package topicworkbench.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import topicworkbench.failure.InvalidOptionException;

/**
 * Which files hold the reviews and how their columns are to be read.
 *
 * @param paths   files or folders, as the user wrote them
 * @param columns the user's own choice of column for a field (key as {@link ReviewField#key()}), empty for none;
 *                fields not named here are recognised
 * @param keep    which of the columns that no field uses are kept: {@link OtherColumns#ALL}, or their names; empty for none
 */
public record ReviewSource(List<String> paths, Map<String, String> columns, List<String> keep) {

    /** With all of its columns. */
    public ReviewSource(List<String> paths, Map<String, String> columns) {
        this(paths, columns, OtherColumns.ALL);
    }

    public ReviewSource {
        paths = List.copyOf(paths);
        columns = Map.copyOf(columns);
        keep = List.copyOf(keep);
        for (String key : columns.keySet()) {
            if (Arrays.stream(ReviewField.values()).noneMatch(f -> f.key().equals(key))) {
                throw new InvalidOptionException("column", "There is no review field called \"" + key + "\".",
                        "Use one of " + String.join(", ", Arrays.stream(ReviewField.values())
                                .map(ReviewField::key).toList()) + ".");
            }
        }
    }

    /** The same files with these of their other columns. */
    public ReviewSource keeping(List<String> others) {
        return new ReviewSource(paths, columns, others);
    }
}

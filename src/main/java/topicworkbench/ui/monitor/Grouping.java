package topicworkbench.ui.monitor;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import topicworkbench.ui.support.StateLabel;

/** By what the list of runs is grouped; a run with several tags stands in several groups. */
public enum Grouping {
    NONE("No groups", row -> List.of()),
    STUDY("By study", row -> List.of(row.study().isEmpty() ? "No study" : row.study())),
    TAG("By tag", row -> row.summary().remarks().tags().isEmpty() ? List.of("No tag") : row.summary().remarks().tags()),
    ALGORITHM("By algorithm", row -> List.of(row.summary().spec() == null ? "Unknown"
            : row.summary().spec().model().algorithm().toUpperCase(Locale.ROOT))),
    CORPUS("By corpus", row -> List.of(row.corpus().isEmpty() ? "Unknown" : row.corpus())),
    STATE("By state", row -> List.of(StateLabel.words(row.state())));

    private final String words;
    private final Function<RunRow, List<String>> groups;

    Grouping(String words, Function<RunRow, List<String>> groups) {
        this.words = words;
        this.groups = groups;
    }

    List<String> groups(RunRow row) {
        return groups.apply(row);
    }

    @Override
    public String toString() {
        return words;
    }
}

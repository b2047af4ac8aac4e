package topicworkbench.ui.monitor;

import java.util.List;

/** A line of the table of runs. */
public sealed interface RunLine permits RunRow, RunLine.Group {

    /**
     * The head of a group.
     *
     * @param name   what its runs have in common
     * @param runs   those that match the search
     * @param folded whether they are hidden
     */
    record Group(String name, List<RunRow> runs, boolean folded) implements RunLine { }
}

package topicworkbench.run;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import topicworkbench.failure.InvalidOptionException;

/**
 * What people say about a run; it changes nothing of its result.
 *
 * @param tags     short words to find runs by, in order
 * @param note     as long as needed; empty for none
 * @param archived whether lists leave the run out unless asked
 */
public record RunRemarks(List<String> tags, String note, boolean archived) {
    public static final RunRemarks NONE = new RunRemarks(List.of(), "", false);

    private static final int LONGEST_TAG = 40;
    private static final int LONGEST_NOTE = 10_000;

    public RunRemarks {
        TreeSet<String> sorted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        tags.forEach(tag -> sorted.add(requireTag(tag)));
        tags = List.copyOf(sorted);
        note = note.strip();
        InvalidOptionException.unless(note.length() <= LONGEST_NOTE, "note", "of " + note.length() + " characters",
                "Give at most " + LONGEST_NOTE + " characters.");
    }

    public RunRemarks withTags(Collection<String> newTags) {
        return new RunRemarks(List.copyOf(newTags), note, archived);
    }

    public RunRemarks withNote(String newNote) {
        return new RunRemarks(tags, newNote, archived);
    }

    public RunRemarks withArchived(boolean nowArchived) {
        return new RunRemarks(tags, note, nowArchived);
    }

    private static String requireTag(String tag) {
        String stripped = tag.strip();
        boolean usable = !stripped.isEmpty() && stripped.length() <= LONGEST_TAG
                && stripped.chars().noneMatch(c -> c == ',' || Character.isISOControl(c));
        InvalidOptionException.unless(usable, "tag", "\"" + stripped + "\"",
                "Give 1 to " + LONGEST_TAG + " characters without a comma.");
        return stripped;
    }
}

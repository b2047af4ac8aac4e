package topicworkbench.curation;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import topicworkbench.curation.CurationEntry.Attach;
import topicworkbench.curation.CurationEntry.Correct;
import topicworkbench.curation.CurationEntry.Describe;
import topicworkbench.curation.CurationEntry.Detach;
import topicworkbench.curation.CurationEntry.Edit;
import topicworkbench.curation.CurationEntry.Flag;
import topicworkbench.curation.CurationEntry.Hide;
import topicworkbench.curation.CurationEntry.Mark;
import topicworkbench.curation.CurationEntry.Merge;
import topicworkbench.curation.CurationEntry.Name;
import topicworkbench.curation.CurationEntry.Note;
import topicworkbench.curation.CurationEntry.Paint;
import topicworkbench.curation.CurationEntry.Separate;
import topicworkbench.curation.CurationEntry.Several;
import topicworkbench.curation.CurationEntry.Split;
import topicworkbench.wording.Figures;

/** What an edit does, as people say it: for histories and lists. */
public final class EditWords {

    private EditWords() { }

    /** @param topics what people call a topic */
    public static String of(Edit edit, IntFunction<String> topics) {
        return switch (edit) {
            case Several(String reason, List<Edit> edits) -> reason + " (" + Figures.count(edits.size(), "change") + ")";
            case Name(int topic, String label) -> label == null ? "Took the label off " + topics.apply(topic)
                    : "Named topic " + topic + " “" + label + "”";
            case Describe(int topic, String text) -> verb(text, "Described ", "Removed the description of ") + topics.apply(topic);
            case Paint(int topic, String color) -> verb(color, "Painted ", "Took the color off ") + topics.apply(topic);
            case Note(int topic, String note) -> verb(note, "Noted something on ", "Removed the note on ") + topics.apply(topic);
            case Mark(int topic, Verdict verdict) -> verdict == null ? "Took the mark off " + topics.apply(topic)
                    : "Marked " + topics.apply(topic) + " as " + verdict.name().toLowerCase(Locale.ROOT);
            case Hide(int topic, boolean hidden) -> (hidden ? "Hid " : "Showed ") + topics.apply(topic);
            case Merge(int topic, List<Integer> others) -> "Merged " + names(others, topics) + " into " + topics.apply(topic);
            case Separate(int topic, int part) -> "Took " + topics.apply(part) + " out of " + topics.apply(topic);
            case Split(int topic, List<Integer> parts, String _) -> "Split " + topics.apply(topic) + " into "
                    + Figures.count(parts.size(), "part");
            case Attach(int topic, String run) -> "Hung subcategories under " + topics.apply(topic) + " (" + run + ")";
            case Detach(int topic, String run) -> "Took subcategories off " + topics.apply(topic) + " (" + run + ")";
            case Correct(List<Integer> reviews, Integer topic) -> topic == null
                    ? "Left " + Figures.count(reviews.size(), "review") + " to the model"
                    : "Moved " + Figures.count(reviews.size(), "review") + " to " + topics.apply(topic);
            case Flag(List<Integer> reviews, boolean flagged) -> (flagged ? "Flagged " : "Took the flag off ")
                    + Figures.count(reviews.size(), "review");
        };
    }

    private static String verb(String text, String some, String none) {
        return text == null ? none : some;
    }

    private static String names(List<Integer> ids, IntFunction<String> topics) {
        return ids.stream().map(topics::apply).collect(Collectors.joining(", "));
    }
}

package topicworkbench.curation;

import java.util.List;
import java.util.Objects;

/**
 * A topic as people left it.
 *
 * @param id          the model's, or above those if it is a part of a split one
 * @param label       null for none
 * @param description null for none
 * @param color       as in {@code #4a75d1}; null for the palette's
 * @param note        null for none
 * @param verdict     null for none
 * @param hidden      whether views leave it out
 * @param parts       ids of the topics it consists of: itself first, then those merged into it
 * @param splitOf     id of the topic whose reviews were dealt to it and others; null if the model found it
 * @param subRuns     runs that modelled its reviews again, in the order in which they were attached
 * @param fate        whether it still stands for itself
 */
public record CuratedTopic(int id, String label, String description, String color, String note, Verdict verdict,
        boolean hidden, List<Integer> parts, Integer splitOf, List<String> subRuns, Fate fate) {

    /** What became of a topic. */
    public sealed interface Fate {
        /** People see it. */
        record Stands() implements Fate { }

        /** It is part of another that stands, or that was split later. */
        record Merged(int into) implements Fate { }

        /** @param file beside the journal: which review goes to which part */
        record Split(List<Integer> into, String file) implements Fate {
            public Split {
                into = List.copyOf(into);
            }
        }
    }

    public CuratedTopic {
        parts = List.copyOf(parts);
        subRuns = List.copyOf(subRuns);
        Objects.requireNonNull(fate);
    }

    /** As the model left it. */
    static CuratedTopic found(int id) {
        return part(id, null);
    }

    static CuratedTopic part(int id, Integer splitOf) {
        return new CuratedTopic(id, null, null, null, null, null, false, List.of(id), splitOf, List.of(),
                new Fate.Stands());
    }

    public boolean stands() {
        return fate instanceof Fate.Stands;
    }

    public boolean isMerged() {
        return parts.size() > 1;
    }

    CuratedTopic withLabel(String newLabel) {
        return new CuratedTopic(id, newLabel, description, color, note, verdict, hidden, parts, splitOf, subRuns, fate);
    }

    CuratedTopic withDescription(String newDescription) {
        return new CuratedTopic(id, label, newDescription, color, note, verdict, hidden, parts, splitOf, subRuns, fate);
    }

    CuratedTopic withColor(String newColor) {
        return new CuratedTopic(id, label, description, newColor, note, verdict, hidden, parts, splitOf, subRuns, fate);
    }

    CuratedTopic withNote(String newNote) {
        return new CuratedTopic(id, label, description, color, newNote, verdict, hidden, parts, splitOf, subRuns, fate);
    }

    CuratedTopic withVerdict(Verdict newVerdict) {
        return new CuratedTopic(id, label, description, color, note, newVerdict, hidden, parts, splitOf, subRuns, fate);
    }

    CuratedTopic withHidden(boolean nowHidden) {
        return new CuratedTopic(id, label, description, color, note, verdict, nowHidden, parts, splitOf, subRuns, fate);
    }

    CuratedTopic withParts(List<Integer> newParts) {
        return new CuratedTopic(id, label, description, color, note, verdict, hidden, newParts, splitOf, subRuns, fate);
    }

    CuratedTopic withSubRuns(List<String> newRuns) {
        return new CuratedTopic(id, label, description, color, note, verdict, hidden, parts, splitOf, newRuns, fate);
    }

    CuratedTopic withFate(Fate newFate) {
        return new CuratedTopic(id, label, description, color, note, verdict, hidden, parts, splitOf, subRuns, newFate);
    }
}

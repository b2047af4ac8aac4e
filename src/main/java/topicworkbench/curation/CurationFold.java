package topicworkbench.curation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import topicworkbench.curation.CuratedTopic.Fate;

/** Folds decisions one after another; each edit remembers what it replaced, so that undo costs no more than it did. */
final class CurationFold {
    /** Room for parts above the model's ids; a journal cannot ask for arrays of any size. */
    private static final int MOST_PART_IDS = 100_000;

    final int modelTopics;
    final TreeMap<Integer, CuratedTopic> topics;
    final Map<Integer, Integer> corrections;
    final Set<Integer> flagged;
    int nextTopic;
    Step done;
    Step undone;

    /** An edit that does not fit what was done before. */
    private static final class Misfit extends Exception {
        private static final long serialVersionUID = 1L;

        Misfit(String why) {
            super(why, null, false, false);
        }
    }

    CurationFold(int modelTopics) {
        this(modelTopics, new TreeMap<>(), new HashMap<>(), new HashSet<>());
        for (int id = 0; id < modelTopics; id++) {
            topics.put(id, CuratedTopic.found(id));
        }
        nextTopic = modelTopics;
    }

    CurationFold(int modelTopics, TreeMap<Integer, CuratedTopic> topics, Map<Integer, Integer> corrections,
            Set<Integer> flagged) {
        this.modelTopics = modelTopics;
        this.topics = topics;
        this.corrections = corrections;
        this.flagged = flagged;
    }

    void apply(Decision decision) {
        switch (decision.entry()) {
            case CurationEntry.Undo() -> undo();
            case CurationEntry.Redo() -> redo();
            case CurationEntry.Edit edit -> {
                Step step = new Step(decision, done);
                if (change(edit, step) == null) {
                    done = step;
                    undone = null;
                }
            }
        }
    }

    /** Why the edit does not fit, or null. */
    String problem(CurationEntry.Edit edit) {
        Step step = new Step(null, null);
        String problem = change(edit, step);
        restore(step);
        return problem;
    }

    private void undo() {
        if (done != null) {
            restore(done);
            undone = done.onto(undone);
            done = done.below();
        }
    }

    private void redo() {
        if (undone != null) {
            Step again = new Step(undone.decision(), done);
            change((CurationEntry.Edit) undone.decision().entry(), again);
            done = again;
            undone = undone.below();
        }
    }

    /** Does the edit and remembers in {@code step} what it replaced; or does nothing and tells why it does not fit. */
    private String change(CurationEntry.Edit edit, Step step) {
        try {
            carryOut(edit, step);
            return null;
        } catch (Misfit e) {
            restore(step);
            return e.getMessage();
        }
    }

    private void carryOut(CurationEntry.Edit edit, Step step) throws Misfit {
        switch (edit) {
            case CurationEntry.Several several -> {
                for (CurationEntry.Edit one : several.edits()) {
                    carryOut(one, step);
                }
            }
            case CurationEntry.Name name -> put(standing(name.topic()).withLabel(name.label()), step);
            case CurationEntry.Describe text -> put(standing(text.topic()).withDescription(text.description()), step);
            case CurationEntry.Paint paint -> put(standing(paint.topic()).withColor(paint.color()), step);
            case CurationEntry.Note note -> put(standing(note.topic()).withNote(note.note()), step);
            case CurationEntry.Mark mark -> put(standing(mark.topic()).withVerdict(mark.verdict()), step);
            case CurationEntry.Hide hide -> put(standing(hide.topic()).withHidden(hide.hidden()), step);
            case CurationEntry.Merge merge -> merge(merge, step);
            case CurationEntry.Separate separate -> separate(separate, step);
            case CurationEntry.Split split -> split(split, step);
            case CurationEntry.Attach attach -> attach(attach, step);
            case CurationEntry.Detach detach -> detach(detach, step);
            case CurationEntry.Correct correct -> correct(correct, step);
            case CurationEntry.Flag flag -> flag.reviews().forEach(review -> flag(review, flag.flagged(), step));
        }
    }

    private void merge(CurationEntry.Merge merge, Step step) throws Misfit {
        CuratedTopic whole = standing(merge.topic());
        List<Integer> parts = new ArrayList<>(whole.parts());
        for (int other : merge.others()) {
            for (int part : standing(other).parts()) {
                parts.add(part);
                put(topics.get(part).withFate(new Fate.Merged(whole.id())).withParts(List.of(part)), step);
            }
        }
        put(whole.withParts(parts), step);
    }

    private void separate(CurationEntry.Separate separate, Step step) throws Misfit {
        CuratedTopic whole = standing(separate.topic());
        if (separate.part() == whole.id() || !whole.parts().contains(separate.part())) {
            throw new Misfit("Topic " + separate.part() + " is not merged into topic " + whole.id() + ".");
        }
        put(whole.withParts(whole.parts().stream().filter(part -> part != separate.part()).toList()), step);
        put(topics.get(separate.part()).withFate(new Fate.Stands()), step);
    }

    private void split(CurationEntry.Split split, Step step) throws Misfit {
        CuratedTopic whole = standing(split.topic());
        for (int part : split.parts()) {
            if (part < modelTopics || part >= modelTopics + MOST_PART_IDS || topics.containsKey(part)) {
                throw new Misfit("The number " + part + " is not free for a part of topic " + whole.id() + ".");
            }
            put(CuratedTopic.part(part, whole.id()), step);
            nextTopic = Math.max(nextTopic, part + 1);
        }
        put(whole.withFate(new Fate.Split(split.parts(), split.file())), step);
    }

    private void attach(CurationEntry.Attach attach, Step step) throws Misfit {
        CuratedTopic topic = standing(attach.topic());
        if (topic.subRuns().contains(attach.run())) {
            throw new Misfit("The run " + attach.run() + " hangs under topic " + topic.id() + " already.");
        }
        List<String> runs = new ArrayList<>(topic.subRuns());
        runs.add(attach.run());
        put(topic.withSubRuns(runs), step);
    }

    private void detach(CurationEntry.Detach detach, Step step) throws Misfit {
        CuratedTopic topic = standing(detach.topic());
        if (!topic.subRuns().contains(detach.run())) {
            throw new Misfit("The run " + detach.run() + " does not hang under topic " + topic.id() + ".");
        }
        put(topic.withSubRuns(topic.subRuns().stream().filter(run -> !run.equals(detach.run())).toList()), step);
    }

    private void correct(CurationEntry.Correct correct, Step step) throws Misfit {
        Integer topic = correct.topic() == null ? null : standing(correct.topic()).id();
        for (Integer review : correct.reviews()) {
            Integer before = topic == null ? corrections.remove(review) : corrections.put(review, topic);
            if (!step.corrections().containsKey(review)) {
                step.corrections().put(review, before);
            }
        }
    }

    private void flag(Integer review, boolean flag, Step step) {
        boolean changed = flag ? flagged.add(review) : flagged.remove(review);
        step.flags().putIfAbsent(review, changed != flag);
    }

    private void put(CuratedTopic topic, Step step) {
        CuratedTopic before = topics.put(topic.id(), topic);
        if (!step.topics().containsKey(topic.id())) {
            step.topics().put(topic.id(), before);
        }
    }

    private void restore(Step step) {
        step.topics().forEach((id, before) -> restore(topics, id, before));
        step.corrections().forEach((review, before) -> restore(corrections, review, before));
        step.flags().forEach((review, before) -> {
            if (before) {
                flagged.add(review);
            } else {
                flagged.remove(review);
            }
        });
    }

    private static <T> void restore(Map<Integer, T> map, Integer key, T before) {
        if (before == null) {
            map.remove(key);
        } else {
            map.put(key, before);
        }
    }

    private CuratedTopic standing(int id) throws Misfit {
        CuratedTopic topic = topics.get(id);
        if (topic == null) {
            throw new Misfit("There is no topic " + id + ".");
        }
        return switch (topic.fate()) {
            case Fate.Stands() -> topic;
            case Fate.Merged(int into) -> throw new Misfit("Topic " + id + " is part of topic " + into + ".");
            case Fate.Split(List<Integer> parts, String _) -> throw new Misfit("Topic " + id + " was split into "
                    + parts.size() + " topics.");
        };
    }
}

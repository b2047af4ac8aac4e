package topicworkbench.curation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import topicworkbench.curation.CuratedTopic.Fate;
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
import topicworkbench.curation.CurationEntry.Split;

/**
 * What was decided between two states of the same run's topics: as few edits as lead from one to the other, in an order in
 * which they fit. Splits that are taken back between the two are left out: only undo does that.
 */
public final class CurationDifference {
    private final Curation from;
    private final Curation to;
    private final Map<Integer, List<Integer>> corrections;
    private final List<Edit> edits = new ArrayList<>();

    private CurationDifference(Curation from, Curation to) {
        this.from = from;
        this.to = to;
        this.corrections = corrected();
    }

    public static List<Edit> between(Curation from, Curation to) {
        CurationDifference difference = new CurationDifference(from, to);
        difference.separate();
        from.topics().forEach(difference::describe);
        difference.split();
        to.topics().forEach(difference::merge);
        difference.correct();
        difference.flag();
        return List.copyOf(difference.edits);
    }

    private void separate() {
        for (CuratedTopic whole : from.topics()) {
            List<Integer> kept = to.topic(whole.id()).map(CuratedTopic::parts).orElse(List.of());
            whole.parts().stream().filter(part -> part != whole.id() && !kept.contains(part))
                    .forEach(part -> edits.add(new Separate(whole.id(), part)));
        }
    }

    /** What is said about a topic, before it is merged or split. */
    private void describe(CuratedTopic before) {
        to.topic(before.id()).ifPresent(after -> describe(before, after));
        before.parts().stream().filter(part -> part != before.id() && to.topic(part).map(CuratedTopic::stands).orElse(false))
                .forEach(part -> describe(from.topic(part).orElseThrow(), to.topic(part).orElseThrow()));
    }

    private void describe(CuratedTopic before, CuratedTopic after) {
        int id = after.id();
        add(before.label(), after.label(), new Name(id, after.label()));
        add(before.description(), after.description(), new Describe(id, after.description()));
        add(before.color(), after.color(), new Paint(id, after.color()));
        add(before.note(), after.note(), new Note(id, after.note()));
        add(before.verdict(), after.verdict(), new Mark(id, after.verdict()));
        add(before.hidden(), after.hidden(), new Hide(id, after.hidden()));
        before.subRuns().stream().filter(run -> !after.subRuns().contains(run))
                .forEach(run -> edits.add(new Detach(id, run)));
        after.subRuns().stream().filter(run -> !before.subRuns().contains(run))
                .forEach(run -> edits.add(new Attach(id, run)));
    }

    private void add(Object before, Object after, Edit edit) {
        if (!Objects.equals(before, after)) {
            edits.add(edit);
        }
    }

    /** Ids of parts rise with time, so in their order each topic is whole before it is split. */
    private void split() {
        to.everything().stream().filter(topic -> topic.fate() instanceof Fate.Split
                        && from.topic(topic.id()).map(before -> !(before.fate() instanceof Fate.Split)).orElse(true))
                .sorted(Comparator.comparing(topic -> ((Fate.Split) topic.fate()).into().getFirst()))
                .forEach(topic -> {
                    merge(topic);
                    Fate.Split fate = (Fate.Split) topic.fate();
                    if (corrections.containsKey(topic.id())) { // so that the split finds them there
                        edits.add(new Correct(corrections.get(topic.id()), topic.id()));
                    }
                    edits.add(new Split(topic.id(), fate.into(), fate.file()));
                    fate.into().forEach(part -> describe(CuratedTopic.part(part, topic.id()), to.topic(part).orElseThrow()));
                });
    }

    private void merge(CuratedTopic whole) {
        Optional<CuratedTopic> before = from.topic(whole.id());
        List<Integer> had = before.filter(CuratedTopic::stands).map(CuratedTopic::parts).orElse(List.of(whole.id()));
        List<Integer> others = whole.parts().stream().filter(part -> !had.contains(part)).toList();
        if (!others.isEmpty()) {
            edits.add(new Merge(whole.id(), others));
        }
    }

    /** Reviews that now belong to another topic by a person's word, by that topic; under null those left to the model. */
    private Map<Integer, List<Integer>> corrected() {
        Map<Integer, List<Integer>> byTopic = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        TreeSet<Integer> reviews = new TreeSet<>(from.corrections().keySet());
        reviews.addAll(to.corrections().keySet());
        for (int review : reviews) {
            Integer after = home(to, to.corrections().get(review));
            if (!Objects.equals(home(to, from.corrections().get(review)), after)) {
                byTopic.computeIfAbsent(after, topic -> new ArrayList<>()).add(review);
            }
        }
        return byTopic;
    }

    private void correct() {
        corrections.forEach((topic, reviews) -> {
            if (topic == null || to.topic(topic).orElseThrow().stands()) {
                edits.add(new Correct(reviews, topic));
            }
        });
    }

    private static Integer home(Curation curation, Integer topic) {
        return topic == null || curation.topic(topic).isEmpty() ? null : curation.home(topic);
    }

    private void flag() {
        flag(to.flagged().stream().filter(review -> !from.flagged().contains(review)).sorted().toList(), true);
        flag(from.flagged().stream().filter(review -> !to.flagged().contains(review)).sorted().toList(), false);
    }

    private void flag(List<Integer> reviews, boolean flagged) {
        if (!reviews.isEmpty()) {
            edits.add(new Flag(reviews, flagged));
        }
    }
}

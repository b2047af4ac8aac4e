package topicworkbench.curation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
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
import topicworkbench.curation.CurationEntry.TopicEdit;
import topicworkbench.curation.Replay.Counterpart;
import topicworkbench.curation.Replay.Counterparts;
import topicworkbench.curation.Replay.Doubt;

/** Carries decisions over one by one; each finds the topics as those before have left them. */
final class ReplayCarrier {
    private final Counterparts counterparts;
    private final Curation base;
    private final Map<Integer, Integer> parts = new HashMap<>();
    private final List<Edit> fitting = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private Curation target;
    private int alreadySo;

    /** A decision whose counterpart is not sure, or missing. */
    private static final class Unsure extends Exception {
        private static final long serialVersionUID = 1L;

        Unsure(String why) {
            super(why, null, false, false);
        }
    }

    ReplayCarrier(Counterparts counterparts, Curation base, Curation target) {
        this.counterparts = counterparts;
        this.base = base;
        this.target = target;
    }

    Replay finish() {
        return new Replay(fitting, doubts, alreadySo);
    }

    void carry(Edit edit) {
        try {
            switch (edit) {
                case Several several -> several.edits().forEach(this::carry);
                case Flag flag -> carry(flag);
                case Correct correct -> carry(correct);
                case Split split -> carry(split);
                case TopicEdit topic -> settle(topic, translated(topic, true));
            }
        } catch (Unsure unsure) {
            doubts.add(new Doubt(edit, unsure.getMessage(), edit instanceof TopicEdit topic ? nearest(topic) : null));
        }
    }

    private Edit nearest(TopicEdit edit) {
        try {
            Edit nearest = edit instanceof Split ? null : translated(edit, false);
            return nearest != null && target.problem(nearest).isEmpty() ? nearest : null;
        } catch (Unsure none) {
            return null;
        }
    }

    /** @param sure whether only a counterpart beyond doubt will do */
    private TopicEdit translated(TopicEdit edit, boolean sure) throws Unsure {
        int topic = counterpart(edit.topic(), sure);
        if (sure && !counterparts.sameRun() && (edit instanceof Attach || edit instanceof Detach)) {
            throw new Unsure("The subcategories are of the other run's reviews.");
        }
        return switch (edit) {
            case Name name -> new Name(topic, name.label());
            case Describe describe -> new Describe(topic, describe.description());
            case Paint paint -> new Paint(topic, paint.color());
            case Note note -> new Note(topic, note.note());
            case Mark mark -> new Mark(topic, mark.verdict());
            case Hide hide -> new Hide(topic, hide.hidden());
            case Merge merge -> merge(merge, topic, sure);
            case Separate separate -> new Separate(topic, counterpart(separate.part(), sure));
            case Attach attach -> new Attach(topic, attach.run());
            case Detach detach -> new Detach(topic, detach.run());
            case Split split -> throw new IllegalArgumentException("carried with its reviews: " + split);
        };
    }

    private Merge merge(Merge merge, int topic, boolean sure) throws Unsure {
        List<Integer> others = new ArrayList<>();
        for (int other : merge.others()) {
            others.add(counterpart(other, sure));
        }
        if (others.contains(topic) || others.stream().distinct().count() < others.size()) {
            throw new Unsure("What was merged is one topic here.");
        }
        return new Merge(topic, others);
    }

    private int counterpart(int topic, boolean sure) throws Unsure {
        if (parts.containsKey(topic)) {
            return parts.get(topic);
        }
        Counterpart found = counterparts.topic(topic).filter(there -> target.topic(there.topic()).isPresent())
                .orElseThrow(() -> new Unsure("Topic " + topic + " has no counterpart here."));
        if (sure && found.doubt() != null) {
            throw new Unsure(found.doubt());
        }
        return found.topic();
    }

    private void carry(Split split) throws Unsure {
        int topic = counterpart(split.topic(), true);
        if (!counterparts.sameRun()) {
            throw new Unsure("A split deals out the reviews of its own run; topic " + topic + " is to be split anew.");
        }
        if (target.topic(topic).orElseThrow().fate() instanceof CuratedTopic.Fate.Split(List<Integer> into, String file)
                && file.equals(split.file()) && into.size() == split.parts().size()) {
            learnParts(split.parts(), into);
            alreadySo++;
            return;
        }
        int first = target.nextTopic();
        Split here = new Split(topic, IntStream.range(first, first + split.parts().size()).boxed().toList(), split.file());
        Optional<String> problem = target.problem(here);
        if (problem.isPresent()) {
            throw new Unsure(problem.get());
        }
        learnParts(split.parts(), here.parts());
        accept(here);
    }

    private void learnParts(List<Integer> theirs, List<Integer> ours) {
        for (int i = 0; i < theirs.size(); i++) {
            parts.put(theirs.get(i), ours.get(i));
        }
    }

    private void carry(Flag flag) {
        List<Integer> there = known(flag.reviews(), missing -> new Flag(missing, flag.flagged()));
        if (!there.isEmpty()) {
            settle(flag, new Flag(there, flag.flagged()));
        }
    }

    private void carry(Correct correct) throws Unsure {
        Integer topic = correct.topic() == null ? null : (Integer) counterpart(correct.topic(), true);
        List<Integer> there = known(correct.reviews(), missing -> new Correct(missing, correct.topic()));
        List<Integer> disputed = there.stream().filter(review -> {
            Integer now = target.corrections().get(review);
            return !Objects.equals(now, base.corrections().get(review)) && !Objects.equals(now, topic);
        }).toList();
        List<Integer> free = there.stream().filter(review -> !disputed.contains(review)).toList();
        if (!free.isEmpty()) {
            settle(correct, new Correct(free, topic));
        }
        if (!disputed.isEmpty()) {
            Correct proposal = new Correct(disputed, topic);
            doubts.add(new Doubt(correct, (disputed.size() == 1 ? "The review is" : disputed.size() + " reviews are")
                    + " corrected to another topic here.", target.problem(proposal).isEmpty() ? proposal : null));
        }
    }

    /** The numbers here of the reviews that the run has; the others are in doubt. */
    private List<Integer> known(List<Integer> reviews, Function<List<Integer>, Edit> of) {
        List<Integer> missing = reviews.stream().filter(review -> counterparts.review(review) == null).toList();
        if (!missing.isEmpty()) {
            doubts.add(new Doubt(of.apply(missing), missing.size() == 1 ? "The run does not have this review."
                    : "The run does not have these reviews.", null));
        }
        return reviews.stream().map(counterparts::review).filter(Objects::nonNull).distinct().toList();
    }

    private void settle(Edit original, Edit edit) {
        if (isSo(edit)) {
            alreadySo++;
            return;
        }
        Optional<String> problem = target.problem(edit);
        if (problem.isPresent()) {
            doubts.add(new Doubt(original, problem.get(), null));
        } else if (edit instanceof TopicEdit said && isDisputed(said)) {
            doubts.add(new Doubt(original, standing(said), edit));
        } else {
            accept(edit);
        }
    }

    private void accept(Edit edit) {
        fitting.add(edit);
        target = after(edit);
    }

    private Curation after(Edit edit) {
        return target.with(new Decision(Instant.EPOCH, "", edit));
    }

    private boolean isSo(Edit edit) {
        return switch (edit) {
            case Merge merge -> topic(merge).parts().containsAll(merge.others());
            case Separate separate -> target.topic(separate.part()).orElseThrow().stands();
            case Attach attach -> topic(attach).subRuns().contains(attach.run());
            case Detach detach -> !topic(detach).subRuns().contains(detach.run());
            default -> target.problem(edit).isEmpty() && after(edit).equals(target);
        };
    }

    private CuratedTopic topic(TopicEdit edit) {
        return target.topic(edit.topic()).orElseThrow();
    }

    /** Whether people here have said something else about the topic than the base had. */
    private boolean isDisputed(TopicEdit edit) {
        Object before = base.topic(edit.topic()).map(topic -> said(edit, topic)).orElse(null);
        return !Objects.equals(before, said(edit, topic(edit)));
    }

    private String standing(TopicEdit edit) {
        String what = switch (edit) {
            case Name name -> "label";
            case Describe describe -> "description";
            case Paint paint -> "color";
            case Note note -> "note";
            default -> "mark";
        };
        Object said = said(edit, topic(edit));
        return said == null ? "Here the " + what + " of topic " + edit.topic() + " was taken away."
                : "Here topic " + edit.topic() + " has the " + what + " “" + (said instanceof Verdict verdict ? verdict.key()
                        : said) + "”.";
    }

    /** What the edit would replace; null for nothing, and for what two cannot say differently. */
    private static Object said(TopicEdit edit, CuratedTopic topic) {
        return switch (edit) {
            case Name name -> topic.label();
            case Describe describe -> topic.description();
            case Paint paint -> topic.color();
            case Note note -> topic.note();
            case Mark mark -> topic.verdict();
            default -> null;
        };
    }
}

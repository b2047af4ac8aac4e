package topicworkbench.curation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import topicworkbench.curation.CurationEntry.ReviewEdit;
import topicworkbench.curation.CurationEntry.Separate;
import topicworkbench.curation.CurationEntry.Several;
import topicworkbench.curation.CurationEntry.Split;
import topicworkbench.curation.CurationEntry.TopicEdit;

/**
 * Somebody's decisions carried over to a run: another one, whose topics are others, or a copy of the same on which somebody
 * else has decided. What fits can be applied at once; whatever is in doubt is listed for a person, and nothing is guessed.
 *
 * @param fitting   for the run, in an order in which they fit
 * @param doubts    each for a person to decide
 * @param alreadySo how many decisions the run's topics meet without
 */
public record Replay(List<Edit> fitting, List<Doubt> doubts, int alreadySo) {

    /**
     * A decision that is not carried over unasked.
     *
     * @param original as it was decided
     * @param reason   one sentence
     * @param proposal what it would come to if a person says yes; null if there is nothing near
     */
    public record Doubt(Edit original, String reason, Edit proposal) { }

    /** What topics, reviews and splits of the one run are in the other. */
    public interface Counterparts {
        /** @return nearest topic of the other run; empty if it has none */
        Optional<Counterpart> topic(int topic);

        /** @return number in the other run, or null if it does not have the review */
        Integer review(int review);

        /** Whether the file of a split deals out the other run's reviews too. */
        boolean sameReviews();
    }

    /** @param doubt why it may not be the same topic, as a sentence; null if it is the same */
    public record Counterpart(int topic, String doubt) { }

    public Replay {
        fitting = List.copyOf(fitting);
        doubts = List.copyOf(doubts);
    }

    /**
     * @param decided      what to carry over, in order
     * @param base         of the other run, before either side decided anything: where its topics still are as in the base,
     *                     the decision fits; where they differ, both sides decided
     * @param target       the other run's topics as they are
     */
    public static Replay of(List<Edit> decided, Counterparts counterparts, Curation base, Curation target) {
        Carrier carrier = new Carrier(counterparts, base, target);
        decided.forEach(carrier::carry);
        return new Replay(carrier.fitting, carrier.doubts, carrier.alreadySo);
    }

    /** The step that applies what fits, and what a person accepts besides. @param accepted proposals of doubts */
    public Optional<Several> step(String reason, List<Edit> accepted) {
        List<Edit> all = new ArrayList<>(fitting);
        all.addAll(accepted);
        return all.isEmpty() ? Optional.empty() : Optional.of(new Several(reason, all));
    }

    private static final class Carrier {
        private final Counterparts counterparts;
        private final Curation base;
        private Curation target;
        private final Map<Integer, Integer> parts = new HashMap<>();
        private final List<Edit> fitting = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();
        private int alreadySo;

        Carrier(Counterparts counterparts, Curation base, Curation target) {
            this.counterparts = counterparts;
            this.base = base;
            this.target = target;
        }

        /** Where a topic's counterpart is not sure, or missing. */
        private static final class Unsure extends Exception {
            private static final long serialVersionUID = 1L;

            Unsure(String why) {
                super(why, null, false, false);
            }
        }

        void carry(Edit edit) {
            switch (edit) {
                case Several several -> several.edits().forEach(this::carry);
                case ReviewEdit reviews -> carry(reviews);
                case Split split -> carry(split);
                case TopicEdit topic -> {
                    try {
                        settle(topic, translated(topic, true));
                    } catch (Unsure unsure) {
                        doubts.add(new Doubt(edit, unsure.getMessage(), nearest(topic)));
                    }
                }
            }
        }

        private Edit nearest(TopicEdit edit) {
            try {
                Edit nearest = translated(edit, false);
                return target.problem(nearest).isEmpty() ? nearest : null;
            } catch (Unsure none) {
                return null;
            }
        }

        /** @param sure whether only a counterpart without doubt will do */
        private Edit translated(TopicEdit edit, boolean sure) throws Unsure {
            int topic = counterpart(edit.topic(), sure);
            return switch (edit) {
                case Name name -> new Name(topic, name.label());
                case Describe describe -> new Describe(topic, describe.description());
                case Paint paint -> new Paint(topic, paint.color());
                case Note note -> new Note(topic, note.note());
                case Mark mark -> new Mark(topic, mark.verdict());
                case Hide hide -> new Hide(topic, hide.hidden());
                case Merge merge -> {
                    List<Integer> others = new ArrayList<>();
                    for (int other : merge.others()) {
                        others.add(counterpart(other, sure));
                    }
                    if (others.contains(topic) || others.stream().distinct().count() < others.size()) {
                        throw new Unsure("Its topics are one topic there.");
                    }
                    yield new Merge(topic, others);
                }
                case Separate separate -> new Separate(topic, counterpart(separate.part(), sure));
                case Attach attach -> sameReviewsOnly(new Attach(topic, attach.run()), sure);
                case Detach detach -> sameReviewsOnly(new Detach(topic, detach.run()), sure);
                case Split split -> throw new IllegalArgumentException("carried by its reviews: " + split);
            };
        }

        private Edit sameReviewsOnly(Edit edit, boolean sure) throws Unsure {
            if (sure && !counterparts.sameReviews()) {
                throw new Unsure("The subcategories are of the other run's reviews.");
            }
            return edit;
        }

        private int counterpart(int topic, boolean sure) throws Unsure {
            if (parts.containsKey(topic)) {
                return parts.get(topic);
            }
            Counterpart counterpart = counterparts.topic(topic)
                    .orElseThrow(() -> new Unsure("Topic " + topic + " has no counterpart."));
            if (sure && counterpart.doubt() != null) {
                throw new Unsure(counterpart.doubt());
            }
            return counterpart.topic();
        }

        private void carry(Split split) {
            try {
                int topic = counterpart(split.topic(), true);
                if (!counterparts.sameReviews()) {
                    throw new Unsure("A split deals out the reviews of one run; topic " + topic + " is to be split anew.");
                }
                if (target.topic(topic).orElseThrow().fate()
                        instanceof CuratedTopic.Fate.Split(List<Integer> into, String file)
                        && file.equals(split.file()) && into.size() == split.parts().size()) {
                    learn(split.parts(), into.getFirst(), into);
                    alreadySo++;
                    return;
                }
                int first = target.nextTopic();
                List<Integer> fresh = java.util.stream.IntStream.range(first, first + split.parts().size()).boxed().toList();
                Split translated = new Split(topic, fresh, split.file());
                Optional<String> problem = target.problem(translated);
                if (problem.isPresent()) {
                    throw new Unsure(problem.get());
                }
                learn(split.parts(), first, fresh);
                accept(translated);
            } catch (Unsure unsure) {
                doubts.add(new Doubt(split, unsure.getMessage(), null));
            }
        }

        private void learn(List<Integer> theirs, int first, List<Integer> ours) {
            for (int i = 0; i < theirs.size(); i++) {
                parts.put(theirs.get(i), ours.get(i));
            }
        }

        private void settle(Edit original, Edit edit) {
            if (isSo(edit)) {
                alreadySo++;
                return;
            }
            Optional<String> problem = target.problem(edit);
            if (problem.isPresent()) {
                doubts.add(new Doubt(original, problem.get(), null));
            } else if (edit instanceof TopicEdit topicEdit && contradicts(topicEdit)) {
                doubts.add(new Doubt(original, "Topic " + topicEdit.topic() + " has " + said(topicEdit), edit));
            } else {
                accept(edit);
            }
        }

        private void accept(Edit edit) {
            fitting.add(edit);
            target = target.with(new Decision(java.time.Instant.EPOCH, "", edit));
        }

        private boolean isSo(Edit edit) {
            return switch (edit) {
                case Merge merge -> target.topic(merge.topic()).orElseThrow().parts().containsAll(merge.others());
                case Separate separate -> target.topic(separate.part()).map(CuratedTopic::stands).orElse(false);
                case Attach attach -> target.topic(attach.topic()).orElseThrow().subRuns().contains(attach.run());
                case Detach detach -> !target.topic(detach.topic()).orElseThrow().subRuns().contains(detach.run());
                default -> target.with(new Decision(java.time.Instant.EPOCH, "", edit)).equals(target)
                        && target.problem(edit).isEmpty();
            };
        }

        /** Whether the target's people have said something else about the topic than the base had. */
        private boolean contradicts(TopicEdit edit) {
            Object before = base.topic(edit.topic()).map(topic -> said(edit, topic)).orElse(null);
            return !Objects.equals(before, said(edit, target.topic(edit.topic()).orElseThrow()));
        }

        private String said(TopicEdit edit) {
            Object said = said(edit, target.topic(edit.topic()).orElseThrow());
            String what = switch (edit) {
                case Name name -> "label";
                case Describe describe -> "description";
                case Paint paint -> "color";
                case Note note -> "note";
                default -> "mark";
            };
            return said == null ? "had its " + what + " removed." : "the " + what + " “"
                    + (said instanceof Verdict verdict ? verdict.key() : said) + "” here.";
        }

        /** What the edit would replace; null for nothing, and for what cannot be contradicted. */
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

        private void carry(ReviewEdit edit) {
            List<Integer> there = new ArrayList<>();
            List<Integer> missing = new ArrayList<>();
            List<Integer> contradicted = new ArrayList<>();
            for (int review : edit.reviews()) {
                Integer counterpart = counterparts.review(review);
                if (counterpart == null) {
                    missing.add(review);
                } else if (edit instanceof Correct && target.corrections().containsKey(counterpart)
                        && !target.corrections().get(counterpart).equals(base.corrections().get(counterpart))) {
                    contradicted.add(counterpart);
                } else {
                    there.add(counterpart);
                }
            }
            if (!missing.isEmpty()) {
                doubts.add(new Doubt(with(edit, missing), "The run does not have " + (missing.size() == 1
                        ? "this review." : "these reviews."), null));
            }
            try {
                Integer topic = edit instanceof Correct correct && correct.topic() != null
                        ? (Integer) counterpart(correct.topic(), true) : null;
                if (!there.isEmpty()) {
                    settle(edit, to(edit, there, topic));
                }
                Edit other = contradicted.isEmpty() ? null : to(edit, contradicted, topic);
                if (other != null && isSo(other)) {
                    alreadySo++;
                } else if (other != null) {
                    doubts.add(new Doubt(edit, contradicted.size() + " of the reviews are corrected to another topic here.",
                            target.problem(other).isEmpty() ? other : null));
                }
            } catch (Unsure unsure) {
                doubts.add(new Doubt(edit, unsure.getMessage(), null));
            }
        }

        private static ReviewEdit with(ReviewEdit edit, List<Integer> reviews) {
            return edit instanceof Correct correct ? new Correct(reviews, correct.topic())
                    : new Flag(reviews, ((Flag) edit).flagged());
        }

        private static ReviewEdit to(ReviewEdit edit, List<Integer> reviews, Integer topic) {
            return edit instanceof Flag flag ? new Flag(reviews, flag.flagged()) : new Correct(reviews, topic);
        }
    }
}

package topicworkbench.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import topicworkbench.curation.CurationEntry.Edit;
import topicworkbench.curation.CurationEntry.Several;

/**
 * Decisions carried over to a run: to another one, whose topics are others, or to a copy of the same on which somebody else
 * has decided. What fits can be done at once; whatever is in doubt is listed for a person, and nothing is guessed.
 *
 * @param fitting   for the run, in an order in which they fit
 * @param doubts    each for a person to decide
 * @param alreadySo how many decisions the run's topics meet without
 */
public record Replay(List<Edit> fitting, List<Doubt> doubts, int alreadySo) {

    /**
     * A decision that is not carried over unasked.
     *
     * @param original as it was decided, of the topics and reviews there
     * @param reason   one sentence
     * @param proposal what it would come to if a person says yes; null if there is nothing near
     */
    public record Doubt(Edit original, String reason, Edit proposal) { }

    /** What topics and reviews of where the decisions come from are in the run they go to. */
    public interface Counterparts {
        /** @return the nearest topic; empty if there is none */
        Optional<Counterpart> topic(int topic);

        /** @return the review's number, or null if the run does not have it */
        Integer review(int review);

        /** Whether both are the same run, so that also splits and subcategories mean the same. */
        boolean sameRun();
    }

    /** @param doubt why it may not be the same topic, as a sentence; null if it is the same */
    public record Counterpart(int topic, String doubt) { }

    /** Of a run and a copy of it. */
    public static final Counterparts SAME_RUN = new SameRun();

    public Replay {
        fitting = List.copyOf(fitting);
        doubts = List.copyOf(doubts);
    }

    /**
     * @param decided what to carry over, in order
     * @param base    of the run they go to, before either side decided anything: where its topics are still as in the base, a
     *                decision fits; where they are not, both sides have decided
     * @param target  the run's topics as they are
     */
    public static Replay of(List<Edit> decided, Counterparts counterparts, Curation base, Curation target) {
        ReplayCarrier carrier = new ReplayCarrier(counterparts, base, target);
        decided.forEach(carrier::carry);
        return carrier.finish();
    }

    /** The one step that does what fits and what a person accepts besides; empty if that is nothing. */
    public Optional<Several> step(String reason, List<Doubt> accepted) {
        List<Edit> all = new ArrayList<>(fitting);
        accepted.forEach(doubt -> all.add(doubt.proposal()));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Several(reason, all));
    }

    private static final class SameRun implements Counterparts {
        @Override
        public Optional<Counterpart> topic(int topic) {
            return Optional.of(new Counterpart(topic, null));
        }

        @Override
        public Integer review(int review) {
            return review;
        }

        @Override
        public boolean sameRun() {
            return true;
        }
    }
}

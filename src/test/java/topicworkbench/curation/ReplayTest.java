package topicworkbench.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import topicworkbench.curation.CurationEntry.Attach;
import topicworkbench.curation.CurationEntry.Correct;
import topicworkbench.curation.CurationEntry.Edit;
import topicworkbench.curation.CurationEntry.Flag;
import topicworkbench.curation.CurationEntry.Hide;
import topicworkbench.curation.CurationEntry.Mark;
import topicworkbench.curation.CurationEntry.Merge;
import topicworkbench.curation.CurationEntry.Name;
import topicworkbench.curation.CurationEntry.Note;
import topicworkbench.curation.CurationEntry.Split;
import topicworkbench.curation.Replay.Counterpart;
import topicworkbench.curation.Replay.Doubt;

class ReplayTest {
    private static final int TOPICS = 6;

    private static Curation after(Curation before, CurationEntry... entries) {
        return before.with(Arrays.stream(entries).map(entry -> new Decision(Instant.EPOCH, "ada", entry)).toList());
    }

    private static Curation after(CurationEntry... entries) {
        return after(Curation.of(TOPICS), entries);
    }

    /** Topic 0 is 5 there, 1 is 4, 2 nearly 3, others none; reviews have other numbers, 9 is missing. */
    private static final class Elsewhere implements Replay.Counterparts {
        @Override
        public Optional<Counterpart> topic(int topic) {
            return topic < 2 ? Optional.of(new Counterpart(5 - topic, null))
                    : topic == 2 ? Optional.of(new Counterpart(3, "Only 4 of 20 words are the same.")) : Optional.empty();
        }

        @Override
        public Integer review(int review) {
            return review == 9 ? null : (Integer) (review + 100);
        }

        @Override
        public boolean sameRun() {
            return false;
        }
    }

    private static Replay replay(Curation from, Curation to) {
        return Replay.of(CurationDifference.between(Curation.of(TOPICS), from), new Elsewhere(), Curation.of(TOPICS), to);
    }

    private static Replay merge(Curation base, Curation theirs, Curation mine) {
        return Replay.of(CurationDifference.between(base, theirs), Replay.SAME_RUN, base, mine);
    }

    @Test
    void whatFitsGoesToTheAlignedTopicAndTheRestIsListedWithTheReason() {
        Replay replay = replay(after(new Name(0, "refunds"), new Mark(1, Verdict.JUNK), new Name(2, "unsure"), new Name(3, "gone"),
                new Correct(List.of(7, 9), 1), new Flag(List.of(8), true)), Curation.of(TOPICS));
        assertThat(replay.fitting()).containsExactly(new Name(5, "refunds"), new Mark(4, Verdict.JUNK),
                new Correct(List.of(107), 4), new Flag(List.of(108), true));
        assertThat(replay.doubts()).containsExactly(
                new Doubt(new Name(2, "unsure"), "Only 4 of 20 words are the same.", new Name(3, "unsure")),
                new Doubt(new Name(3, "gone"), "Topic 3 has no counterpart here.", null),
                new Doubt(new Correct(List.of(9), 1), "The run does not have this review.", null));
    }

    @Test
    void whatSomebodySaidThereIsNotOverwritten() {
        Replay replay = replay(after(new Name(0, "refunds"), new Name(1, "prices"), new Hide(0, true)),
                after(new Name(5, "money back"), new Name(4, "prices")));
        assertThat(replay.fitting()).containsExactly(new Hide(5, true));
        assertThat(replay.alreadySo()).isEqualTo(1);
        assertThat(replay.doubts()).containsExactly(new Doubt(new Name(0, "refunds"),
                "Here topic 5 has the label “money back”.", new Name(5, "refunds")));
    }

    @Test
    void mergesGoOverAndSplitsDoNot() {
        Replay replay = replay(after(new Merge(0, List.of(1)), new Split(0, List.of(6, 7), "a.parquet"), new Name(6, "part")),
                Curation.of(TOPICS));
        assertThat(replay.fitting()).containsExactly(new Merge(5, List.of(4)));
        assertThat(replay.doubts()).extracting(Doubt::reason).containsExactly(
                "A split deals out the reviews of its own run; topic 5 is to be split anew.", "Topic 6 has no counterpart here.");
        assertThat(replay(after(new Merge(0, List.of(3))), Curation.of(TOPICS)).doubts()).hasSize(1);
        assertThat(replay(after(new Merge(0, List.of(1))), after(new Merge(4, List.of(2)))).doubts()).isEmpty();
        assertThat(replay(after(new Merge(0, List.of(1))), after(new Merge(2, List.of(4)))).doubts())
                .extracting(Doubt::reason).containsExactly("Topic 4 is part of topic 2.");
    }

    @Test
    void twoPeopleMergeTheirWorkAndSeeWhereTheyDiffer() {
        Curation base = after(new Name(0, "refunds"), new Name(1, "prices"), new Name(2, "quality"));
        Curation ada = after(base, new Name(0, "money back"), new Note(3, "hers"));
        Curation bob = after(base, new Name(0, "refund refused"), new Name(1, "price rises"), new Name(2, null));
        Replay replay = merge(base, bob, ada);
        assertThat(replay.fitting()).containsExactly(new Name(1, "price rises"), new Name(2, null));
        assertThat(replay.doubts()).containsExactly(new Doubt(new Name(0, "refund refused"),
                "Here topic 0 has the label “money back”.", new Name(0, "refund refused")));
        Curation merged = after(ada, replay.step("Import", replay.doubts()).orElseThrow());
        assertThat(merged.labelOf(0)).isEqualTo("refund refused");
        assertThat(merged.topic(3).orElseThrow().note()).isEqualTo("hers");
        assertThat(after(merged, new CurationEntry.Undo())).as("one step").isEqualTo(ada);
    }

    @Test
    void aSplitOfACopyGetsIdsThatAreFreeHere() {
        Curation ada = after(new Split(0, List.of(6, 7), "a.parquet"));
        Curation bob = after(new Split(1, List.of(6, 7), "b.parquet"), new Name(7, "his"), new Merge(7, List.of(2)),
                new Correct(List.of(3), 7));
        Replay replay = merge(Curation.of(TOPICS), bob, ada);
        assertThat(replay.fitting()).containsExactly(new Split(1, List.of(8, 9), "b.parquet"), new Name(9, "his"),
                new Merge(9, List.of(2)), new Correct(List.of(3), 9));
        assertThat(replay.doubts()).isEmpty();
        assertThat(merge(Curation.of(TOPICS), bob, bob).fitting()).isEmpty();
        assertThat(merge(Curation.of(TOPICS), bob, bob).alreadySo()).isEqualTo(4);
    }

    @Test
    void subcategoriesOfAnotherRunAreInDoubt() {
        Replay replay = replay(after(new Attach(0, "sub")), Curation.of(TOPICS));
        assertThat(replay.doubts()).containsExactly(new Doubt(new Attach(0, "sub"),
                "The subcategories are of the other run's reviews.", new Attach(5, "sub")));
    }

    /** The difference of two states leads from the one to the other, whatever was done between. */
    @RepeatedTest(30)
    void aDifferenceLeadsFromOneStateToTheOther(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Curation from = Curation.of(TOPICS);
        for (int i = 0; i < 15; i++) {
            from = after(from, CurationTest.anyEdit(random, from));
        }
        Curation to = from;
        for (int i = 0; i < 25; i++) {
            to = after(to, CurationTest.anyEdit(random, to));
        }
        List<Edit> difference = CurationDifference.between(from, to);
        Curation reached = from;
        for (Edit edit : difference) {
            assertThat(reached.problem(edit)).as("%s of %s", edit, difference).isEmpty();
            reached = after(reached, edit);
        }
        for (CuratedTopic topic : to.topics()) {
            CuratedTopic now = reached.topic(topic.id()).orElseThrow();
            assertThat(now.withParts(List.of()).withSubRuns(List.of()))
                    .isEqualTo(topic.withParts(List.of()).withSubRuns(List.of()));
            assertThat(now.parts()).containsExactlyInAnyOrderElementsOf(topic.parts());
            assertThat(now.subRuns()).containsExactlyInAnyOrderElementsOf(topic.subRuns());
        }
        assertThat(reached.topics()).hasSameSizeAs(to.topics());
        assertThat(reached.flagged()).isEqualTo(to.flagged());
        Curation there = reached;
        to.corrections().forEach((review, topic) -> assertThat(there.home(there.corrections().get(review)))
                .isEqualTo(there.home(topic)));
        assertThat(CurationDifference.between(to, to)).isEmpty();
    }
}

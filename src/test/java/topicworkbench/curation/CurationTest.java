package topicworkbench.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
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
import topicworkbench.curation.CurationEntry.Redo;
import topicworkbench.curation.CurationEntry.Separate;
import topicworkbench.curation.CurationEntry.Several;
import topicworkbench.curation.CurationEntry.Split;
import topicworkbench.curation.CurationEntry.Undo;

class CurationTest {
    private static final int TOPICS = 6;

    private static Decision by(CurationEntry entry) {
        return new Decision(Instant.EPOCH, "ada", entry);
    }

    private static Curation after(CurationEntry... entries) {
        return Curation.of(TOPICS, java.util.Arrays.stream(entries).map(CurationTest::by).toList());
    }

    @Test
    void aTopicIsNamedDescribedPaintedNotedMarkedAndHidden() {
        Curation curation = after(new Name(2, "refunds"), new Describe(2, "Money back\nslowly"), new Paint(2, "#123abc"),
                new Note(2, "ask Ada"), new Mark(2, Verdict.GOOD), new Hide(2, true), new Attach(2, "20260101-000000-abcd"));
        assertThat(curation.topic(2)).hasValue(new CuratedTopic(2, "refunds", "Money back\nslowly", "#123abc", "ask Ada",
                Verdict.GOOD, true, List.of(2), null, List.of("20260101-000000-abcd"), new Fate.Stands()));
        assertThat(curation.topics()).hasSize(TOPICS);
    }

    @Test
    void aMergedTopicKeepsTheSurvivingIdAndListsItsParts() {
        Curation curation = after(new Name(1, "refunds"), new Name(4, "money back"), new Merge(4, List.of(5)),
                new Merge(1, List.of(4)));
        assertThat(curation.topics()).extracting(CuratedTopic::id).containsExactly(0, 1, 2, 3);
        assertThat(curation.topic(1).orElseThrow().parts()).containsExactly(1, 4, 5);
        assertThat(curation.home(5)).isEqualTo(1);
        assertThat(curation.labelOf(4)).isEqualTo("refunds");
        Curation apart = curation.with(by(new Separate(1, 4)));
        assertThat(apart.topic(1).orElseThrow().parts()).containsExactly(1, 5);
        assertThat(apart.labelOf(4)).isEqualTo("money back");
        assertThat(curation.problem(new Separate(1, 1))).hasValue("Topic 1 is not merged into topic 1.");
    }

    @Test
    void partsOfASplitHaveIdsAboveTheModelsAndAreTopicsLikeOthers() {
        Curation curation = after(new Merge(3, List.of(2)), new Split(3, List.of(6, 7), "a.parquet"), new Name(6, "slow"),
                new Merge(0, List.of(7)));
        assertThat(curation.topics()).extracting(CuratedTopic::id).containsExactly(0, 1, 4, 5, 6);
        assertThat(curation.topic(3).orElseThrow().fate()).isEqualTo(new Fate.Split(List.of(6, 7), "a.parquet"));
        assertThat(curation.topic(6).orElseThrow().splitOf()).isEqualTo(3);
        assertThat(curation.home(2)).isEqualTo(3);
        assertThat(curation.home(7)).isZero();
        assertThat(curation.nextTopic()).isEqualTo(8);
        assertThat(curation.problem(new Name(3, "x"))).hasValue("Topic 3 was split into 2 topics.");
        assertThat(curation.problem(new Split(0, List.of(7, 8), "b.parquet")))
                .hasValue("The number 7 is not free for a part of topic 0.");
        assertThat(after(new Split(3, List.of(6, 7), "a.parquet"), new Undo()).nextTopic())
                .as("an id that was seen once never means another topic").isEqualTo(8);
    }

    @Test
    void reviewsAreCorrectedAndFlaggedApartFromTheModelsWord() {
        Curation curation = after(new Correct(List.of(10, 11), 3), new Correct(List.of(11), null), new Flag(List.of(7, 8), true),
                new Flag(List.of(7), false));
        assertThat(curation.corrections()).containsOnly(java.util.Map.entry(10, 3));
        assertThat(curation.flagged()).containsOnly(8);
    }

    @Test
    void severalEditsAreOneStepOrNone() {
        Several fits = new Several("Replay", List.of(new Name(0, "a"), new Merge(0, List.of(1)), new Name(0, "b")));
        assertThat(after(fits).labelOf(1)).isEqualTo("b");
        assertThat(after(fits, new Undo())).isEqualTo(Curation.of(TOPICS));
        Several doesNot = new Several("Replay", List.of(new Name(0, "a"), new Merge(0, List.of(1)), new Name(1, "b")));
        assertThat(after(doesNot)).isEqualTo(Curation.of(TOPICS));
        assertThat(Curation.of(TOPICS).problem(doesNot)).hasValue("Topic 1 is part of topic 0.");
    }

    @Test
    void textIsCleanedAndCut() {
        assertThat(new Name(0, " a\tb\nc\u0000d ").label()).isEqualTo("a b c d");
        assertThat(new Describe(0, "a\r\nb\u001b[31m").description()).isEqualTo("a \nb [31m");
        String cut = new Name(0, "x".repeat(199) + "😀").label();
        assertThat(cut).hasSize(199);
        assertThatThrownBy(() -> new Paint(0, "red")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNewEditEndsWhatCouldBeRedone() {
        Curation curation = after(new Name(0, "a"), new Name(0, "b"), new Undo(), new Name(0, "c"), new Redo());
        assertThat(curation.labelOf(0)).isEqualTo("c");
        assertThat(curation.canRedo()).isFalse();
        assertThat(curation.done()).extracting(Decision::entry).containsExactly(new Name(0, "c"), new Name(0, "a"));
    }

    /** Against an independent model: a list of states, of which undo takes the last away. */
    @RepeatedTest(20)
    void undoGivesBackTheStateBeforeAndRedoTheOneAfter(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Decision> decisions = new ArrayList<>();
        Deque<Curation> past = new ArrayDeque<>();
        Deque<Curation> future = new ArrayDeque<>();
        Curation now = Curation.of(TOPICS);
        for (int i = 0; i < 400; i++) {
            CurationEntry entry = anyEntry(random, now);
            boolean fits = now.problem(entry).isEmpty();
            Curation next = now.with(by(entry));
            decisions.add(by(entry));
            switch (entry) {
                case Undo() when fits -> {
                    future.push(now);
                    assertThat(next).isEqualTo(past.pop());
                }
                case Redo() when fits -> {
                    past.push(now);
                    assertThat(next).isEqualTo(future.pop());
                }
                case Edit edit when fits -> {
                    past.push(now);
                    future.clear();
                }
                default -> assertThat(next).as("%s does not fit", entry).isEqualTo(now);
            }
            now = next;
            assertThat(now.done()).hasSize(past.size());
            assertThat(now.undone()).hasSize(future.size());
        }
        assertThat(Curation.of(TOPICS, decisions)).as("folded at once").isEqualTo(now);
        while (now.canUndo()) {
            now = now.with(by(new Undo()));
        }
        assertThat(now).isEqualTo(Curation.of(TOPICS));
    }

    @RepeatedTest(5)
    void everyEntryIsReadAsItWasWritten(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 300; i++) {
            Decision decision = by(anyEntry(random, Curation.of(TOPICS)));
            String line = CurationJson.write(decision).toString();
            assertThat(line).doesNotContain("\n");
            assertThat(CurationJson.read(JsonParser.parseString(line).getAsJsonObject())).as(line).hasValue(decision);
        }
    }

    @Test
    void aHundredThousandDecisionsFoldAndTakeOneMore() {
        Random random = new Random(1);
        List<Decision> decisions = IntStream.range(0, 100_000).mapToObj(i -> by(i % 10 == 9 ? new Undo()
                : i % 2 == 0 ? new Name(random.nextInt(TOPICS), "name " + i) : new Correct(List.of(i), i % TOPICS))).toList();
        Curation curation = Curation.of(TOPICS, decisions);
        assertThat(curation.done()).hasSize(80_000);
        for (int i = 0; i < 20; i++) {
            curation = curation.with(by(new Undo()));
        }
        assertThat(curation.done()).hasSize(79_980);
    }

    private static CurationEntry anyEntry(Random random, Curation now) {
        int kind = random.nextInt(20);
        return kind < 4 ? new Undo() : kind < 6 ? new Redo() : kind == 6
                ? new Several("some", List.of(anyEdit(random, now), anyEdit(random, now))) : anyEdit(random, now);
    }

    static Edit anyEdit(Random random, Curation now) {
        int topic = random.nextInt(now.nextTopic());
        int other = random.nextInt(now.nextTopic());
        String text = random.nextInt(4) == 0 ? null : "text \"„😀\\" + random.nextInt(9);
        String run = "run-" + random.nextInt(2);
        return switch (random.nextInt(14)) {
            case 0 -> new Describe(topic, text);
            case 1 -> new Paint(topic, random.nextBoolean() ? null : "#00ff00");
            case 2 -> new Note(topic, text);
            case 3 -> new Mark(topic, random.nextBoolean() ? null : Verdict.JUNK);
            case 4 -> new Hide(topic, random.nextBoolean());
            case 5, 6 -> topic == other ? new Name(topic, text) : new Merge(topic, List.of(other));
            case 7 -> new Separate(topic, other);
            case 8 -> new Split(topic, List.of(now.nextTopic(), now.nextTopic() + 1), "split.parquet");
            case 9 -> new Attach(topic, run);
            case 10 -> new Detach(topic, run);
            case 11 -> new Correct(List.of(random.nextInt(20), 20 + random.nextInt(20)), random.nextInt(3) == 0 ? null : topic);
            case 12 -> new Flag(List.of(random.nextInt(20)), random.nextBoolean());
            default -> new Name(topic, text);
        };
    }
}

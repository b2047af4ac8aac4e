package topicworkbench.exploration;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topicworkbench.curation.Journal;
import topicworkbench.exploration.CheckQuestion.ReviewAssignment;
import topicworkbench.exploration.CheckQuestion.WordIntrusion;

/** The answers people gave in the five-minute check, kept as an append-only journal beside the run; and what they come to. */
public final class CheckAnswers {
    private static final String WORDS = "words";
    private static final String REVIEW = "review";

    private final Journal journal;
    private final Clock clock;
    private final String who;

    public CheckAnswers(Path file, Clock clock, String who) {
        this.journal = new Journal(file);
        this.clock = clock;
        this.who = who;
    }

    /**
     * How often people answered as the model does.
     *
     * @param agreed    answers that were the model's
     * @param answered  questions answered; those that nobody could answer count, as not agreed
     */
    public record Agreement(int agreed, int answered) {
        static final Agreement NONE = new Agreement(0, 0);

        /** 0 to 1; NaN before the first answer. */
        public double share() {
            return answered == 0 ? Double.NaN : (double) agreed / answered;
        }

        Agreement plus(boolean right) {
            return new Agreement(agreed + (right ? 1 : 0), answered + 1);
        }
    }

    /**
     * What all answers come to.
     *
     * @param words   of the questions which word does not belong; guessing gives 1/6
     * @param reviews of the questions what a review is about; guessing gives 1/4, or more with few topics
     * @param byTopic of both, for each topic that was asked about
     */
    public record Result(Agreement words, Agreement reviews, Map<Integer, Agreement> byTopic) { }

    /** @param choice from 0; -1 if the person cannot tell */
    public void keep(CheckQuestion question, long seed, int choice) {
        JsonObject line = new JsonObject();
        line.addProperty("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        line.addProperty("who", who);
        line.addProperty("seed", seed);
        line.addProperty("topic", question.topic());
        JsonArray shown = new JsonArray();
        switch (question) {
            case WordIntrusion words -> {
                line.addProperty("asked", WORDS);
                words.words().forEach(shown::add);
            }
            case ReviewAssignment review -> {
                line.addProperty("asked", REVIEW);
                line.addProperty("review", review.review().review());
                review.topics().forEach(shown::add);
            }
        }
        line.add("shown", shown);
        line.addProperty("expected", question.expected());
        line.addProperty("answer", choice < 0 ? null : (Integer) choice);
        journal.append(line);
    }

    /** Over everybody's answers; damaged lines are passed over. */
    public Result result() {
        Agreement words = Agreement.NONE;
        Agreement reviews = Agreement.NONE;
        Map<Integer, Agreement> byTopic = new TreeMap<>();
        for (JsonObject line : journal.read()) {
            try {
                boolean right = Objects.equals(line.get("expected"), line.get("answer"));
                boolean aboutWords = line.get("asked").getAsString().equals(WORDS);
                byTopic.merge(line.get("topic").getAsInt(), Agreement.NONE.plus(right),
                        (all, one) -> all.plus(one.agreed() > 0));
                words = aboutWords ? words.plus(right) : words;
                reviews = aboutWords ? reviews : reviews.plus(right);
            } catch (RuntimeException e) {
                // written by something else
            }
        }
        return new Result(words, reviews, byTopic);
    }

    /** Who has answered anything. */
    public List<String> people() {
        return journal.read().stream().map(line -> line.get("who")).filter(Objects::nonNull).map(Object::toString)
                .map(name -> name.replace("\"", "")).distinct().collect(Collectors.toList());
    }
}

package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.RandomStream;
import topicworkbench.topic.Topic;

/**
 * Draws the questions of the five-minute check: whether people see in the topics what the model means. Same run, decisions
 * and seed give the same questions; hidden topics are not asked about.
 */
public final class TopicCheck {
    /** About ten seconds each. */
    static final int WORD_QUESTIONS = 14;
    /** About fifteen seconds each. */
    static final int REVIEW_QUESTIONS = 10;
    private static final int OWN_WORDS = 5;
    private static final int TOPICS_SHOWN = 4;
    /** A stranger leads another topic, but is not among this many words of the topic itself. */
    private static final int WORDS_OF_TOPIC = 20;
    private static final int STRANGERS_FROM = 10;

    private final CuratedRun run;
    private final List<Topic> topics;
    private final RandomStream random;

    private TopicCheck(CuratedRun run, long seed) {
        this.run = run;
        this.random = RandomStream.of(seed, "check");
        this.topics = run.topics().stream().filter(topic -> !run.curation().topic(topic.id()).orElseThrow().hidden()
                && topic.words().size() >= OWN_WORDS).toList();
    }

    /**
     * Reads a few reviews.
     *
     * @return words first, then reviews
     * @throws ExplainedException if there are fewer than two topics to tell apart
     */
    public static List<CheckQuestion> questions(CuratedRun run, long seed) {
        TopicCheck check = new TopicCheck(run, seed);
        if (check.topics.size() < 2) {
            throw new ExplainedException("There are too few topics to check.", "Show hidden topics again, or ask for more topics.");
        }
        List<CheckQuestion> questions = new ArrayList<>(check.words());
        questions.addAll(check.reviews());
        return questions;
    }

    private List<CheckQuestion> words() {
        int[] order = shuffled(topics.size());
        List<CheckQuestion> questions = new ArrayList<>();
        for (int i = 0; i < order.length && questions.size() < WORD_QUESTIONS; i++) {
            Topic topic = topics.get(order[i]);
            List<String> strangers = strangers(topic);
            if (!strangers.isEmpty()) {
                List<String> words = new ArrayList<>(topic.words().stream().limit(OWN_WORDS).map(Topic.Word::term).toList());
                int[] places = shuffled(OWN_WORDS);
                List<String> shown = new ArrayList<>(IntStream.of(places).mapToObj(words::get).toList());
                int at = random.nextInt(OWN_WORDS + 1);
                shown.add(at, strangers.get(random.nextInt(strangers.size())));
                questions.add(new CheckQuestion.WordIntrusion(topic.id(), shown, at));
            }
        }
        return questions;
    }

    private List<String> strangers(Topic topic) {
        Set<String> own = topic.words().stream().limit(WORDS_OF_TOPIC).map(Topic.Word::term).collect(Collectors.toSet());
        return topics.stream().filter(other -> other.id() != topic.id())
                .flatMap(other -> other.words().stream().limit(STRANGERS_FROM)).map(Topic.Word::term)
                .filter(word -> !own.contains(word)).distinct().sorted().toList();
    }

    private List<CheckQuestion> reviews() {
        Set<Integer> asked = topics.stream().map(Topic::id).collect(Collectors.toSet());
        Set<Integer> documents = new HashSet<>();
        int all = run.run().documents();
        for (int tries = 0; tries < 100 * REVIEW_QUESTIONS && documents.size() < Math.min(REVIEW_QUESTIONS, all); tries++) {
            int document = random.nextInt(all);
            if (asked.contains(run.assignment().of(document))) {
                documents.add(document);
            }
        }
        return run.run().texts().read(documents.stream().mapToInt(Integer::intValue).sorted().toArray()).stream()
                .map(this::review).toList();
    }

    private CheckQuestion review(ExploredReview review) {
        int own = run.assignment().of(review.document());
        List<Integer> others = topics.stream().map(Topic::id).filter(id -> id != own).toList();
        List<Integer> shown = new ArrayList<>(IntStream.of(shuffled(others.size())).limit(TOPICS_SHOWN - 1L)
                .mapToObj(others::get).toList());
        int at = random.nextInt(shown.size() + 1);
        shown.add(at, own);
        return new CheckQuestion.ReviewAssignment(review, shown, at);
    }

    private int[] shuffled(int size) {
        int[] order = IntStream.range(0, size).toArray();
        random.shuffle(order);
        return order;
    }
}

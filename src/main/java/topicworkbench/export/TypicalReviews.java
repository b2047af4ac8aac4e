package topicworkbench.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.TopicAssignment;

/** The reviews that speak most of a topic: of those that count for it the ones with the greatest share of it. */
final class TypicalReviews {
    private final ExploredRun run;
    private final TopicAssignment assignment;
    private final int wanted;

    /** @param wanted of each topic */
    TypicalReviews(ExploredRun run, TopicAssignment assignment, int wanted) {
        this.run = run;
        this.assignment = assignment;
        this.wanted = wanted;
    }

    private record Candidate(int document, float share) { }

    /** By topic, the greatest share first; of equal shares the first document. */
    Map<Integer, List<ExploredReview>> ofTopics(int ids) {
        Comparator<Candidate> worstFirst = Comparator.comparingDouble(Candidate::share)
                .thenComparing(Comparator.comparingInt(Candidate::document).reversed());
        List<PriorityQueue<Candidate>> best = new ArrayList<>();
        for (int topic = 0; topic < ids; topic++) {
            best.add(new PriorityQueue<>(wanted + 1, worstFirst));
        }
        for (int document = 0; document < run.documents(); document++) {
            int topic = assignment.of(document);
            PriorityQueue<Candidate> kept = best.get(topic);
            float share = topic < run.topics() ? run.shares().get(document, topic) : 1;
            if (kept.size() < wanted || share > kept.peek().share()) {
                kept.add(new Candidate(document, share));
                if (kept.size() > wanted) {
                    kept.poll();
                }
            }
        }
        int[] documents = best.stream().flatMap(kept -> kept.stream().sorted(worstFirst.reversed()))
                .mapToInt(Candidate::document).toArray();
        Map<Integer, List<ExploredReview>> reviews = new HashMap<>();
        for (ExploredReview review : run.texts().read(documents)) {
            reviews.computeIfAbsent(assignment.of(review.document()), topic -> new ArrayList<>()).add(review);
        }
        return reviews;
    }
}

package topicworkbench.export;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.DocumentColumns;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Impact;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.TimeBins;
import topicworkbench.exploration.TimeUnit;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.exploration.TopicSums;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.workspace.RunFolder;

/**
 * What a run found, counted once, so that deck, report and pictures show the same numbers as the window.
 *
 * @param run        the run, opened
 * @param report     all that is to be told about it as a whole
 * @param assignment the topic that each document counts for
 * @param topics     those that people see, the one with most documents first
 * @param time       stretches of time; none where the reviews have no dates
 * @param allInTime  documents in each stretch, of any topic
 */
public record Findings(ExploredRun run, RunReport report, TopicAssignment assignment, List<TopicFinding> topics,
        TimeBins time, long[] allInTime) {
    /** Finer than this, a line jumps more than it tells. */
    private static final int MOST_STRETCHES = 40;

    public Findings {
        topics = List.copyOf(topics);
    }

    /**
     * @param typical reviews wanted of each topic
     * @throws topicworkbench.failure.ExplainedException if the run has no topics yet, or misses files
     */
    public static Findings of(RunFolder folder, int typical, Threads threads, ProgressListener listener) {
        ExploredRun run = ExploredRun.open(folder, listener);
        TopicAssignment assignment = TopicAssignment.strongest(run.shares(), threads);
        Selection all = Selection.all(run.documents());
        int ids = run.topics();
        int[] documents = assignment.counts(all, ids);
        TimeBins time = time(run.columns().days());
        CrossCount overTime = CrossCount.of(all, time, assignment, ids, threads);
        Map<Integer, Impact> impacts = Impact.ranked(TopicSums.of(all, assignment, ids, run.columns(), threads),
                Impact.Weights.EQUAL).stream().collect(Collectors.toMap(Impact::topic, impact -> impact));
        Map<Integer, List<ExploredReview>> reviews = new TypicalReviews(run, assignment, typical).ofTopics(ids);
        List<TopicFinding> topics = new ArrayList<>();
        for (Topic topic : run.result().topics()) {
            int[] counts = new int[time.count()];
            for (int bin = 0; bin < counts.length; bin++) {
                counts[bin] = overTime.count(topic.id(), bin);
            }
            topics.add(new TopicFinding(topic, new Color(TopicColors.rgb(topic.id())), documents[topic.id()],
                    documents[topic.id()] / (double) run.documents(), impacts.get(topic.id()), counts,
                    reviews.getOrDefault(topic.id(), List.of())));
        }
        topics.sort(Comparator.comparingInt(TopicFinding::documents).reversed().thenComparingInt(TopicFinding::id));
        long[] allInTime = new long[time.count()];
        for (int bin = 0; bin < allInTime.length; bin++) {
            allInTime[bin] = overTime.ofBin(bin);
        }
        return new Findings(run, RunReport.of(folder), assignment, topics, time, allInTime);
    }

    private static TimeBins time(int[] days) {
        int[] known = java.util.Arrays.stream(days).filter(day -> day != DocumentColumns.NO_DAY).sorted().toArray();
        return TimeBins.of(days, known.length == 0 ? null
                : TimeUnit.finest(known[0], known[known.length - 1], MOST_STRETCHES));
    }

    /** The topics by how much they hurt, those that no document counts for left out. */
    public List<TopicFinding> byImpact() {
        return topics.stream().filter(topic -> topic.impact() != null)
                .sorted(Comparator.comparingDouble((TopicFinding topic) -> topic.impact().score()).reversed()
                        .thenComparingInt(TopicFinding::id)).toList();
    }

    /** A topic's share of the reviews of a stretch of time; 0 where there are none. */
    public double shareInTime(TopicFinding topic, int bin) {
        return allInTime[bin] == 0 ? 0 : topic.overTime()[bin] / (double) allInTime[bin];
    }

    /** Where numbers come from, in one line: run, day, documents. */
    public String source() {
        return "Run " + run.summary().id() + " · " + report.summary().created().toString().substring(0, 10) + " · "
                + Figures.count(run.documents()) + " reviews"
                + (report.isSynthetic() ? " (synthetic: no customer wrote them)" : "");
    }
}

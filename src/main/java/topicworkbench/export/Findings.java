package topicworkbench.export;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import topicworkbench.chart.FittedText;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.exploration.CrossCount;
import topicworkbench.exploration.CuratedRun;
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
import topicworkbench.wording.Figures;
import topicworkbench.workspace.RunFolder;

/**
 * What a run found, counted once, so that deck, report and pictures show the same numbers as the window.
 *
 * @param curated   the run as people left it
 * @param report    all that is to be told about it as a whole
 * @param topics    those that are not hidden, the one with most documents first
 * @param time      stretches of time; none where the reviews have no dates
 * @param allInTime documents in each stretch, of any topic
 * @param leastInTime in stretches of fewer documents shares are not told
 */
public record Findings(CuratedRun curated, RunReport report, List<TopicFinding> topics, TimeBins time, long[] allInTime,
        long leastInTime) {
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
        CuratedRun curated = CuratedRun.of(run, TopicAssignment.strongest(run.shares(), threads), folder.journal().curation());
        TimeBins time = time(run.columns().days());
        CrossCount overTime = CrossCount.of(Selection.all(run.documents()), time, curated.assignment(), ids(curated), threads);
        List<TopicFinding> topics = new Counting(curated, overTime, typical).topics(threads);
        long[] allInTime = IntStream.range(0, time.count()).mapToLong(overTime::ofBin).toArray();
        return new Findings(curated, RunReport.of(folder), topics, time, allInTime, overTime.leastForShares());
    }

    private static int ids(CuratedRun curated) {
        return Math.max(curated.run().topics(), curated.curation().nextTopic());
    }

    /** Counts for each topic what is told of it. */
    private record Counting(CuratedRun curated, CrossCount overTime, int typical) {

        List<TopicFinding> topics(Threads threads) {
            ExploredRun run = curated.run();
            Selection all = Selection.all(run.documents());
            int[] documents = curated.assignment().counts(all, ids(curated));
            Map<Integer, Impact> impacts = Impact.ranked(TopicSums.of(all, curated.assignment(), ids(curated), run.columns(),
                    threads), Impact.Weights.EQUAL).stream().collect(Collectors.toMap(Impact::topic, impact -> impact));
            Map<Integer, List<ExploredReview>> reviews = new TypicalReviews(run, curated.assignment(), typical).ofTopics(ids(curated));
            List<TopicFinding> topics = new ArrayList<>();
            for (Topic topic : curated.topics()) {
                CuratedTopic told = curated.curation().topic(topic.id()).orElseThrow();
                if (!told.hidden()) {
                    topics.add(new TopicFinding(topic, told.description(), partOf(told), color(told), documents[topic.id()],
                            documents[topic.id()] / (double) run.documents(), impacts.get(topic.id()),
                            IntStream.range(0, overTime.bins().count()).map(bin -> overTime.count(topic.id(), bin)).toArray(),
                            reviews.getOrDefault(topic.id(), List.of())));
                }
            }
            topics.sort(Comparator.comparingInt(TopicFinding::documents).reversed().thenComparingInt(TopicFinding::id));
            return topics;
        }

        /** The way down to a part, through topics that stand no more. */
        private String partOf(CuratedTopic topic) {
            if (topic.splitOf() == null) {
                return null;
            }
            CuratedTopic whole = curated.curation().topic(topic.splitOf()).orElseThrow();
            String name = whole.label() != null ? FittedText.visible(whole.label()) : whole.id() < curated.run().topics()
                    ? curated.run().result().topics().get(whole.id()).name() : "topic " + whole.id();
            String above = partOf(whole);
            return above == null ? name : above + " › " + name;
        }

        private static Color color(CuratedTopic topic) {
            return topic.color() == null ? new Color(TopicColors.rgb(topic.id())) : Color.decode(topic.color());
        }
    }

    private static TimeBins time(int[] days) {
        int[] known = Arrays.stream(days).filter(day -> day != DocumentColumns.NO_DAY).sorted().toArray();
        return TimeBins.of(days, known.length == 0 ? null
                : TimeUnit.finest(known[0], known[known.length - 1], MOST_STRETCHES));
    }

    /** The topics by how much they hurt, those that no document counts for left out. */
    public List<TopicFinding> byImpact() {
        return topics.stream().filter(topic -> topic.impact() != null)
                .sorted(Comparator.comparingDouble((TopicFinding topic) -> topic.impact().score()).reversed()
                        .thenComparingInt(TopicFinding::id)).toList();
    }

    /** A topic's share of the reviews of a stretch of time; not a number where there are too few to speak of shares. */
    public double shareInTime(TopicFinding topic, int bin) {
        return allInTime[bin] < leastInTime ? Double.NaN : topic.overTime()[bin] / (double) allInTime[bin];
    }

    public ExploredRun run() {
        return curated.run();
    }

    /** The topic that each document counts for. */
    public TopicAssignment assignment() {
        return curated.assignment();
    }

    /** Where numbers come from, in one line: run, day, documents. */
    public String source() {
        return "Run " + run().summary().id() + " · " + report.summary().created().toString().substring(0, 10) + " · "
                + Figures.count(run().documents()) + " reviews"
                + (report.isSynthetic() ? " (synthetic: no customer wrote them)" : "");
    }
}

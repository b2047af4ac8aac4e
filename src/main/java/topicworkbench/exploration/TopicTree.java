package topicworkbench.exploration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.Curation;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.RunOrigin;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * The runs that hang below a run: those on the reviews of its topics, and those on other selections of its reviews.
 *
 * @param ofTopics     by the id of the topic, in the order in which they were attached
 * @param ofSelections oldest first
 */
public record TopicTree(Map<Integer, List<SubRun>> ofTopics, List<SubRun> ofSelections) {
    public static final TopicTree EMPTY = new TopicTree(Map.of(), List.of());

    /**
     * A run that hangs below another.
     *
     * @param what   the reviews it is about
     * @param topics none before it has any
     * @param below  what hangs below it
     */
    public record SubRun(String id, String what, RunState state, long reviews, List<Topic> topics, TopicTree below) { }

    /** As deep as it goes; runs that were deleted are left out. */
    public static TopicTree of(Workspace workspace, RunFolder folder, Curation curation) {
        return of(workspace, folder, curation, new HashSet<>(Set.of(folder.id())));
    }

    /** @param seen so that no run, whatever its files say, hangs below itself */
    private static TopicTree of(Workspace workspace, RunFolder folder, Curation curation, Set<String> seen) {
        Map<Integer, List<SubRun>> ofTopics = new HashMap<>();
        for (CuratedTopic topic : curation.topics()) {
            List<SubRun> runs = new ArrayList<>();
            for (String id : topic.subRuns()) {
                workspace.folder(id).filter(found -> seen.add(id)).ifPresent(found -> runs.add(subRun(workspace, found, seen)));
            }
            if (!runs.isEmpty()) {
                ofTopics.put(topic.id(), List.copyOf(runs));
            }
        }
        List<SubRun> ofSelections = workspace.runsOfSelections(folder.id()).stream().filter(found -> seen.add(found.id()))
                .map(found -> subRun(workspace, found, seen)).toList();
        return new TopicTree(Map.copyOf(ofTopics), ofSelections);
    }

    private static SubRun subRun(Workspace workspace, RunFolder folder, Set<String> seen) {
        RunSummary summary = folder.summary();
        Optional<RunOrigin> origin = folder.origin();
        String what = origin.map(RunOrigin::what).orElse(summary.name());
        long reviews = origin.map(RunOrigin::reviews).orElse(0L);
        if (summary.quality() == null) {
            return new SubRun(folder.id(), what, summary.state(), reviews, List.of(), EMPTY);
        }
        try {
            Curation curation = folder.journal().curation();
            return new SubRun(folder.id(), what, summary.state(), reviews, folder.result().topics(),
                    of(workspace, folder, curation, seen));
        } catch (ExplainedException e) { // its files are damaged: the others are read all the same
            return new SubRun(folder.id(), what, RunState.FAILED, reviews, List.of(), EMPTY);
        }
    }

    /** Whether nothing hangs there. */
    public boolean isEmpty() {
        return ofTopics.isEmpty() && ofSelections.isEmpty();
    }

    /** What hangs below a topic. */
    public List<SubRun> below(int topic) {
        return ofTopics.getOrDefault(topic, List.of());
    }

    /** From the outermost run to the one whose reviews this run is about; runs that are gone end the way. */
    public static List<RunOrigin> path(Workspace workspace, RunFolder folder) {
        List<RunOrigin> path = new ArrayList<>();
        Optional<RunOrigin> origin = folder.origin();
        Set<String> seen = new HashSet<>(Set.of(folder.id()));
        while (origin.isPresent() && seen.add(origin.get().run())) {
            path.addFirst(origin.get());
            origin = workspace.folder(origin.get().run()).flatMap(RunFolder::origin);
        }
        return List.copyOf(path);
    }
}

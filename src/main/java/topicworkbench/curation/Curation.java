package topicworkbench.curation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people made of a run's topics: the model's word and every decision since, folded together. Immutable. A decision
 * that does not fit changes nothing. Two are equal if they show people the same, whatever can be undone.
 */
public final class Curation {
    private final int modelTopics;
    private final Map<Integer, CuratedTopic> topics;
    private final Map<Integer, Integer> corrections;
    private final Set<Integer> flagged;
    private final int nextTopic;
    private final Step done;
    private final Step undone;

    private Curation(CurationFold fold) {
        this.modelTopics = fold.modelTopics;
        this.topics = Collections.unmodifiableMap(fold.topics);
        this.corrections = Collections.unmodifiableMap(fold.corrections);
        this.flagged = Collections.unmodifiableSet(fold.flagged);
        this.nextTopic = fold.nextTopic;
        this.done = fold.done;
        this.undone = fold.undone;
    }

    /** The topics as the model left them. */
    public static Curation of(int modelTopics) {
        return of(modelTopics, List.of());
    }

    /** @param decisions oldest first */
    public static Curation of(int modelTopics, List<Decision> decisions) {
        CurationFold fold = new CurationFold(modelTopics);
        decisions.forEach(fold::apply);
        return new Curation(fold);
    }

    /** @param more oldest first */
    public Curation with(List<Decision> more) {
        CurationFold fold = fold();
        more.forEach(fold::apply);
        return new Curation(fold);
    }

    public Curation with(Decision decision) {
        return with(List.of(decision));
    }

    private CurationFold fold() {
        CurationFold fold = new CurationFold(modelTopics, new TreeMap<>(topics), new HashMap<>(corrections),
                new HashSet<>(flagged));
        fold.nextTopic = nextTopic;
        fold.done = done;
        fold.undone = undone;
        return fold;
    }

    /** Why an entry does not fit, in one sentence; empty if it does. */
    public Optional<String> problem(CurationEntry entry) {
        return switch (entry) {
            case CurationEntry.Undo() -> done == null ? Optional.of("There is nothing to undo.") : Optional.empty();
            case CurationEntry.Redo() -> undone == null ? Optional.of("There is nothing to redo.") : Optional.empty();
            case CurationEntry.Edit edit -> Optional.ofNullable(fold().problem(edit));
        };
    }

    /** The topics that people see, the hidden ones among them, by id. */
    public List<CuratedTopic> topics() {
        return topics.values().stream().filter(CuratedTopic::stands).toList();
    }

    /** All topics, those that were merged or split among them, by id. */
    public List<CuratedTopic> everything() {
        return List.copyOf(topics.values());
    }

    /** Whether each review belongs to the same topic in both, whatever the topics are called. */
    public boolean dealsOutLike(Curation other) {
        return corrections.equals(other.corrections) && fates().equals(other.fates());
    }

    private List<Object> fates() {
        return topics.values().stream().<Object>map(topic -> List.of(topic.id(), topic.fate())).toList();
    }

    /** Any topic there is or was, empty for an id that never was given or whose split was undone. */
    public Optional<CuratedTopic> topic(int id) {
        return Optional.ofNullable(topics.get(id));
    }

    /** Topics that the model found; their ids are below this number. */
    public int modelTopics() {
        return modelTopics;
    }

    /** The id that no topic has had; a split's parts count from here. */
    public int nextTopic() {
        return nextTopic;
    }

    /** The topic that this one is part of after all merges: itself if it stands or was split. */
    public int home(int topic) {
        return topics.get(topic).fate() instanceof CuratedTopic.Fate.Merged(int into) ? into : topic;
    }

    /** The topic to look at in place of one that was merged, split or is gone: the topic that holds its reviews, or most. */
    public int standIn(int topic) {
        if (!topics.containsKey(topic)) {
            return topics.values().stream().filter(other -> other.id() < modelTopics && other.stands()).findFirst()
                    .map(CuratedTopic::id).orElse(topic);
        }
        int home = home(topic);
        return topics.get(home).fate() instanceof CuratedTopic.Fate.Split split ? standIn(split.into().getFirst()) : home;
    }

    /** What people call a topic, be it merged into another; null for nothing. */
    public String labelOf(int topic) {
        return topics.get(home(topic)).label();
    }

    /** By review number the topic that a person said it is about; {@link #home} tells what became of that topic. */
    public Map<Integer, Integer> corrections() {
        return corrections;
    }

    /** Numbers of the reviews that were flagged. */
    public Set<Integer> flagged() {
        return flagged;
    }

    /** The decisions that stand, newest first: what undo would take back one by one. */
    public List<Decision> done() {
        return decisions(done);
    }

    /** The decisions that redo would bring back, in its order. */
    public List<Decision> undone() {
        return decisions(undone);
    }

    public boolean canUndo() {
        return done != null;
    }

    public boolean canRedo() {
        return undone != null;
    }

    private static List<Decision> decisions(Step top) {
        List<Decision> decisions = new ArrayList<>();
        for (Step step = top; step != null; step = step.below()) {
            decisions.add(step.decision());
        }
        return decisions;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curation that && modelTopics == that.modelTopics && topics.equals(that.topics)
                && corrections.equals(that.corrections) && flagged.equals(that.flagged);
    }

    @Override
    public int hashCode() {
        return topics.hashCode();
    }
}

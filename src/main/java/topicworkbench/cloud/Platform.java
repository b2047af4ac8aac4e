package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The ground on which cloud runs stand: two CloudFormation stacks, the tools in a bucket, the image of the processing jobs. */
public interface Platform {

    /** What is there now. */
    Status status();

    /** Waits until nobody changes a stack any more; returns at once where nobody does. */
    void settle(Consumer<Event> listener) throws InterruptedException;

    /**
     * What would change; nothing changes yet but for change sets that wait in the account.
     *
     * @throws topicworkbench.failure.ExplainedException if the account refuses, or a stack is being changed by somebody
     */
    ChangePlan plan(Options options) throws InterruptedException;

    /** Takes the waiting change sets away again. */
    void discard(ChangePlan plan);

    /**
     * Makes it so: stacks, tools and image. Does nothing that is done already, and can be repeated after any failure.
     * Ends when all is there; interrupting the thread stops waiting, not AWS.
     *
     * @throws topicworkbench.failure.ExplainedException if AWS rolled a stack back or the image was not built, with its reason
     */
    void apply(ChangePlan plan, Consumer<Event> listener) throws InterruptedException;

    /** What {@link #delete} would take away, and what it would keep. */
    Deletion deletion(boolean withData);

    /** Takes the stacks away, with the reviews and runs in the bucket only if the deletion says so. Can be repeated after any failure. */
    void delete(Deletion deletion, Consumer<Event> listener) throws InterruptedException;

    /**
     * What a deployment may choose; null leaves a choice as it is deployed, or as usual where nothing is.
     *
     * @param email            that is told of every run's end; empty for nobody
     * @param startOnUpload    whether a file that lands in {@code raw/} starts a run
     * @param classifyEndpoint the endpoint through which a function classifies texts; empty for no such function
     */
    record Options(String email, Boolean startOnUpload, String classifyEndpoint) {
        public static final Options UNCHANGED = new Options(null, null, null);
    }

    /**
     * @param stacks  a line each; one that is not there has the state {@link Stack#NONE}
     * @param image   of the processing jobs, or null before it was built
     * @param release that is deployed, or null
     * @param own     this program's release; another one is deployed by deploying again
     */
    record Status(List<Stack> stacks, Image image, String release, String own) {
        public Status {
            stacks = List.copyOf(stacks);
        }

        public boolean isReady() {
            return image != null && stacks.stream().allMatch(Stack::isUsable);
        }

        public boolean isCurrent() {
            return own.equals(release);
        }

        /** Whether nothing of it is there. */
        public boolean isNowhere() {
            return stacks.stream().noneMatch(Stack::isThere);
        }
    }

    /** @param state CloudFormation's word for it; @param reason why, where it says so, else null */
    record Stack(String name, String state, String reason, Instant changed) {
        public static final String NONE = "NONE";

        public boolean isThere() {
            return !state.equals(NONE) && !state.equals("REVIEW_IN_PROGRESS");
        }

        /** Whether what it made is there and as a deployment left it; after an update that was rolled back it is as before. */
        public boolean isUsable() {
            return state.equals("CREATE_COMPLETE") || state.equals("UPDATE_COMPLETE") || state.equals("UPDATE_ROLLBACK_COMPLETE")
                    || state.equals("UPDATE_COMPLETE_CLEANUP_IN_PROGRESS");
        }

        public boolean isChanging() {
            return state.endsWith("_IN_PROGRESS") && !state.equals("REVIEW_IN_PROGRESS");
        }
    }

    /** @param address with its tag; @param digest of its contents */
    record Image(String address, String digest, Instant built) { }

    /**
     * @param id      of the change sets behind it
     * @param release that is deployed
     * @param changes resource by resource; empty if nothing would change
     * @param steps   what else is done, in words: what is uploaded, whether the image is built
     * @param notes   what the user should know before agreeing, in words
     */
    record ChangePlan(String id, Options options, String release, List<Change> changes, List<String> steps, List<String> notes) {
        public ChangePlan {
            changes = List.copyOf(changes);
            steps = List.copyOf(steps);
            notes = List.copyOf(notes);
        }

        public boolean isEmpty() {
            return changes.isEmpty() && steps.isEmpty();
        }
    }

    /**
     * @param replaced whether the resource is made anew, and what it holds is lost
     * @param details  what of it changes, in words
     */
    record Change(String stack, Action action, String resource, String type, boolean replaced, List<String> details) {
        public Change {
            details = List.copyOf(details);
        }
    }

    /** What becomes of a resource. */
    enum Action { ADD, MODIFY, REMOVE }

    /**
     * @param removes  what goes away, in words
     * @param keeps    what stays and may cost, in words
     * @param blockers what must be ended first, in words; nothing is deleted while there are any
     */
    record Deletion(boolean withData, List<String> removes, List<String> keeps, List<String> blockers) {
        public Deletion {
            removes = List.copyOf(removes);
            keeps = List.copyOf(keeps);
            blockers = List.copyOf(blockers);
        }
    }

    /** Something that happened while the platform was made or taken away. */
    sealed interface Event {
        Instant time();

        /** @param state CloudFormation's word for it; @param reason null where it gives none */
        record ResourceChanged(Instant time, String stack, String resource, String type, String state, String reason)
                implements Event { }

        /** A line of the image's build. */
        record BuildLine(Instant time, String text) implements Event { }

        /** A step of ours: uploading, emptying a bucket. @param fraction 0 to 1, NaN when not known */
        record Step(Instant time, String text, double fraction) implements Event { }
    }
}

package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The ground on which cloud runs stand: two CloudFormation stacks and the image of the processing jobs. */
public interface Platform {

    /** What is there now. */
    Status status();

    /**
     * What would change; nothing changes yet but for a change set that waits in the account.
     *
     * @throws topicworkbench.failure.ExplainedException if the account refuses
     */
    ChangePlan plan(Options options);

    /** Takes the waiting change set away again. */
    void discard(ChangePlan plan);

    /**
     * Makes it so: stacks, tools and image. Does nothing that is done already, and can be repeated after any failure.
     * Ends when all is there; interrupting the thread stops waiting, not AWS.
     *
     * @throws topicworkbench.failure.ExplainedException if AWS rolled a stack back or the image was not built, with its reason
     */
    void apply(ChangePlan plan, Consumer<Event> listener);

    /** What {@link #delete} would take away, and what it would keep. */
    Deletion deletion(boolean withData);

    /** Takes the stacks away, with their buckets' contents only if the deletion says so. Can be repeated after any failure. */
    void delete(Deletion deletion, Consumer<Event> listener);

    /**
     * @param email           that is told of every run's end, or null
     * @param startOnUpload   whether a file that lands in {@code raw/} starts a run
     * @param classifyFunction whether a function answers what texts are about, through an endpoint
     */
    record Options(String email, boolean startOnUpload, boolean classifyFunction) {
        public static final Options DEFAULTS = new Options(null, false, false);
    }

    /**
     * @param stacks  one line each; a stack that is not there has the state {@code NONE}
     * @param image   of the processing jobs, or null before it was built
     * @param version of the program that deployed, or null
     * @param current whether that is this program's
     */
    record Status(List<Stack> stacks, Image image, String version, boolean current) {
        public boolean isReady() {
            return image != null && stacks.stream().allMatch(stack -> stack.state().endsWith("_COMPLETE")
                    && !stack.state().startsWith("DELETE") && !stack.state().contains("ROLLBACK_COMPLETE"));
        }
    }

    /** @param state CloudFormation's word for it; @param reason why, where it says so, else null */
    record Stack(String name, String state, String reason, Instant changed) { }

    /** @param address with its tag; @param digest of its contents */
    record Image(String address, String digest, Instant built) { }

    /**
     * @param id      of the change sets behind it
     * @param changes resource by resource, in the order in which they are made; empty if nothing would change
     * @param image   whether the image would be built
     */
    record ChangePlan(String id, Options options, List<Change> changes, boolean image) {
        public boolean isEmpty() {
            return changes.isEmpty() && !image;
        }
    }

    /**
     * @param replaced whether the resource is made anew, and what it holds is lost
     * @param details  what of it changes, in words
     */
    record Change(String stack, Action action, String resource, String type, boolean replaced, List<String> details) { }

    /** What becomes of a resource. */
    enum Action { ADD, MODIFY, REMOVE }

    /**
     * @param removes what goes away, in words
     * @param keeps   what stays and may cost, in words
     */
    record Deletion(boolean withData, List<String> removes, List<String> keeps) { }

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

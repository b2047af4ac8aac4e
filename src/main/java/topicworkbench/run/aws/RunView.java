package topicworkbench.run.aws;

import java.util.HashSet;
import java.util.Set;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.workspace.RunTelling;

/**
 * Parts of the view of a run. The run does not need them: one that AWS refuses to show is told once, and no reason to end a run
 * that is paid for.
 */
final class RunView {
    private final RunTelling telling;
    private final Set<String> denied = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    RunView(RunTelling telling) {
        this.telling = telling;
    }

    /**
     * Looks at a part, unless the permissions have been found not to allow it.
     *
     * @param part in words, as in "the jobs' logs"
     * @throws AwsException of a kind that passes
     */
    void of(String part, Stage stage, Runnable look) {
        if (denied.contains(part)) {
            return;
        }
        try {
            look.run();
        } catch (AwsException e) {
            if (e.passes()) {
                throw e;
            }
            if (e.kind() == AwsException.Kind.DENIED) {
                denied.add(part);
            }
            if (told.add(part)) {
                telling.note(stage, e.getMessage() + " The run goes on in AWS, without " + part + " here. " + e.remedy());
            }
        }
    }
}

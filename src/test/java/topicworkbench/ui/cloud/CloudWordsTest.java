package topicworkbench.ui.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.cloud.Platform.Action;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Platform.Stack;
import topicworkbench.cloud.Spending.Running;

/** AWS's words in plain ones. */
class CloudWordsTest {

    @Test
    void theCommandOfARemedyCanBeCopied() {
        assertThat(CloudWords.command("Run: aws sso login --profile work")).isEqualTo("aws sso login --profile work");
        assertThat(CloudWords.command("Run: aws configure sso (or aws configure where keys are used).")).isEqualTo("aws configure sso");
        assertThat(CloudWords.command("Choose one of default, work.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NONE, NONE, Not there", "REVIEW_IN_PROGRESS, NONE, Not there", "CREATE_IN_PROGRESS, GOING, Being made",
        "UPDATE_COMPLETE, GOOD, Ready", "ROLLBACK_COMPLETE, BAD, deletes it first", "UPDATE_ROLLBACK_COMPLETE, DOUBT, taken back",
        "UPDATE_ROLLBACK_FAILED, BAD, Stuck", "DELETE_FAILED, BAD, delete again", "UPDATE_ROLLBACK_IN_PROGRESS, GOING, being taken back"})
    void everyStateOfAStackIsPlain(String state, Mark mark, String words) {
        Stack stack = new Stack("a", state, null, null);
        assertThat(CloudWords.mark(stack)).isEqualTo(mark);
        assertThat(CloudWords.words(stack)).contains(words).doesNotContain("_");
    }

    @Test
    void sumsSayWhatTheyLeaveOut() {
        Running known = new Running("endpoint", "a", "InService", null, null, 0.1151);
        Running unknown = new Running("training job", "b", "InProgress", null, null, Double.NaN);
        assertThat(CloudWords.total(List.of(known, known))).isEqualTo("$0.230");
        assertThat(CloudWords.total(List.of(known, unknown))).isEqualTo("$0.115 and 1 without a known price");
        assertThat(CloudWords.hour(0)).isEqualTo("by use");
        assertThat(CloudWords.dollars(1234.5, 2)).isEqualTo("$1,234.50");
    }

    @Test
    void aPlanIsSummedUp() {
        assertThat(CloudWords.summary(List.of(change(Action.ADD, false), change(Action.ADD, false), change(Action.MODIFY, true),
                change(Action.REMOVE, false)))).isEqualTo("2 made, 1 made anew, 1 deleted");
        assertThat(CloudWords.summary(List.of())).isEqualTo("No resource changes");
        assertThat(CloudWords.sentence("InService")).isEqualTo("In service");
        assertThat(CloudWords.type("AWS::StepFunctions::StateMachine")).isEqualTo("StepFunctions StateMachine");
    }

    private static Change change(Action action, boolean replaced) {
        return new Change("stack", action, "Resource", "AWS::S3::Bucket", replaced, List.of());
    }
}

package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pipeline's definition against AWS's own models of the services it calls. */
class StateMachineTest {
    private final StateMachine machine = StateMachine.read();

    @Test
    void everyTaskCallsAnApiWithMembersItHas() {
        assertThat(machine.faults()).isEmpty();
        assertThat(machine.tasks()).hasSizeGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicTest> mistakesAreCaught() {
        return Stream.of(
                mistake("\"TrainingInputMode\": \"File\"", "\"TrainingInputMode\": \"Files\"", "may not be Files"),
                mistake("\"HyperParameters.$\"", "\"Hyperparameters.$\"", "has no member Hyperparameters"),
                mistake("\"RoleArn\": \"arn:aws:iam::123456789012:role/topic-workbench-sagemaker\",", "", "lacks RoleArn"),
                mistake("sagemaker:createTrainingJob.sync", "sagemaker:createTrainJob.sync", "is no resource"),
                mistake("sagemaker:createEndpoint\"", "sagemaker:createEndpoint.sync\"", "is no resource"),
                mistake("\"InstanceCount\": 1", "\"InstanceCount\": \"1\"", "is no number"),
                mistake("\"InstanceCount\": 1", "\"InstanceCount\": 1000", "is above"),
                mistake("\"S3DataDistributionType\": \"ShardedByS3Key\"", "\"S3DataDistributionType\": \"Sharded\"", "may not be Sharded"),
                mistake("\"Key\": \"topic-workbench:run\"", "\"key\": \"topic-workbench:run\"", "has no member key"),
                mistake("\"--run.$\"", "\"--run\"", null));
    }

    /** @param fault part of what must be found, or null where the change is none */
    private static DynamicTest mistake(String right, String wrong, String fault) {
        return DynamicTest.dynamicTest(right + " as " + wrong, () -> {
            String text = StateMachine.text();
            assertThat(text).contains(right);
            List<String> faults = StateMachine.of(text.replace(right, wrong)).faults();
            if (fault == null) {
                assertThat(faults).isEmpty();
            } else {
                assertThat(faults).anySatisfy(found -> assertThat(found).contains(fault));
            }
        });
    }

    @Test
    void everyTaskHasALimitTriesAgainAndSaysWhereItFailed() {
        for (Map.Entry<String, JsonObject> task : machine.tasks().entrySet()) {
            JsonObject state = task.getValue();
            assertThat(state.has("TimeoutSeconds") || state.has("TimeoutSecondsPath")).as(task.getKey()).isTrue();
            assertThat(state.has("Retry")).as(task.getKey()).isTrue();
            boolean inBranch = state.has("End");
            boolean tells = task.getKey().startsWith("Notify");
            assertThat(state.has("Catch") || inBranch || tells).as(task.getKey()).isTrue();
        }
    }

    @Test
    void whatIsMadeCarriesTheTagsOfTheRun() {
        machine.tasks().forEach((name, task) -> {
            String resource = task.get("Resource").getAsString();
            if (resource.contains(":sagemaker:create")) {
                assertThat(task.getAsJsonObject("Parameters").getAsJsonArray("Tags")).as(name)
                        .extracting(tag -> tag.getAsJsonObject().get("Key").getAsString())
                        .containsExactlyInAnyOrder("topic-workbench:run", "topic-workbench:execution", "topic-workbench:project");
            }
        });
    }

    @Test
    void everyWayEndsInOneNotification() {
        Map<String, JsonObject> states = machine.states();
        List<String> ends = states.entrySet().stream().filter(state -> List.of("Succeed", "Fail")
                .contains(state.getValue().get("Type").getAsString())).map(Map.Entry::getKey).toList();
        for (String end : ends) {
            List<String> before = states.entrySet().stream().filter(state -> state.getValue().has("Next")
                    && state.getValue().get("Next").getAsString().equals(end)).map(Map.Entry::getKey).toList();
            assertThat(before).as(end).hasSize(1).allSatisfy(name -> assertThat(name).startsWith("Notify"));
        }
        assertThat(ends).hasSize(3);
    }
}

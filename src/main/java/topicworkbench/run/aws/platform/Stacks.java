package topicworkbench.run.aws.platform;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import topicworkbench.cloud.Platform;
import topicworkbench.run.aws.sdk.AwsClients;

/** The stacks as they are. */
public final class Stacks {
    private final AwsClients aws;

    public Stacks(AwsClients aws) {
        this.aws = aws;
    }

    /**
     * A stack that is there, if only as an empty shell around a change set.
     *
     * @param id         unique for ever, unlike the name
     * @param outputs    by name
     * @param parameters by name
     */
    record Found(String id, Platform.Stack stack, Map<String, String> outputs, Map<String, String> parameters) {
        String state() {
            return stack.state();
        }
    }

    Optional<Found> find(String nameOrId) {
        return aws.ask("look at the stack " + nameOrId, () -> {
            try {
                return aws.cloudFormation().describeStacks(request -> request.stackName(nameOrId)).stacks().stream().findFirst()
                        .map(Stacks::found).filter(stack -> !stack.state().equals("DELETE_COMPLETE"));
            } catch (CloudFormationException e) {
                if (isMissing(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** The service has no error of its own for a stack that is not there. */
    static boolean isMissing(CloudFormationException e) {
        return e.awsErrorDetails() != null && "ValidationError".equals(e.awsErrorDetails().errorCode())
                && e.awsErrorDetails().errorMessage() != null && e.awsErrorDetails().errorMessage().contains("does not exist");
    }

    Platform.Stack stateOf(String name) {
        return find(name).map(Found::stack).orElse(new Platform.Stack(name, Platform.Stack.NONE, null, null));
    }

    private static Found found(software.amazon.awssdk.services.cloudformation.model.Stack stack) {
        Instant changed = stack.lastUpdatedTime() == null ? stack.creationTime() : stack.lastUpdatedTime();
        return new Found(stack.stackId(),
                new Platform.Stack(stack.stackName(), stack.stackStatusAsString(), stack.stackStatusReason(), changed),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                stack.parameters().stream().collect(Collectors.toMap(Parameter::parameterKey,
                        parameter -> parameter.parameterValue() == null ? "" : parameter.parameterValue())));
    }
}

package topicworkbench.run.aws.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;

/** Differences between a stack as it is and as it should be, reckoned by AWS and kept there until they are applied. */
final class ChangeSets {
    private final AwsClients aws;
    private final Duration poll;

    ChangeSets(AwsClients aws, Duration poll) {
        this.aws = aws;
        this.poll = poll;
    }

    /**
     * Has AWS reckon what would change and waits for it. Where nothing would, no change set is left.
     *
     * @param name  of the change set
     * @param found the stack as it is; where there is none, or only the shell of one, it is created
     */
    List<Change> create(String name, StackDefinition wanted, Optional<Stacks.Found> found) throws InterruptedException {
        boolean anew = found.isEmpty() || found.get().state().equals("REVIEW_IN_PROGRESS");
        aws.ask("reckon what changes in the stack " + wanted.name(),
                () -> aws.cloudFormation().createChangeSet(request -> request.stackName(wanted.name()).changeSetName(name)
                .changeSetType(anew ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                .templateBody(wanted.template())
                .capabilities(Capability.CAPABILITY_IAM)
                .tags(Tag.builder().key(StackDefinition.PROJECT_TAG).value(wanted.parameters().get("Project")).build())
                .parameters(parameters(wanted, anew ? Map.of() : found.get().parameters()))));
        DescribeChangeSetResponse made = describe(wanted.name(), name, null);
        while (made.status() == ChangeSetStatus.CREATE_PENDING || made.status() == ChangeSetStatus.CREATE_IN_PROGRESS) {
            Thread.sleep(poll);
            made = describe(wanted.name(), name, null);
        }
        if (made.status() == ChangeSetStatus.CREATE_COMPLETE) {
            return changes(wanted.name(), name, made);
        }
        discard(wanted.name(), name);
        if (saysNothingChanges(made.statusReason())) {
            return List.of();
        }
        throw new ExplainedException("AWS could not work out what would change in the stack " + wanted.name() + ": "
                + made.statusReason(), StackFailure.remedy(made.statusReason()));
    }

    /** What is not given stays as deployed; where nothing is, the template has a default. */
    private static List<Parameter> parameters(StackDefinition wanted, Map<String, String> deployed) {
        List<Parameter> parameters = new ArrayList<>();
        wanted.parameters().forEach((name, value) -> {
            if (value != null) {
                parameters.add(Parameter.builder().parameterKey(name).parameterValue(value).build());
            }
        });
        deployed.keySet().stream().filter(name -> wanted.parameters().get(name) == null && wanted.template().contains("\n  " + name + ":"))
                .forEach(name -> parameters.add(Parameter.builder().parameterKey(name).usePreviousValue(true).build()));
        return parameters;
    }

    private static boolean saysNothingChanges(String reason) {
        String words = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        return words.contains("didn't contain changes") || words.contains("no updates are to be performed");
    }

    private List<Change> changes(String stack, String name, DescribeChangeSetResponse first) {
        List<Change> changes = new ArrayList<>();
        DescribeChangeSetResponse page = first;
        while (true) {
            page.changes().stream().map(change -> ChangeInWords.of(stack, change.resourceChange())).forEach(changes::add);
            if (page.nextToken() == null) {
                return changes;
            }
            page = describe(stack, name, page.nextToken());
        }
    }

    private DescribeChangeSetResponse describe(String stack, String name, String token) {
        return aws.ask("read what changes in the stack " + stack, () -> aws.cloudFormation().describeChangeSet(request -> request
                .stackName(stack).changeSetName(name).nextToken(token).includePropertyValues(true)));
    }

    /** Whether it is there and waits to be applied. */
    boolean isWaiting(String stack, String name) {
        return aws.ask("look for the change set of the stack " + stack, () -> {
            try {
                return aws.cloudFormation().describeChangeSet(request -> request.stackName(stack).changeSetName(name))
                        .executionStatus() == ExecutionStatus.AVAILABLE;
            } catch (ChangeSetNotFoundException e) {
                return false;
            } catch (CloudFormationException e) {
                if (Stacks.isMissing(e)) {
                    return false; // not even the stack is there
                }
                throw e;
            }
        });
    }

    /** A stack that was never more than the shell around a change set goes with it. */
    void discard(String stack, String name) {
        boolean isShell = new Stacks(aws).find(stack).filter(found -> found.state().equals("REVIEW_IN_PROGRESS")).isPresent();
        aws.ask("take back the change set of the stack " + stack, () -> isShell
                ? aws.cloudFormation().deleteStack(request -> request.stackName(stack))
                : aws.cloudFormation().deleteChangeSet(request -> request.stackName(stack).changeSetName(name)));
    }

    /** Begins to apply it; a repetition is the same request. */
    void execute(String stack, String name) {
        aws.ask("change the stack " + stack, () -> aws.cloudFormation().executeChangeSet(request -> request.stackName(stack)
                .changeSetName(name).clientRequestToken(name)));
    }
}

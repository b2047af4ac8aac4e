package topicworkbench.run.aws.spending;

import java.util.List;
import java.util.Optional;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.AwsException;
import topicworkbench.run.aws.sdk.RunTags;

/**
 * Tells what is another installation's of the same account, which has stacks of another name: by the tag of its jobs and endpoints. What
 * carries none may be ours, as everything did that was made by earlier versions.
 */
record Installation(AwsClients aws, Tagged tagged) {

    /** @param kind as in an ARN, for example {@code training-job} */
    boolean mayOwn(String kind, String name, String arn) {
        return tagged.has(kind, name) ? isHere(tagged.tag(RunTags.PROJECT, kind, name)) : isHere(ask(arn));
    }

    boolean mayOwnEndpoint(String name) {
        return tagged.has("endpoint", name) ? isHere(tagged.tag(RunTags.PROJECT, "endpoint", name))
                : aws.find("look at the endpoint " + name, () -> aws.sageMaker().describeEndpoint(request -> request.endpointName(name)))
                        .map(found -> isHere(ask(found.endpointArn()))).orElse(false);
    }

    private boolean isHere(Optional<String> project) {
        return project.map(aws.connection().place().name()::equals).orElse(true);
    }

    /** Lists of what carries a tag are some minutes behind. */
    private Optional<String> ask(String arn) {
        try {
            return aws.find("read the tags of " + arn, () -> aws.sageMaker().listTags(request -> request.resourceArn(arn)).tags())
                    .orElse(List.of()).stream().filter(tag -> tag.key().equals(RunTags.PROJECT)).map(tag -> tag.value()).findFirst();
        } catch (AwsException e) {
            if (e.kind() != AwsException.Kind.DENIED) {
                throw e;
            }
            return Optional.empty();
        }
    }
}

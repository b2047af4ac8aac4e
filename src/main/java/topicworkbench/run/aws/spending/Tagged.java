package topicworkbench.run.aws.spending;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.ResourceTagMapping;
import software.amazon.awssdk.services.resourcegroupstaggingapi.model.TagFilter;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.run.aws.sdk.RunTags;

/**
 * What carries a run's tag, whatever its name. AWS goes on to tell of things for a while after they are gone or have ended, so
 * each must be looked at before it is believed.
 */
final class Tagged {
    private final List<ResourceTagMapping> found;

    private Tagged(List<ResourceTagMapping> found) {
        this.found = found;
    }

    /** @param run id of a run, or null for every run's */
    static Tagged find(AwsClients aws, String run) {
        TagFilter filter = run == null ? TagFilter.builder().key(RunTags.RUN).build()
                : TagFilter.builder().key(RunTags.RUN).values(run).build();
        return new Tagged(aws.ask("find what carries the tag of a run", () -> aws.tagging().getResourcesPaginator(request -> request
                .tagFilters(filter).resourceTypeFilters("sagemaker")).resourceTagMappingList().stream().toList()));
    }

    /** Names of those of a kind, for example {@code endpoint}. */
    Set<String> names(String kind) {
        return found.stream().map(ResourceTagMapping::resourceARN).map(arn -> arn.substring(arn.lastIndexOf(':') + 1))
                .filter(resource -> resource.startsWith(kind + "/")).map(resource -> resource.substring(kind.length() + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The run whose tag something carries, or null. */
    String run(String kind, String name) {
        return tag(RunTags.RUN, kind, name).orElse(null);
    }

    boolean has(String kind, String name) {
        return found.stream().anyMatch(mapping -> is(mapping, kind, name));
    }

    Optional<String> tag(String key, String kind, String name) {
        return found.stream().filter(mapping -> is(mapping, kind, name)).flatMap(mapping -> mapping.tags().stream())
                .filter(tag -> tag.key().equals(key)).map(tag -> tag.value()).findFirst();
    }

    private static boolean is(ResourceTagMapping mapping, String kind, String name) {
        return mapping.resourceARN().endsWith(":" + kind + "/" + name);
    }
}

package topicworkbench.run.aws.platform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.cloud.Platform.Options;

/**
 * A stack as it should be.
 *
 * @param name       in CloudFormation
 * @param template   its text
 * @param parameters that are given; a value of null keeps what is deployed, or the template's default
 */
record StackDefinition(String name, String template, Map<String, String> parameters) {
    /** Most that CloudFormation takes without a bucket. */
    static final int LONGEST_TEMPLATE = 51_200;
    static final String PROJECT_TAG = "topic-workbench:project";

    static String platformName(String project) {
        return project + "-platform";
    }

    static String workflowName(String project) {
        return project + "-workflow";
    }

    /** Buckets, roles, registry, build: what the other stands on. */
    static StackDefinition platform(String project, Options options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Project", project);
        parameters.put("NotificationEmail", options.email());
        return new StackDefinition(platformName(project), PackedTemplate.text("cloudformation/platform.yml"), parameters);
    }

    /** Spark jobs and state machine. */
    static StackDefinition workflow(String project, String release, Options options) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Platform", platformName(project));
        parameters.put("Project", project);
        parameters.put("Release", release);
        parameters.put("StartAutomatically", options.startOnUpload() == null ? null : options.startOnUpload() ? "yes" : "no");
        parameters.put("ClassifyEndpoint", options.classifyEndpoint());
        return new StackDefinition(workflowName(project), PackedTemplate.text("cloudformation/workflow.yml"), parameters);
    }

    List<PackedTemplate.Resource> resources() {
        return PackedTemplate.resources(template);
    }
}

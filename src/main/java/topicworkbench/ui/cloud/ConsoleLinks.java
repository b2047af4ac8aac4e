package topicworkbench.ui.cloud;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import topicworkbench.cloud.CloudAccount;

/**
 * Addresses of pages in the AWS console. China and GovCloud have consoles and names of their own.
 *
 * @param region  that the pages show
 * @param account twelve digits
 * @param name    that the stacks begin with
 */
record ConsoleLinks(String region, String account, String name) {
    private static final String LOG_GROUPS = "/aws/vendedlogs/states/";

    static ConsoleLinks of(CloudAccount account, String name) {
        return new ConsoleLinks(account.region(), account.id(), name);
    }

    private String page(String service, String rest) {
        String domain = region.startsWith("cn-") ? "console.amazonaws.cn"
                : region.startsWith("us-gov-") ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com";
        return "https://" + region + "." + domain + "/" + service + rest;
    }

    private String home(String service, String place) {
        return page(service, "/home?region=" + region + "#" + place);
    }

    private String states(String kind, String rest) {
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        return "arn:" + partition + ":states:" + region + ":" + account + ":" + kind + ":" + rest;
    }

    /** Both stacks, found by their common name. */
    String stacks() {
        return home("cloudformation", "/stacks?filteringText=" + encoded(name) + "&filteringStatus=active&viewNested=true");
    }

    /** The pipeline with its executions. */
    String stateMachine() {
        return home("states", "/statemachines/view/" + states("stateMachine", name));
    }

    /** @param attempt of the run; the first has the run's own name */
    String execution(String run, int attempt) {
        return home("states", "/v2/executions/details/" + states("execution", name + ":" + run + (attempt == 1 ? "" : "-" + attempt)));
    }

    String endpoint(String endpoint) {
        return home("sagemaker", "/endpoints/" + encoded(endpoint));
    }

    /** Steps, build and jobs of ours in one place. That console wants names encoded twice, with a dollar in place of the percent. */
    String log() {
        return home("cloudwatch", "logsV2:log-groups/log-group/" + encoded(encoded(LOG_GROUPS + name)).replace("%", "$"));
    }

    /** @param code of the quota */
    String quota(String code) {
        return page("servicequotas", "/home/services/sagemaker/quotas/" + encoded(code) + "?region=" + region);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

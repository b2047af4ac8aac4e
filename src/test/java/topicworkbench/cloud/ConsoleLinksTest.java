package topicworkbench.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Addresses in the AWS console, in every partition. */
class ConsoleLinksTest {
    private static ConsoleLinks in(String region) {
        return ConsoleLinks.of(new CloudAccount("123456789012", "arn:aws:iam::123456789012:user/ann", region, null), "topic-workbench");
    }

    /** The same that the state machine's notifications give, which States.Format makes of the execution's ARN. */
    @Test
    void leadToTheRegionsOwnConsole() {
        ConsoleLinks links = in("eu-west-1");
        assertThat(links.execution("20260412-101500-a1b2", 1))
                .isEqualTo("https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1"
                + "#/v2/executions/details/arn:aws:states:eu-west-1:123456789012:execution:topic-workbench:20260412-101500-a1b2");
        assertThat(links.execution("20260412-101500-a1b2", 3)).endsWith(":20260412-101500-a1b2-3");
        assertThat(links.stateMachine())
                .endsWith("#/statemachines/view/arn:aws:states:eu-west-1:123456789012:stateMachine:topic-workbench");
        assertThat(links.stacks()).startsWith("https://eu-west-1.console.aws.amazon.com/cloudformation/home?region=eu-west-1#/stacks?filteringText="
                + "topic-workbench&");
        assertThat(links.endpoint("tw-a"))
                .isEqualTo("https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/endpoints/tw-a");
        assertThat(links.billed("training job", "tw-a-ntm-0")).endsWith("/sagemaker/home?region=eu-west-1#/jobs/tw-a-ntm-0");
        assertThat(links.billed("processing job", "tw-a-count-0")).endsWith("#/processing-jobs/tw-a-count-0");
        assertThat(links.billed("Spark job", "topic-workbench-ingest jr_1")).endsWith("#/job/topic-workbench-ingest/runs");
        assertThat(links.billed("endpoint", "tw-a")).isEqualTo(links.endpoint("tw-a"));
        assertThat(links.files("data", "runs/a/")).isEqualTo("https://eu-west-1.console.aws.amazon.com/s3/buckets/data?region=eu-west-1"
                + "&prefix=runs%2Fa%2F");
        assertThat(links.log()).endsWith("#logsV2:log-groups/log-group/$252Faws$252Fvendedlogs$252Fstates$252Ftopic-workbench");
        assertThat(links.quota("L-1")).isEqualTo("https://eu-west-1.console.aws.amazon.com/servicequotas/home/services/sagemaker/quotas/L-1"
                + "?region=eu-west-1");
    }

    @Test
    void chinaAndGovCloudHaveTheirOwn() {
        assertThat(in("cn-north-1").execution("r", 1)).startsWith("https://cn-north-1.console.amazonaws.cn/states/")
                .contains("arn:aws-cn:states:");
        assertThat(in("us-gov-west-1").stateMachine()).startsWith("https://us-gov-west-1.console.amazonaws-us-gov.com/states/")
                .contains("arn:aws-us-gov:states:");
    }

    /** Names come from the account, where others can make endpoints. */
    @Test
    void whatIsNamedStaysWithinTheAddress() {
        ConsoleLinks links = in("us-east-1");
        for (String page : List.of(links.endpoint("tw-a\" onclick=#\n"), links.quota("L 1/../x"))) {
            assertThat(page).doesNotContainAnyWhitespaces().doesNotContain("\"").doesNotContain("../");
            assertThat(URI.create(page).getHost()).isEqualTo("us-east-1.console.aws.amazon.com");
        }
    }
}

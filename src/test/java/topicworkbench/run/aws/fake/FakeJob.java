package topicworkbench.run.aws.fake;

import java.util.List;

/** Something that costs while it goes on. */
final class FakeJob {
    final String kind;
    final String name;
    final String run;
    volatile String status = "InProgress";
    volatile String secondary = "Starting";
    volatile String message;
    /** The execution's name, where it carries that tag as well. */
    volatile String execution;

    /** @param kind training, processing, glue or endpoint; @param run its tag */
    FakeJob(String kind, String name, String run) {
        this.kind = kind;
        this.name = name;
        this.run = run;
    }

    boolean goesOn() {
        return List.of("InProgress", "Stopping", "Creating", "InService", "Deleting").contains(status);
    }

    String arn() {
        return "arn:aws:sagemaker:eu-west-1:123456789012:" + (kind.equals("endpoint") ? "endpoint" : kind + "-job") + "/" + name;
    }
}

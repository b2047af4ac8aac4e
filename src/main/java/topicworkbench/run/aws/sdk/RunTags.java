package topicworkbench.run.aws.sdk;

/** Tags that everything of ours in an account carries, so that it is found again. */
public final class RunTags {
    /** On whatever a run made: the run's id. The state machine sets it too. */
    public static final String RUN = "topic-workbench:run";
    /** On whatever an execution made: the execution's name. */
    public static final String EXECUTION = "topic-workbench:execution";
    /** On whatever an installation made: what its stacks' names begin with. */
    public static final String PROJECT = "topic-workbench:project";

    /** What names of jobs, models and endpoints of ours begin with; the roles allow no others. */
    public static final String NAME_PREFIX = "tw-";

    private RunTags() { }
}

package topicworkbench.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.Subcategory;
import topicworkbench.exploration.TopicAssignment;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpec;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;

/** A run on the reviews of one topic of another run. */
final class SubcategoryRun {
    private final Services services;
    private final RunOptions options;
    private final List<String> settings;

    /** @param settings of options that only some commands have, as {@code name=value} */
    SubcategoryRun(Services services, RunOptions options, List<String> settings) {
        this.services = services;
        this.options = options;
        this.settings = settings;
    }

    /**
     * @param name   of the new run, or null for one made from the topic
     * @param agreed tells whether it may begin
     * @return the exit code
     */
    int run(String from, String topic, String name, RunWatch watch, Predicate<RunSpec> agreed) throws InterruptedException {
        InvalidOptionException.unless(from != null && topic != null, from == null ? "from" : "topic", "nothing",
                "Give --from and --topic together.");
        if (options.chooseReviews()) {
            throw new InvalidOptionException("from", "--from takes the reviews of a topic, but other reviews are named too.",
                    "Leave out --reviews, --sample, --column and --spec.");
        }
        RunFolder parent = services.workspace().find(from);
        Subcategory made = subcategory(ExploredRun.open(parent, ProgressListener.NONE), topic);
        RunSpec spec = kept(made, () -> options.spec(made.spec(), settings));
        if (!kept(made, () -> agreed.test(spec))) {
            made.discard();
            return ExitCode.CANCELLED;
        }
        return watch.follow(listener -> {
            RunHandle handle = kept(made, () -> services.runner().start(spec, name == null ? made.name() : name, listener));
            made.hang(parent, services.workspace().find(handle.id()));
            return handle;
        });
    }

    /** The reviews go away again where it fails. */
    private static <T> T kept(Subcategory made, Supplier<T> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            made.discard();
            throw e;
        }
    }

    private static Subcategory subcategory(ExploredRun run, String wanted) {
        try (Threads threads = new Threads(Threads.available())) {
            CuratedRun curated = CuratedRun.of(run, TopicAssignment.strongest(run.shares(), threads),
                    run.folder().journal().curation());
            Topic topic = curated.topics().stream().filter(candidate -> wanted.equals(Integer.toString(candidate.id()))
                    || wanted.equalsIgnoreCase(candidate.label())).findFirst().orElseThrow(() -> new ExplainedException(
                            "The run " + run.folder().id() + " has no topic \"" + wanted + "\".",
                            "The command show lists its topics; give a number or a label."));
            Selection documents = Selection.of(run.documents(),
                    document -> curated.assignment().of(document) == topic.id(), threads);
            return Subcategory.of(run, documents, topic.id(), topic.name(), ProgressListener.NONE);
        }
    }
}

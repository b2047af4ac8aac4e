package topicworkbench.reliability;

import java.util.List;
import java.util.stream.Stream;
import topicworkbench.corpus.CorpusTargets;
import topicworkbench.corpus.ReviewTargets;
import topicworkbench.job.FunctionTargets;
import topicworkbench.run.aws.CloudTargets;
import topicworkbench.sagemaker.ArtifactTargets;
import topicworkbench.workspace.RunTargets;
import topicworkbench.workspace.TableTargets;

/** Every reader of what comes from outside of the program. */
final class FuzzTargets {
    static final List<FuzzTarget> ALL = Stream.of(ArtifactTargets.all(), CloudTargets.all(), FunctionTargets.all(), PeopleTargets.all(),
            CorpusTargets.all(), RunTargets.all(), ReviewTargets.all(), TableTargets.all()).flatMap(List::stream).toList();

    private FuzzTargets() { }

    static FuzzTarget named(String name) {
        return ALL.stream().filter(target -> target.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reader " + name + " among "
                + ALL.stream().map(FuzzTarget::name).toList()));
    }
}

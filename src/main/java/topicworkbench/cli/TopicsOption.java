package topicworkbench.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The option that every command has which makes a specification of one run. */
final class TopicsOption {
    @Option(names = "--topics", paramLabel = "N", description = "Number of topics (default: 20).")
    private String topics;

    /** As {@code name=value}; none where it was not given. */
    List<String> settings() {
        return topics == null ? List.of() : List.of("num_topics=" + topics);
    }

    /** The same for what is meant to run on AWS. */
    List<String> settingsOnAws() {
        return Stream.concat(Stream.of("where=aws"), settings().stream()).toList();
    }
}

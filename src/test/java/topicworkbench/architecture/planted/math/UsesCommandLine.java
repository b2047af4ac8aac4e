package topicworkbench.architecture.planted.math;

import topicworkbench.architecture.planted.cli.Command;

/** Planted: the lowest package must not know the command line. */
final class UsesCommandLine {
    Command command;
}

package topicworkbench.architecture.planted.corpus;

import topicworkbench.architecture.planted.cli.Command;

/** Planted: an array of a forbidden type is still a use of it; and JavaFX has no place here. */
final class UsesArray {
    Command[] commands;
    javafx.collections.ObservableList<String> list;
}

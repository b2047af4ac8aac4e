package topicworkbench.ui.configure;

import topicworkbench.ui.support.UserMessage;

/** What there is to see of something that is read or counted in the background. */
public sealed interface Look<T> {
    /** Nothing was asked for, or what it depends on failed. */
    record Nothing<T>() implements Look<T> { }

    /** It is on its way. */
    record Working<T>() implements Look<T> { }

    record Seen<T>(T value) implements Look<T> { }

    record Failed<T>(UserMessage why) implements Look<T> { }
}

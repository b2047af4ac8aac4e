package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    private static Throwable failure(String message) {
        try {
            return fail(message);
        } catch (IllegalStateException e) {
            return e;
        }
    }

    private static Throwable fail(String message) {
        Runnable thrower = () -> {
            throw new IllegalStateException(message);
        };
        thrower.run();
        return null;
    }

    @Test
    void theSamePlaceHasTheSameCodeWhateverTheMessage() {
        Throwable[] failures = new Throwable[2];
        for (int i = 0; i < 2; i++) {
            failures[i] = failure("review " + i);
        }
        assertThat(ErrorCode.of(failures[0])).isEqualTo(ErrorCode.of(failures[1])).matches("[0-9A-F]{4}-[0-9A-F]{4}");
    }

    @Test
    void linesAndGeneratedNamesDoNotCount() {
        Throwable one = at("Form$$Lambda/0x00007f12", "lambda$start$3", 17);
        Throwable other = at("Form$$Lambda/0x00007fab", "lambda$start$11", 90);
        assertThat(ErrorCode.of(one)).isEqualTo(ErrorCode.of(other));
        assertThat(ErrorCode.of(at("Form", "stop", 17))).isNotEqualTo(ErrorCode.of(at("Form", "start", 17)));
    }

    @Test
    void theSecondHalfIsOfTheFirstCause() {
        Throwable cause = at("Form", "start", 1);
        Throwable wrapped = at("Other", "call", 1);
        wrapped.initCause(cause);
        assertThat(ErrorCode.of(wrapped).substring(5)).isEqualTo(ErrorCode.of(cause).substring(5));
        assertThat(ErrorCode.of(wrapped).substring(0, 4)).isNotEqualTo(ErrorCode.of(cause).substring(0, 4));
    }

    private static Throwable at(String type, String method, int line) {
        Throwable failure = new IllegalStateException("of " + line);
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, method, type + ".java", line)});
        return failure;
    }
}

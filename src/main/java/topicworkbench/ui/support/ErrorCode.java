package topicworkbench.ui.support;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A short code for where something went wrong: the same place has the same code tomorrow and on another computer, so
 * that a log and a list of known problems can be searched for it. Messages, line numbers and generated names are left
 * out, because they differ from one time to the next.
 */
public final class ErrorCode {
    private static final int HALF = 4;

    private ErrorCode() { }

    /** @return for example 3F2A-91C0: first of the failure with its causes, then of the first cause alone */
    public static String of(Throwable failure) {
        StringBuilder whole = new StringBuilder();
        Throwable first = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            whole.append(places(cause));
            first = cause;
        }
        return hash(whole.toString()) + "-" + hash(places(first));
    }

    private static String places(Throwable failure) {
        StringBuilder places = new StringBuilder(failure.getClass().getName());
        for (StackTraceElement frame : failure.getStackTrace()) {
            places.append('\n').append(stable(frame.getClassName())).append('.').append(stable(frame.getMethodName()));
        }
        return places.append('\n').toString();
    }

    /** Lambdas, proxies and hidden classes are numbered as they come. */
    private static String stable(String name) {
        return name.replaceAll("\\$\\$Lambda.*|\\$\\d+|/0x\\w+|(?<=Proxy)\\d+", "");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HALF).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}

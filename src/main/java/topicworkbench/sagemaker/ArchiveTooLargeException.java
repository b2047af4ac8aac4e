package topicworkbench.sagemaker;

import java.io.IOException;

/** An archive holds, or pretends to hold, more than may be unpacked. */
final class ArchiveTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    ArchiveTooLargeException() {
        super("it unpacks to more than is allowed");
    }
}

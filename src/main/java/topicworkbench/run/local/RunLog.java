package topicworkbench.run.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** run.log: what happened in the words of the program, with stack traces, for those who mend it. */
final class RunLog {
    private static final System.Logger LOGGER = System.getLogger(RunLog.class.getName());

    private final Path file;

    RunLog(Path file) {
        this.file = file;
    }

    synchronized void write(String line) {
        try {
            Files.writeString(file, RunClock.now() + " " + line + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.WARNING, line, e); // a log that cannot be written must not end a run
        }
    }

    void write(String line, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        write(line + "\n" + trace.toString().stripTrailing());
    }
}

package topicworkbench.run.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The greatest resident memory of this process, stage by stage, where the operating system is Linux. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    /** What the kernel understands as: let the peak be what is resident now. */
    private static final String RESET_PEAK = "5";
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    private PeakMemory() { }

    /** Begins to look for a new peak. */
    static void restart() {
        if (Files.isWritable(RESET)) {
            try {
                Files.writeString(RESET, RESET_PEAK);
            } catch (IOException notAllowedHere) {
                // the peak is then that since the process began, which is not too low
            }
        }
    }

    /** Since the restart, in MB; 0 where the system does not tell. */
    static long megabytes() {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(STATUS));
            return matcher.find() ? Long.parseLong(matcher.group(1)) >> 10 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}

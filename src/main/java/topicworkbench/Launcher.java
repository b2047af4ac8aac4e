package topicworkbench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import topicworkbench.cli.CommandLineProgram;
import topicworkbench.cli.ExitCode;
import topicworkbench.run.RunSpecFile;
import topicworkbench.workspace.Workspace;

/**
 * Where the program starts: the window, or a command when arguments are given. It must not extend JavaFX's
 * {@code Application}, which would not start from a class path.
 */
public final class Launcher {
    private static final String SAMPLE_REPORT = "sample-report.html";
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Launcher() { }

    public static void main(String[] arguments) {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            System.err.println(howToStart(arguments));
            System.exit(ExitCode.WRONG_USAGE);
        }
        Path log = LogFile.install();
        System.exit(isForWindow(arguments) && hasDisplay() ? openWindow(log, arguments) : execute(log, arguments));
    }

    private static int openWindow(Path log, String... files) {
        try {
            Wiring.openWindow(files);
            return ExitCode.DONE;
        } catch (RuntimeException | LinkageError e) { // JavaFX throws either where a display or a library is missing
            Logger.getLogger(Launcher.class.getName()).log(Level.SEVERE, "The window ended", e);
            System.err.println("The window could not be opened: " + e.getMessage() + ".\nOn Linux it needs a display and the "
                    + "packages libgtk-3-0 and libxtst6; the commands, which --help lists, need neither.\nDetails are in " + log);
            return ExitCode.FAILED;
        }
    }

    private static int execute(Path log, String[] arguments) {
        CommandLineProgram program = new CommandLineProgram(Wiring::services, log);
        if (arguments.length > 0) {
            return program.execute(arguments);
        }
        System.out.println("There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open. "
                + "Running the sample of synthetic reviews instead; --help lists the commands.");
        return program.execute("run", "--sample", "--report", Workspace.defaultRoot().resolve(SAMPLE_REPORT).toString());
    }

    /** Nothing, or a specification, which is what the desktop gives when one is opened there. */
    private static boolean isForWindow(String[] arguments) {
        return arguments.length == 0 || arguments.length == 1 && arguments[0].endsWith(RunSpecFile.SUFFIX);
    }

    /** Windows and macOS always have one; JavaFX's Headless platform stands in for one. */
    private static boolean hasDisplay() {
        return !System.getProperty("os.name").startsWith("Linux")
                || "Headless".equals(System.getProperty("glass.platform"))
                || Stream.of("DISPLAY", "WAYLAND_DISPLAY").map(System::getenv)
                        .anyMatch(display -> display != null && !display.isBlank());
    }

    private static String howToStart(String[] arguments) {
        return "The Java module " + VECTOR_MODULE + " is missing, which the number kernels need.\nStart the program so: "
                + "java --add-modules " + VECTOR_MODULE + " --enable-native-access=ALL-UNNAMED " + origin()
                + (arguments.length == 0 ? "" : " " + String.join(" ", arguments));
    }

    /** The jar this class was loaded from, or the class path. */
    private static String origin() {
        try {
            Path place = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isRegularFile(place) ? "-jar " + place
                    : "-classpath " + System.getProperty("java.class.path") + " " + Launcher.class.getName();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

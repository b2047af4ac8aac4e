import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Programs that packaging runs. */
final class Tools {
    private Tools() { }

    /** One of Java's own. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static void execute(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed:\n" + said);
        }
    }
}

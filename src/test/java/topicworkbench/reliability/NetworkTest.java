package topicworkbench.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunState;
import topicworkbench.run.local.SmallReviews;
import topicworkbench.workspace.Workspace;

/**
 * A run and its exports open no connection: the system is asked again and again for the sockets of the program at work. That
 * no other code of ours could is a rule of the house.
 */
class NetworkTest {
    private static final List<String> PROTOCOLS = List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6");
    private static final int SOCKET_NUMBER = 9;
    private static final long PAUSE_MILLISECONDS = 2;

    @TempDir
    private Path folder;

    @BeforeEach
    void onLinuxOnly() {
        assumeTrue(Files.exists(Path.of("/proc/self/fd")), "skipped: only Linux tells the sockets of a program");
    }

    /** Those that the program had at any moment up to its end, or until it had one. */
    private static Set<String> connections(Process process, boolean first) throws InterruptedException {
        Set<String> found = new TreeSet<>();
        Path of = Path.of("/proc", Long.toString(process.pid()));
        while (process.isAlive() && !(first && !found.isEmpty())) {
            try (Stream<Path> files = Files.list(of.resolve("fd"))) {
                Set<String> sockets = new TreeSet<>();
                for (Path file : files.toList()) {
                    String target = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
                    if (target.startsWith("socket:")) {
                        sockets.add(target.replaceAll("\\D", ""));
                    }
                }
                for (String protocol : sockets.isEmpty() ? List.<String>of() : PROTOCOLS) {
                    Files.readAllLines(of.resolve("net").resolve(protocol)).stream().map(String::strip)
                            .filter(line -> sockets.contains(line.split("\\s+")[SOCKET_NUMBER])).forEach(found::add);
                }
            } catch (IOException gone) {
                // a file that was closed, or the program, in this moment
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        return found;
    }

    /** Whoever starts a program reads what it says, or it waits. */
    private static Process read(Process process) {
        Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(line -> { }));
        return process;
    }

    @Test
    void aRunAndItsExportsOpenNone() throws IOException, InterruptedException {
        String workspace = folder.resolve("workspace").toString();
        Process run = read(DoomedWork.start("run", workspace, "quiet", RunSpecJson.write(SmallReviews.run(folder, 400))));
        assertThat(connections(run, false)).isEmpty();
        assertThat(new Workspace(Path.of(workspace)).find("quiet").summary().state()).isEqualTo(RunState.DONE);
        Process export = read(DoomedWork.start("export", workspace, "quiet", folder.resolve("out").toString()));
        assertThat(connections(export, false)).isEmpty();
        assertThat(folder.resolve("out")).isNotEmptyDirectory();
    }

    @Test
    void oneThatIsOpenedIsSeen() throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Process process = read(DoomedWork.start("connect", Integer.toString(server.getLocalPort())));
            try {
                assertThat(connections(process, true)).isNotEmpty();
            } finally {
                process.destroyForcibly();
            }
        }
    }
}

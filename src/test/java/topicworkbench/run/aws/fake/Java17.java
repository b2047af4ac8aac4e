package topicworkbench.run.aws.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The Java that Spark runs on, where this computer has it in one of the usual places. */
final class Java17 {
    private static final String VERSION = "JAVA_VERSION=\"17.";

    private Java17() { }

    /** Its program {@code java}. */
    static Optional<Path> find() {
        Path home = Path.of(System.getProperty("user.home"));
        Stream<Path> told = Stream.of("JAVA17_HOME", "JAVA_17_HOME", "JAVA_HOME_17_X64", "JAVA_HOME").map(System::getenv)
                .filter(value -> value != null && !value.isBlank()).map(Path::of);
        Stream<Path> usual = Stream.of(Path.of("/usr/lib/jvm"), Path.of("/Library/Java/JavaVirtualMachines"), Path.of("/opt"),
                home.resolve(".sdkman/candidates/java"), home.resolve(".jdks")).flatMap(Java17::folders);
        return Stream.concat(told, usual).flatMap(jdk -> Stream.of(jdk, jdk.resolve("Contents/Home"))).filter(Java17::is17)
                .map(jdk -> jdk.resolve("bin/java")).filter(Files::isExecutable).findFirst();
    }

    private static Stream<Path> folders(Path of) {
        if (!Files.isDirectory(of)) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(of)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static boolean is17(Path jdk) {
        try {
            Path release = jdk.resolve("release");
            return Files.isRegularFile(release) && Files.readString(release).contains(VERSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

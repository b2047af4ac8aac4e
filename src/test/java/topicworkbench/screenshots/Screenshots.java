package topicworkbench.screenshots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import topicworkbench.Launcher;
import topicworkbench.benchmark.PipelineBenchmark;

/**
 * Makes everything in screenshots/ anew from the real window: {@code FOLDER PICTURES [JAR]}, with an empty folder to work in and the
 * folder for the pictures. The map of a million invented reviews is made only with the packaged jar, since it takes its ten minutes
 * and 2 GB. Where there is no display, xvfb-run is asked for one of 2600 x 1700 points.
 */
public final class Screenshots {
    private static final List<String> FLAGS = List.of("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
            "-Xmx2g");

    private Screenshots() { }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        String pictures = Files.createDirectories(Path.of(arguments[1])).toString();
        String rooms = folder.resolve("TopicWorkbench").toString(); // the window shows its name
        topics(rooms, "Sample, LDA, 8 topics", "--algorithm", "lda", "--topics", "8");
        for (String number : List.of("8", "10", "16")) {
            topics(rooms, "Sample, " + number + " topics", "--topics", number);
        }
        topics(rooms, "Sample, LDA", "--algorithm", "lda", "--topics", "12");
        topics(rooms, "Sample, NTM", "--topics", "12");
        onDisplay(RoomScreenshots.class, rooms, pictures);
        onDisplay(CloudScreenshots.class, rooms, pictures);
        onDisplay(AwsScreenshots.class, folder.resolve("aws").toString(), pictures);
        onDisplay(Film.class, folder.resolve("film").toString(), Path.of(pictures, "film.gif").toString());
        if (arguments.length > 2) {
            java(PipelineBenchmark.class, arguments[2], folder.resolve("million").toString(), "1000000");
            try (Stream<Path> made = Files.list(folder.resolve("million"))) {
                onDisplay(MapScreenshots.class, made.filter(Files::isDirectory).findFirst().orElseThrow().toString(), pictures);
            }
        }
    }

    private static void topics(String workspace, String name, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("run", "--sample", "--workspace", workspace, "--name", name));
        command.addAll(List.of(options));
        java(Launcher.class, command.toArray(String[]::new));
    }

    private static void onDisplay(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (System.getenv("DISPLAY") == null) {
            command.addAll(List.of("xvfb-run", "--auto-servernum", "--server-args=-screen 0 2600x1700x24"));
        }
        execute(command, program, arguments);
    }

    private static void java(Class<?> program, String... arguments) throws IOException, InterruptedException {
        execute(new ArrayList<>(), program, arguments);
    }

    private static void execute(List<String> command, Class<?> program, String... arguments) throws IOException, InterruptedException {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(program.getSimpleName() + " failed");
        }
    }
}

package topicworkbench.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import topicworkbench.chart.PictureOptions;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.CurationJournal;
import topicworkbench.export.file.ExportFormat;
import topicworkbench.export.file.ExportOptions;
import topicworkbench.export.file.RunExport;
import topicworkbench.run.local.DoomedProcess;
import topicworkbench.workspace.Workspace;

/** Programs that work until they are killed, and how they are killed at a random moment, as by {@code kill -9}. */
public final class DoomedWork {
    static final int TOPICS = 4;
    /** What comes out the same every time; slides and spreadsheets hold the time they were made. */
    static final Set<ExportFormat> FORMATS = EnumSet.of(ExportFormat.CSV, ExportFormat.PARQUET, ExportFormat.JSON, ExportFormat.SVG);

    private static final String BEGUN = "begun";

    private DoomedWork() { }

    /**
     * What became of a program.
     *
     * @param killed whether it was still at work
     * @param lines  what it had said, whole lines only
     * @param millis from its beginning, Java's own not counted, to its end
     */
    record Fate(boolean killed, List<String> lines, long millis) { }

    /** Arguments: {@code run} and those of {@link DoomedProcess}; {@code curate}, journal; or {@code export}, workspace, run, target. */
    public static void main(String[] arguments) throws InterruptedException {
        tell(BEGUN);
        switch (arguments[0]) {
            case "run" -> DoomedProcess.main(java.util.Arrays.copyOfRange(arguments, 1, arguments.length));
            case "connect" -> connect(Integer.parseInt(arguments[1]));
            case "curate" -> curate(Path.of(arguments[1]));
            default -> RunExport.write(new Workspace(Path.of(arguments[1])).find(arguments[2]), Path.of(arguments[3]), export(),
                    (what, done, total) -> { });
        }
        System.exit(0);
    }

    static ExportOptions export() {
        return new ExportOptions(FORMATS, PictureOptions.of(PictureOptions.Format.SVG), Optional.empty(), true);
    }

    /** Goes on where the journal ends; tells each decision when it is kept. */
    private static void curate(Path file) {
        CurationJournal journal = CurationJournal.of(file, TOPICS);
        for (int number = journal.decisions().size(); ; number++) {
            journal.decide(entry(number));
            tell(Integer.toString(number));
        }
    }

    /** What no other work does: holds a connection to this computer until it is killed. */
    private static void connect(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each changes something. */
    static CurationEntry entry(int number) {
        int topic = number % TOPICS;
        return switch (number % 5) {
            case 0 -> new CurationEntry.Name(topic, "label " + number + " of “many”");
            case 1 -> new CurationEntry.Describe(topic, "description " + number);
            case 2 -> new CurationEntry.Note(topic, "note " + number);
            case 3 -> new CurationEntry.Paint(topic, "#%06x".formatted(number));
            default -> new CurationEntry.Several("step " + number, List.of(new CurationEntry.Name(topic, "again " + number),
                    new CurationEntry.Describe((topic + 1) % TOPICS, "with it " + number)));
        };
    }

    private static void tell(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--add-modules",
                "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx512m", "-Dtw.threads=1",
                "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), DoomedWork.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /** @param moment milliseconds after its beginning; negative to let it end by itself */
    static Fate doom(long moment, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        Timer timer = new Timer(true);
        List<String> lines = new ArrayList<>();
        long begun = 0;
        try (BufferedReader output = process.inputReader()) {
            StringBuilder line = new StringBuilder();
            for (int c = output.read(); c >= 0; c = output.read()) {
                if (c != '\n') {
                    line.append((char) c);
                } else if (begun == 0 && line.toString().equals(BEGUN)) {
                    begun = System.nanoTime();
                    line.setLength(0);
                    if (moment >= 0) {
                        timer.schedule(new TimerTask() {
                            @Override
                            public void run() {
                                process.toHandle().destroyForcibly(); // which leaves what it said to be read
                            }
                        }, moment);
                    }
                } else {
                    lines.add(line.toString());
                    line.setLength(0);
                }
            }
            int code = process.waitFor();
            return new Fate(code != 0, lines, (System.nanoTime() - begun) / 1_000_000);
        } finally {
            timer.cancel();
            process.destroyForcibly();
        }
    }
}

package topicworkbench.run.aws.fake;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import topicworkbench.templates.PipelineExecutions.TaskFailure;

/**
 * Runs Glue's jobs as Glue does: the jar that is deployed, by the class that its script names, in a process of Java 17 with Spark.
 * In place of S3 it has a copy of the run's objects on the disk.
 */
final class RehearsedSpark {
    private static final Path JAR = Path.of("target/glue/topic-workbench-glue.jar");
    private static final Path SPARK = Path.of("target/glue/spark.jar");
    private static final Path SCRIPTS = Path.of("templates/glue");
    private static final Pattern CALL = Pattern.compile("(topicworkbench\\.glue\\.\\w+)\\.main\\(");
    private static final Pattern FAILURE = Pattern.compile("JobFailedException: (.*)");
    /** As seen in reports of failed jobs. */
    private static final String GLUE_SAYS = "Error Category: UNCLASSIFIED_ERROR; Exception in User Class: "
            + "topicworkbench.glue.SparkJob$JobFailedException : ";
    private static final long LONGEST_MINUTES = 5;
    /** Spark reaches into the JDK; short work is done sooner by the simpler compiler and collector. */
    private static final List<String> OPENED = List.of("lang", "lang.invoke", "io", "net", "nio", "util", "util.concurrent");

    private final RehearsedFiles files;
    private final Path folder;
    private final Path java;

    private RehearsedSpark(RehearsedFiles files, Path folder, Path java) {
        this.files = files;
        this.folder = folder;
        this.java = java;
    }

    /** Skips the test where there is no jar yet, or no Java 17. */
    static RehearsedSpark in(Path folder, RehearsedFiles files) {
        Assumptions.assumeTrue(Files.exists(JAR) && Files.exists(SPARK), "the Spark jobs are not packed: mvn verify does that before"
                + " it runs this test, mvn prepare-package -DskipTests does nothing else");
        return new RehearsedSpark(files, folder, Java17.find().orElseGet(() -> Assumptions.abort(
                "there is no JDK 17 for the Spark jobs: install one, or name its folder in JAVA17_HOME")));
    }

    /** @throws TaskFailure with the job run as Glue describes it */
    JsonObject run(JsonObject parameters) throws TaskFailure {
        JsonObject arguments = parameters.getAsJsonObject("Arguments");
        String job = parameters.get("JobName").getAsString();
        String output = arguments.get("--output").getAsString();
        String place = output.substring(0, output.lastIndexOf('/'));
        Path copy = folder.resolve(arguments.get("--run").getAsString());
        Map<String, Path> onDisk = new LinkedHashMap<>(Map.of(place, copy));
        try {
            files.fetch(place + "/", copy, _ -> true);
            String input = arguments.get("--input").getAsString();
            if (!input.startsWith(place)) { // a file that started the run
                Path raw = folder.resolve("raw of " + copy.getFileName());
                files.fetch(input, raw, _ -> true);
                onDisk.put(input.substring(0, input.lastIndexOf('/')), raw);
            }
            List<String> command = command(job);
            arguments.entrySet().forEach(argument ->
                    command.addAll(List.of(argument.getKey(), onDisk(argument.getValue().getAsString(), onDisk))));
            run(job, command, text -> inS3(text, onDisk));
            Path counts = copy.resolve("ingest.json");
            Files.writeString(counts, inS3(Files.readString(counts), onDisk));
            files.send(copy, place);
            return Json.of("JobName", job, "JobRunState", "SUCCEEDED");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String job) throws IOException {
        List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1500m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        OPENED.forEach(part -> command.addAll(List.of("--add-opens", "java.base/java." + part + "=ALL-UNNAMED")));
        command.addAll(List.of("--add-opens", "java.base/sun.nio.ch=ALL-UNNAMED", "--add-opens", "java.base/sun.util.calendar=ALL-UNNAMED",
                "-Dspark.master=local[2]", "-Dspark.ui.enabled=false", "-Dspark.driver.bindAddress=127.0.0.1",
                "-Dspark.driver.host=127.0.0.1",
                "-Dspark.sql.shuffle.partitions=2", "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-cp", JAR.toAbsolutePath() + ":" + SPARK.toAbsolutePath(), mainClass(job)));
        // Glue's own arguments stand among ours
        command.addAll(List.of("--JOB_ID", "j_1", "--TempDir", "s3://tools/tmp"));
        return command;
    }

    private static String onDisk(String value, Map<String, Path> places) {
        return places.entrySet().stream().filter(place -> value.startsWith(place.getKey() + "/")).findFirst()
                .map(place -> "file:" + place.getValue().toAbsolutePath() + value.substring(place.getKey().length())).orElse(value);
    }

    /** What a job tells of files, as it would tell it there. */
    private static String inS3(String text, Map<String, Path> places) {
        String told = text;
        for (Map.Entry<String, Path> place : places.entrySet()) {
            told = told.replace("file:" + place.getValue().toAbsolutePath(), place.getKey());
        }
        return told;
    }

    private static String mainClass(String job) throws IOException {
        String script = Files.readString(SCRIPTS.resolve(job.substring(job.lastIndexOf('-') + 1) + ".scala"));
        Matcher call = CALL.matcher(script);
        if (!call.find()) {
            throw new IOException("the script of " + job + " calls no job: " + script);
        }
        return call.group(1);
    }

    private void run(String job, List<String> command, UnaryOperator<String> inS3) throws IOException, TaskFailure {
        Path log = folder.resolve(job + ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new TaskFailure("States.Timeout", job + " took too long");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            process.destroy();
        }
        if (process.exitValue() != 0) {
            Matcher failure = FAILURE.matcher(Files.readString(log));
            String message = failure.find() ? failure.group(1) : "exit code " + process.exitValue();
            throw new TaskFailure("States.TaskFailed", Json.of("JobName", job, "JobRunState", "FAILED", "ErrorMessage", GLUE_SAYS
                    + inS3.apply(message)).toString());
        }
    }
}

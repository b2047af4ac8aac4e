package topicworkbench.job;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import topicworkbench.failure.ExplainedException;

/**
 * Where SageMaker lays out a processing job inside its container.
 *
 * @param root        {@code /opt/ml} in the container
 * @param environment what the job was told beside its inputs
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/build-your-own-processing-container.html">Build your own
 * processing container</a>
 */
record JobFolders(Path root, Map<String, String> environment) {
    /** Bytes of the message that the service hands on; it cuts off more. */
    private static final int LONGEST_MESSAGE = 1024;

    /** Which of a job's instances this is. @param number from 0 */
    record Instance(int number, int count) { }

    /** What the job was given under a name. */
    Path input(String name) {
        return root.resolve("processing/input").resolve(name);
    }

    /** Where the job leaves what goes to S3 under a name; made if it is not there. */
    Path output(String name) throws IOException {
        return Files.createDirectories(root.resolve("processing/output").resolve(name));
    }

    /** Files of an input whose names end so, by name; those in folders below as well. */
    List<Path> inputs(String name, String suffix) throws IOException {
        if (!Files.isDirectory(input(name))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(input(name))) {
            return files.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().endsWith(suffix))
                    .sorted().toList();
        }
    }

    /** Something the job must be told. */
    String told(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new ExplainedException("The job was not told " + name + ".",
                    "Deploy the stacks and the image of the same version.");
        }
        return value;
    }

    /** The specification that the job was given. */
    Path spec() {
        return input("spec").resolve("spec.json");
    }

    /** The part of resourceconfig.json that is read. */
    private record ResourceConfig(@SerializedName("current_host") String currentHost, String[] hosts) { }

    /** The only one where nothing is said of others. */
    Instance instance() throws IOException {
        Path file = root.resolve("config/resourceconfig.json");
        if (!Files.exists(file)) {
            return new Instance(0, 1);
        }
        try {
            ResourceConfig config = new Gson().fromJson(Files.readString(file), ResourceConfig.class);
            String[] hosts = config.hosts().clone();
            Arrays.sort(hosts);
            int number = Arrays.asList(hosts).indexOf(config.currentHost());
            if (number >= 0) {
                return new Instance(number, hosts.length);
            }
        } catch (JsonParseException | NullPointerException e) {
            throw notUnderstood(file, e);
        }
        throw notUnderstood(file, null);
    }

    private static ExplainedException notUnderstood(Path file, Exception cause) {
        return new ExplainedException("The file " + file + " does not say which of the instances this is.",
                "Start the processing job again; this file is SageMaker's own.", cause);
    }

    /** Leaves word for whoever asks what became of the job: its {@code ExitMessage}. */
    void say(String message) throws IOException {
        Path file = root.resolve("output/message");
        Files.createDirectories(file.getParent());
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(bytes.length, LONGEST_MESSAGE);
        while (length < bytes.length && (bytes[length] & 0xC0) == 0x80) {
            length--; // not within a character
        }
        Files.write(file, Arrays.copyOf(bytes, length));
    }
}

package topicworkbench.run.aws.platform;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.core.sync.RequestBody;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.aws.sdk.AwsClients;

/**
 * Brings a release into the tools bucket. What is there is not brought again: its key holds the hash of the whole release, and
 * S3 shows an object only when it is complete.
 */
final class ToolsUpload {
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final double TOLD_EVERY = 0.02;

    private final AwsClients aws;
    private final String bucket;
    private final Consumer<Event> listener;

    ToolsUpload(AwsClients aws, String bucket, Consumer<Event> listener) {
        this.aws = aws;
        this.bucket = bucket;
        this.listener = listener;
    }

    /** @param imageToo whether the archive is needed, since the image is not there */
    void bring(Release release, boolean imageToo) {
        try {
            for (ReleaseFile file : release.files()) {
                if (isMissing(release.folder() + file.name())) {
                    Path copy = Files.createTempFile("topic-workbench", null);
                    try (InputStream in = file.source().open()) {
                        Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        put(release.folder() + file.name(), copy);
                    } finally {
                        Files.delete(copy);
                    }
                }
            }
            if (imageToo && isMissing(release.imageKey())) {
                Path archive = Files.createTempFile("topic-workbench", ".zip");
                try {
                    release.image().writeTo(archive);
                    put(release.imageKey(), archive);
                } finally {
                    Files.delete(archive);
                }
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What {@link #bring} would upload, by name. */
    static List<String> missing(AwsClients aws, String bucket, Release release, boolean imageToo) {
        ToolsUpload upload = new ToolsUpload(aws, bucket, event -> { });
        List<String> names = new ArrayList<>(release.files().stream().map(ReleaseFile::name).toList());
        if (imageToo) {
            names.add(ImageArchive.NAME);
        }
        return names.stream().filter(name -> upload.isMissing(release.folder() + name)).toList();
    }

    private boolean isMissing(String key) {
        return aws.find("look for " + key, () -> aws.s3().headObject(request -> request.bucket(bucket).key(key))).isEmpty();
    }

    private void put(String key, Path file) throws IOException {
        long size = Files.size(file);
        String name = key.substring(key.lastIndexOf('/') + 1);
        RequestBody body = RequestBody.fromContentProvider(() -> new Counting(open(file), size, name), size, "application/octet-stream");
        aws.ask("upload " + name, () -> aws.s3().putObject(request -> request.bucket(bucket).key(key)
                .overrideConfiguration(override -> override.apiCallTimeout(LONGEST).apiCallAttemptTimeout(LONGEST)), body));
        tell(name, 1);
    }

    private static InputStream open(Path file) {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String name, double fraction) {
        listener.accept(new Event.Step(Instant.now(), "Uploading " + name, fraction));
    }

    static ExplainedException unreadable(IOException e) {
        return new ExplainedException("The program's own files could not be packed: " + e.getMessage() + ".",
                "Free some space in the temporary folder, or install the program again.", e);
    }

    /** Tells how far its reader has come. */
    private final class Counting extends FilterInputStream {
        private final long size;
        private final String name;
        private long read;
        private double told;

        Counting(InputStream in, long size, String name) {
            super(in);
            this.size = size;
            this.name = name;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = super.read(buffer, offset, length);
            count(Math.max(0, got));
            return got;
        }

        @Override
        public boolean markSupported() {
            return false; // the client opens it anew instead
        }

        private void count(int bytes) {
            read += bytes;
            double fraction = size == 0 ? 1 : (double) read / size;
            if (fraction - told >= TOLD_EVERY && fraction < 1) {
                told = fraction;
                tell(name, fraction);
            }
        }
    }
}

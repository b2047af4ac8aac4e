package topicworkbench.run.aws.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;

/**
 * Brings an object here: what came before a cut is kept beside the target and gone on from; the target appears whole, after
 * its checksum was compared.
 */
public final class Download {
    private static final String PARTIAL = ".fetching";
    private static final int FRUITLESS_TRIES = 4;

    private final RunBucket bucket;
    private final String key;
    private final HeadObjectResponse object;
    private final Path target;
    private final Path partial;
    private final ProgressListener listener;

    private Download(RunBucket bucket, String key, HeadObjectResponse object, Path target, ProgressListener listener) {
        this.bucket = bucket;
        this.key = key;
        this.object = object;
        this.target = target;
        // another version of the object has another tag, and is not gone on with
        this.partial = target.resolveSibling(target.getFileName() + "." + object.eTag().replaceAll("[^0-9A-Za-z]", "") + PARTIAL);
        this.listener = listener;
    }

    /**
     * Does nothing if the target has the object's content already.
     *
     * @param mostBytes what is larger is refused
     * @param listener  hears bytes; may cancel, which keeps what has come
     * @return false if there is no such object
     */
    public static boolean fetch(RunBucket bucket, String key, Path target, long mostBytes, ProgressListener listener) {
        Optional<HeadObjectResponse> object = bucket.head(key);
        if (object.isEmpty()) {
            return false;
        }
        if (object.get().contentLength() > mostBytes) {
            throw new ExplainedException("The file " + key + " in " + bucket.name() + " is larger than any that a run leaves.",
                    "Look who else writes to this bucket.");
        }
        try {
            new Download(bucket, key, object.get(), target, listener).fetch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return true;
    }

    private void fetch() throws IOException {
        long size = object.contentLength();
        if (Files.exists(target) && ContentCheck.agrees(target, object)) {
            listener.progress(size, size);
            return;
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        for (boolean again : new boolean[] {true, false}) {
            bring(size);
            if (ContentCheck.agrees(partial, object)) {
                force(partial);
                Files.move(partial, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
                return;
            }
            Files.delete(partial); // what was kept of an earlier try may have been damaged: once more from the beginning
            if (!again) {
                throw new ExplainedException("The file " + key + " came damaged from " + bucket.name() + " twice.",
                        "Check this computer's disk and connection, then resume the run.");
            }
        }
    }

    private static void force(Path file) throws IOException {
        try (java.nio.channels.FileChannel channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private void bring(long size) throws IOException {
        int fruitless = 0;
        if (!Files.exists(partial)) {
            Files.createFile(partial);
        }
        while (Files.size(partial) < size) {
            long before = Files.size(partial);
            try {
                read(before, size);
            } catch (IOException | SdkException cut) {
                fruitless = Files.size(partial) > before ? 0 : fruitless + 1;
                if (fruitless == FRUITLESS_TRIES) {
                    if (cut instanceof SdkException failure) {
                        bucket.aws().ask("fetch " + key, () -> {
                            throw failure;
                        });
                    }
                    throw (IOException) cut;
                }
            }
        }
    }

    private void read(long from, long size) throws IOException {
        ResponseInputStream<GetObjectResponse> response = bucket.aws().ask("fetch " + key, () -> bucket.aws().s3().getObject(request ->
                request.bucket(bucket.name()).key(key).ifMatch(object.eTag()).range("bytes=" + from + "-")));
        boolean whole = false;
        try (InputStream in = response; OutputStream out = Files.newOutputStream(partial, StandardOpenOption.APPEND)) {
            byte[] buffer = new byte[1 << 16];
            long at = from;
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                at += length;
                listener.progress(at, size);
            }
            whole = at == size;
        } finally {
            if (!whole) {
                response.abort(); // or closing would read the rest
            }
        }
        if (!whole) {
            throw new IOException("the connection ended early");
        }
    }
}

package topicworkbench.run.aws.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.aws.sdk.UnfinishedUploads;

/**
 * Sends a file to S3 in parts, a few at a time, each with its checksum. After a cut, parts and files that are there with the
 * same checksum are not sent again.
 */
public final class Upload {
    private static final int LEAST_PART = 8 << 20; // S3 takes no smaller ones than 5 MB, but for the last
    private static final int MOST_PARTS = 9_000; // S3 takes 10,000
    private static final int AT_ONCE = 4;

    private final RunBucket bucket;
    private final Path file;
    private final String key;
    private final long size;
    private final long part;
    private final ProgressListener listener;
    private final AtomicLong done = new AtomicLong();

    private Upload(RunBucket bucket, Path file, String key, ProgressListener listener) throws IOException {
        this.bucket = bucket;
        this.file = file;
        this.key = key;
        this.size = Files.size(file);
        this.part = Math.max(LEAST_PART, (size / MOST_PARTS >> 20) + 1 << 20);
        this.listener = listener;
    }

    /**
     * Returns when the object is there and has the file's content.
     *
     * @param listener hears bytes, on several threads; may cancel, which takes away what was sent of an unfinished file
     */
    public static void send(RunBucket bucket, Path file, String key, ProgressListener listener) {
        try {
            new Upload(bucket, file, key, listener).send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send() throws IOException {
        listener.progress(0, size);
        String sha256 = ContentCheck.sha256(file);
        boolean there = bucket.head(key).filter(head -> head.contentLength() == size
                && sha256.equals(head.metadata().get(ContentCheck.SHA256))).isPresent();
        if (!there && size <= part) {
            bucket.aws().ask("upload " + file.getFileName(), () -> bucket.aws().s3().putObject(request -> request
                    .bucket(bucket.name()).key(key).metadata(Map.of(ContentCheck.SHA256, sha256)), RequestBody.fromFile(file)));
        } else if (!there) {
            sendParts(sha256);
        }
        listener.progress(size, size);
    }

    private void sendParts(String sha256) throws IOException {
        String id = UnfinishedUploads.find(bucket.aws(), bucket.name(), key).stream().filter(upload -> upload.key().equals(key))
                .max(Comparator.comparing(MultipartUpload::initiated)).map(MultipartUpload::uploadId).orElseGet(() -> begin(sha256));
        Map<Integer, Part> there = partsOf(id);
        List<CompletedPart> parts = new ArrayList<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().name("upload-", 1).factory());
                FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            List<Future<CompletedPart>> sent = new ArrayList<>();
            for (int number = 1; (number - 1) * part < size; number++) {
                int one = number;
                sent.add(workers.submit((Callable<CompletedPart>) () -> sendPart(id, one, channel, there.get(one))));
            }
            for (Future<CompletedPart> one : sent) {
                try {
                    parts.add(one.get());
                } catch (ExecutionException e) {
                    workers.shutdownNow();
                    throw rethrown(e.getCause());
                } catch (InterruptedException e) {
                    workers.shutdownNow();
                    Thread.currentThread().interrupt();
                    throw new java.util.concurrent.CancellationException("interrupted");
                }
            }
        }
        bucket.aws().ask("complete the upload of " + file.getFileName(), () -> bucket.aws().s3().completeMultipartUpload(request -> request
                .bucket(bucket.name()).key(key).uploadId(id).multipartUpload(all -> all.parts(parts))));
    }

    private static RuntimeException rethrown(Throwable cause) throws IOException {
        if (cause instanceof IOException io) {
            throw io;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    private String begin(String sha256) {
        return bucket.aws().ask("begin the upload of " + file.getFileName(), () -> bucket.aws().s3().createMultipartUpload(request ->
                request.bucket(bucket.name()).key(key).checksumAlgorithm(ChecksumAlgorithm.SHA256)
                        .metadata(Map.of(ContentCheck.SHA256, sha256)))).uploadId();
    }

    private Map<Integer, Part> partsOf(String id) {
        Map<Integer, Part> parts = new HashMap<>();
        bucket.aws().ask("list the parts of " + key, () -> bucket.aws().s3().listPartsPaginator(request -> request
                .bucket(bucket.name()).key(key).uploadId(id)).parts().stream().toList()).forEach(one -> parts.put(one.partNumber(), one));
        return parts;
    }

    private CompletedPart sendPart(String id, int number, FileChannel channel, Part there) throws IOException {
        byte[] bytes = read(channel, (number - 1) * part);
        String checksum = ContentCheck.sha256(bytes, bytes.length);
        listener.progress(done.get(), size);
        String tag = Optional.ofNullable(there).filter(one -> ContentCheck.agrees(bytes, checksum, one))
                .map(Part::eTag).orElseGet(() -> bucket.aws().ask("upload " + file.getFileName(), () -> bucket.aws().s3()
                        .uploadPart(request -> request.bucket(bucket.name()).key(key).uploadId(id).partNumber(number)
                                .checksumAlgorithm(ChecksumAlgorithm.SHA256).checksumSHA256(checksum), RequestBody.fromBytes(bytes)))
                        .eTag());
        listener.progress(done.addAndGet(bytes.length), size);
        return CompletedPart.builder().partNumber(number).eTag(tag).checksumSHA256(checksum).build();
    }

    private byte[] read(FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(part, size - from));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException(file + " became shorter while it was read");
            }
        }
        return bytes.array();
    }
}

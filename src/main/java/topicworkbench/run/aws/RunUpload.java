package topicworkbench.run.aws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topicworkbench.corpus.ReviewFiles;
import topicworkbench.math.ProgressListener;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.aws.sdk.UnfinishedUploads;
import topicworkbench.run.aws.transfer.RemoteCopy;
import topicworkbench.run.aws.transfer.RunBucket;
import topicworkbench.run.aws.transfer.Upload;

/** Brings reviews, word vectors and specification to where the cloud's jobs read them. */
final class RunUpload {
    private static final String RAW = "/raw/";
    private static final String EMBEDDINGS = "/embeddings/";
    /** With three bytes a character a key has room for it. */
    private static final int LONGEST_NAME = 255;

    private final RunBucket bucket;
    private final String prefix;
    private final RunSpec spec;
    private final List<Piece> pieces = new ArrayList<>();
    private long total;
    private long before;

    /** One file. @param send tells the bytes that are there */
    private record Piece(long bytes, Sending send) { }

    /** How it gets there. */
    private interface Sending {
        void send(ProgressListener listener);
    }

    RunUpload(RunBucket bucket, String prefix, RunSpec spec) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.spec = spec;
        for (String path : spec.source().paths()) {
            if (path.startsWith(RunSpecs.S3)) {
                RemoteCopy.find(bucket, path).forEach(source -> add(source.bytes(), key(source.name()), (key, listener) ->
                        RemoteCopy.copy(source, bucket, key, listener)));
            } else {
                ReviewFiles.find(List.of(path)).forEach(file -> addFile(file, key(file.getFileName().toString())));
            }
        }
        if (spec.embeddings() != null) {
            Path file = Path.of(spec.embeddings());
            addFile(file, prefix + EMBEDDINGS + file.getFileName());
        }
    }

    /**
     * In numbered folders, so that files are read in the order in which they were named, and under their own names, which the
     * reviews keep; but for what Hadoop's paths cannot have.
     */
    private String key(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\:]", "_");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME)); // endings tell the kind of file
        return prefix + RAW + String.format(Locale.ROOT, "%05d/", pieces.size() + 1) + end;
    }

    private void addFile(Path file, String key) {
        try {
            add(Files.size(file), key, (target, listener) -> Upload.send(bucket, file, target, listener));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Brings something to a key. */
    private interface To {
        void send(String key, ProgressListener listener);
    }

    private void add(long bytes, String key, To to) {
        total += bytes;
        pieces.add(new Piece(bytes, listener -> to.send(key, listener)));
    }

    int files() {
        return pieces.size();
    }

    long bytes() {
        return total;
    }

    /** Can be repeated after any failure: what is there is not sent again. @param listener hears bytes; may cancel */
    void send(String name, ProgressListener listener) {
        before = 0;
        for (Piece piece : pieces) {
            long start = before;
            piece.send().send((done, _) -> listener.progress(start + done, total));
            before += piece.bytes();
        }
        if (spec.embeddings() == null) { // a job is not given a folder that is not there
            bucket.write(prefix + EMBEDDINGS + "none.json", "{}\n");
        }
        bucket.write(prefix + "/name.json", new com.google.gson.Gson().toJson(name) + "\n");
        bucket.write(prefix + "/spec.json", RunSpecJson.write(spec));
    }

    /** Takes away what was sent of unfinished files. */
    static void abandon(RunBucket bucket, String prefix) {
        UnfinishedUploads.abandon(bucket.aws(), bucket.name(), prefix + "/");
    }
}

package topicworkbench.run.aws.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import topicworkbench.templates.PipelineExecutions.TaskFailure;

/** Objects of S3 as the services bring them to their jobs' disks and take them from there. */
record RehearsedFiles(S3Client s3) {
    private static final String SCHEME = "s3://";

    /** A place in S3. @param key or what keys begin with */
    private record Place(String bucket, String key) {
        static Place of(String uri) {
            int slash = uri.indexOf('/', SCHEME.length());
            return new Place(uri.substring(SCHEME.length(), slash), uri.substring(slash + 1));
        }
    }

    /**
     * What a job of SageMaker is given of an {@code S3Prefix}: whatever begins so, also a file that lies beside the folder.
     *
     * @param wanted by the place of an object among all, as {@code ShardedByS3Key} deals them out
     * @throws TaskFailure as the service fails where there is nothing
     */
    void fetch(String uri, Path folder, IntPredicate wanted) throws TaskFailure {
        List<String> keys = keys(uri);
        if (keys.isEmpty()) {
            throw new TaskFailure("States.TaskFailed", Json.of("FailureReason", "ClientError: No S3 objects found under the prefix "
                    + uri).toString());
        }
        String prefix = Place.of(uri).key();
        for (int i = 0; i < keys.size(); i++) {
            if (wanted.test(i)) {
                String rest = keys.get(i).substring(prefix.length());
                String name = rest.isEmpty() ? prefix.substring(prefix.lastIndexOf('/') + 1)
                        : rest.startsWith("/") || prefix.endsWith("/") ? rest.replaceFirst("^/", "")
                        : prefix.substring(prefix.lastIndexOf('/') + 1) + rest;
                fetchOne(keys.get(i), uri, folder.resolve(name));
            }
        }
    }

    private void fetchOne(String key, String uri, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, s3.getObjectAsBytes(request -> request.bucket(Place.of(uri).bucket()).key(key)).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whatever begins so, by what its name has beside that. */
    Map<String, byte[]> readAll(String uri) {
        Map<String, byte[]> all = new TreeMap<>();
        Place place = Place.of(uri);
        keys(uri).forEach(key -> all.put(key.substring(place.key().length()), s3.getObjectAsBytes(request -> request.bucket(place.bucket())
                .key(key)).asByteArray()));
        return all;
    }

    private List<String> keys(String uri) {
        Place place = Place.of(uri);
        return s3.listObjectsV2Paginator(request -> request.bucket(place.bucket()).prefix(place.key())).contents().stream()
                .map(S3Object::key).sorted().toList();
    }

    /** All below a folder, under the same names; but not Hadoop's checksums, which it has on disks only. */
    void send(Path folder, String uri) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file) && !file.getFileName().toString().endsWith(".crc")).toList()) {
                put(uri + "/" + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void put(String uri, byte[] bytes) {
        Place place = Place.of(uri);
        s3.putObject(request -> request.bucket(place.bucket()).key(place.key()), RequestBody.fromBytes(bytes));
    }

    boolean exists(String uri) {
        return keys(uri).contains(Place.of(uri).key());
    }

    /** @throws TaskFailure as Step Functions fails where there is none */
    String read(String uri) throws TaskFailure {
        Place place = Place.of(uri);
        try {
            return s3.getObjectAsBytes(request -> request.bucket(place.bucket()).key(place.key())).asUtf8String();
        } catch (NoSuchKeyException e) {
            throw new TaskFailure("S3.NoSuchKeyException", e.getMessage());
        }
    }
}

package topicworkbench.run.aws.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** S3 as far as a deployment uses it: versioned buckets whose objects are put, looked for, listed with all versions, and deleted. */
public final class FakeBuckets {
    private static final Pattern DELETED = Pattern.compile("<Key>(.*?)</Key><VersionId>(.*?)</VersionId>");
    private static final int PAGE = 1000;

    private final Map<String, List<Version>> buckets = new TreeMap<>();
    private final Map<String, List<String>> uploads = new TreeMap<>();
    private int next = 1;

    /** @param content null for a mark of deletion */
    private record Version(String key, String id, byte[] content) { }

    public void create(String bucket) {
        buckets.put(bucket, new ArrayList<>());
    }

    public void put(String bucket, String key, String text) {
        buckets.get(bucket).add(new Version(key, "v" + next++, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Begins one in parts that nobody completes. */
    public void begin(String bucket, String key) {
        uploads.computeIfAbsent(bucket, _ -> new ArrayList<>()).add(key);
    }

    /** Keys of uploads that were begun and neither completed nor abandoned. */
    public List<String> unfinished(String bucket) {
        return List.copyOf(uploads.getOrDefault(bucket, List.of()));
    }

    /** As a delete without a version does it. */
    public void mark(String bucket, String key) {
        buckets.get(bucket).add(new Version(key, "v" + next++, null));
    }

    boolean isEmpty(String bucket) {
        return buckets.getOrDefault(bucket, List.of()).isEmpty();
    }

    void remove(String bucket) {
        buckets.remove(bucket);
    }

    public List<String> names() {
        return List.copyOf(buckets.keySet());
    }

    /** Keys of whatever is there, each once. */
    public List<String> keys(String bucket) {
        return buckets.getOrDefault(bucket, List.of()).stream().map(Version::key).distinct().sorted().toList();
    }

    public Optional<byte[]> read(String bucket, String key) {
        return buckets.getOrDefault(bucket, List.of()).stream().filter(version -> version.key().equals(key))
                .reduce((_, last) -> last).map(Version::content);
    }

    /** As IAM calls it. */
    String operation(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return "s3:" + switch (exchange.getRequestMethod()) {
            case "PUT" -> "PutObject";
            case "HEAD" -> "GetObject";
            case "POST" -> "DeleteObjectVersion";
            case "DELETE" -> "AbortMultipartUpload";
            default -> query.contains("versions") ? "ListBucketVersions" : query.contains("uploads") ? "ListBucketMultipartUploads"
                    : "GetObject";
        };
    }

    void handle(HttpExchange exchange, byte[] body) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(1).split("/", 2);
        String bucket = path[0];
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        if (!buckets.containsKey(bucket)) {
            FakeAws.send(exchange, 404, "application/xml", exchange.getRequestMethod().equals("HEAD") ? ""
                    : "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message></Error>");
        } else if (path.length == 2 && !path[1].isEmpty()) {
            object(exchange, bucket, path[1], body);
        } else if (query.contains("uploads")) {
            FakeAws.send(exchange, 200, "application/xml", uploads(bucket, query));
        } else if (exchange.getRequestMethod().equals("POST")) {
            Matcher matcher = DELETED.matcher(new String(body, StandardCharsets.UTF_8));
            while (matcher.find()) {
                String key = matcher.group(1);
                String id = matcher.group(2);
                buckets.get(bucket).removeIf(version -> version.key().equals(key) && version.id().equals(id));
            }
            FakeAws.send(exchange, 200, "application/xml", "<DeleteResult></DeleteResult>");
        } else {
            FakeAws.send(exchange, 200, "application/xml", versions(bucket));
        }
    }

    private void object(HttpExchange exchange, String bucket, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                boolean chunked = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding")).contains("aws-chunked");
                buckets.get(bucket).add(new Version(key, "v" + next++, chunked ? unchunked(body) : body));
                exchange.getResponseHeaders().set("ETag", "\"fake\"");
                FakeAws.send(exchange, 200, "application/xml", "");
            }
            case "HEAD" -> {
                Optional<byte[]> found = read(bucket, key);
                found.ifPresent(content -> exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length)));
                FakeAws.send(exchange, found.isPresent() ? 200 : 404, "application/xml", "");
            }
            case "DELETE" -> {
                uploads.getOrDefault(bucket, List.of()).remove(key);
                FakeAws.send(exchange, 204, "application/xml", "");
            }
            default -> FakeAws.send(exchange, 501, "application/xml", "<Error><Code>NotImplemented</Code></Error>");
        }
    }

    /** Two at a time, so that whoever wants all must turn the page. */
    private String uploads(String bucket, String query) {
        Matcher marker = Pattern.compile("key-marker=([^&]*)").matcher(query);
        String after = marker.find() ? marker.group(1) : "";
        List<String> left = unfinished(bucket).stream().sorted().filter(key -> key.compareTo(after) > 0).toList();
        List<String> page = left.subList(0, Math.min(2, left.size()));
        return "<ListMultipartUploadsResult><IsTruncated>" + (page.size() < left.size()) + "</IsTruncated>"
                + (page.size() < left.size() ? "<NextKeyMarker>" + page.getLast() + "</NextKeyMarker>"
                + "<NextUploadIdMarker>u</NextUploadIdMarker>" : "")
                + page.stream().map(key -> "<Upload><Key>" + key + "</Key><UploadId>u</UploadId></Upload>").collect(Collectors.joining())
                + "</ListMultipartUploadsResult>";
    }

    private String versions(String bucket) {
        return "<ListVersionsResult><Name>" + bucket + "</Name><IsTruncated>false</IsTruncated>"
                + buckets.get(bucket).stream().sorted(Comparator.comparing(Version::key)).limit(PAGE)
                .map(version -> version.content() == null
                        ? "<DeleteMarker><Key>" + version.key() + "</Key><VersionId>" + version.id() + "</VersionId></DeleteMarker>"
                        : "<Version><Key>" + version.key() + "</Key><VersionId>" + version.id() + "</VersionId><Size>"
                        + version.content().length + "</Size></Version>").collect(Collectors.joining())
                + "</ListVersionsResult>";
    }

    /** What the SDK sends where it checks what it sends: lengths in hexadecimal, chunks, and a trailer. */
    private static byte[] unchunked(byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (at < body.length) {
            int end = at;
            while (body[end] != '\r') {
                end++;
            }
            int length = Integer.parseInt(new String(body, at, end - at, StandardCharsets.US_ASCII).split(";")[0], 16);
            if (length == 0) {
                break;
            }
            content.writeBytes(Arrays.copyOfRange(body, end + 2, end + 2 + length));
            at = end + 2 + length + 2;
        }
        return content.toByteArray();
    }
}

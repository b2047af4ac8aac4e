package topicworkbench.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to AWS by its Signature Version 4, since the SDK lives in the cloud's adapter only and a function that
 * makes three kinds of call starts sooner without it.
 *
 * @param sessionToken of temporary credentials, or null
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create a signed
 * AWS API request</a>
 */
record AwsSignature(String accessKeyId, String secretAccessKey, String sessionToken, String region) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DATE_LENGTH = "yyyyMMdd".length();

    /**
     * The headers with which to send a request: those given, and what the signature adds.
     *
     * @param uri its path of unreserved characters or, in S3, encoded once
     */
    Map<String, String> headers(String service, String method, URI uri, Map<String, String> given, byte[] body, Instant now) {
        String time = TIME.format(now);
        Map<String, String> headers = new TreeMap<>();
        given.forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        headers.put("x-amz-date", time);
        if (sessionToken != null) {
            headers.put("x-amz-security-token", sessionToken);
        }
        Map<String, String> signed = new TreeMap<>(headers);
        signed.put("host", uri.getRawAuthority()); // which the client adds itself
        String names = String.join(";", signed.keySet());
        String request = String.join("\n", method, uri.getRawPath(), query(uri.getRawQuery()), signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip() + "\n").collect(Collectors.joining()), names,
                sha256(body));
        String scope = time.substring(0, DATE_LENGTH) + "/" + region + "/" + service + "/aws4_request";
        String signature = HexFormat.of().formatHex(hmac(key(time.substring(0, DATE_LENGTH), service),
                String.join("\n", ALGORITHM, time, scope, sha256(request.getBytes(StandardCharsets.UTF_8)))));
        headers.put("authorization", ALGORITHM + " Credential=" + accessKeyId + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + signature);
        return headers;
    }

    /** In hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String query(String raw) {
        return raw == null ? "" : Arrays.stream(raw.split("&")).map(part -> part.contains("=") ? part : part + "=").sorted()
                .collect(Collectors.joining("&"));
    }

    private byte[] key(String date, String service) {
        byte[] key = ("AWS4" + secretAccessKey).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {date, region, service, "aws4_request"}) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "AwsSignature[" + accessKeyId + ", " + region + "]";
    }
}

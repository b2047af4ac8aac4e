package topicworkbench.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Against signatures that AWS published.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Examples of S3's</a>; the others
 * are get-vanilla and post-vanilla of AWS's test suite for Signature Version 4
 */
class AwsSignatureTest {
    private static final byte[] NOTHING = { };
    private static final Instant S3_TIME = Instant.parse("2013-05-24T00:00:00Z");
    private static final Instant SUITE_TIME = Instant.parse("2015-08-30T12:36:00Z");
    private final AwsSignature s3 = new AwsSignature("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", null,
            "us-east-1");
    private final AwsSignature suite = new AwsSignature("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null, "us-east-1");

    @Test
    void signsAsS3sExamplesDo() {
        assertThat(s3("GET", "/test.txt", Map.of("Range", "bytes=0-9"), NOTHING)).endsWith(
                "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + " Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        assertThat(s3("PUT", "/test%24file.text", Map.of("Date", "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class",
                "REDUCED_REDUNDANCY"), "Welcome to Amazon S3.".getBytes(StandardCharsets.UTF_8)))
                .endsWith("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
        assertThat(s3("GET", "/?lifecycle", Map.of(), NOTHING))
                .endsWith("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
        assertThat(s3("GET", "/?max-keys=2&prefix=J", Map.of(), NOTHING))
                .endsWith("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void signsAsTheTestSuiteDoes() {
        assertThat(suite("GET", suite)).isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
        assertThat(suite("POST", suite)).endsWith("5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    @Test
    void signsTheTokenOfTemporaryCredentialsAndTellsNoSecret() {
        AwsSignature temporary = new AwsSignature("AKIDEXAMPLE", "secret", "token", "us-east-1");
        assertThat(suite("GET", temporary)).contains("SignedHeaders=host;x-amz-date;x-amz-security-token,");
        assertThat(temporary.toString()).doesNotContain("secret").doesNotContain("token");
    }

    private String s3(String method, String path, Map<String, String> headers, byte[] body) {
        Map<String, String> given = new java.util.HashMap<>(headers);
        given.put("x-amz-content-sha256", AwsSignature.sha256(body));
        return s3.headers("s3", method, URI.create("https://examplebucket.s3.amazonaws.com" + path), given, body, S3_TIME)
                .get("authorization");
    }

    private static String suite(String method, AwsSignature signature) {
        return signature.headers("service", method, URI.create("https://example.amazonaws.com/"), Map.of(), NOTHING, SUITE_TIME)
                .get("authorization");
    }
}

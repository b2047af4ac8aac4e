package topicworkbench.run.aws.sdk;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.run.aws.fake.FakeAccount;
import topicworkbench.run.aws.sdk.AwsException.Kind;

/** What goes wrong between here and AWS is told in words, with the command that mends it. */
class AwsFailuresTest {
    private static final WireMockServer SERVER = new WireMockServer(wireMockConfig().dynamicPort());
    private static AwsClients clients;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        SERVER.start();
        clients = FakeAccount.clients(URI.create(SERVER.baseUrl()), URI.create(SERVER.baseUrl()));
    }

    @AfterAll
    static void stop() {
        clients.close();
        SERVER.stop();
    }

    @AfterEach
    void forget() {
        SERVER.resetAll();
    }

    @ParameterizedTest
    @CsvSource({"400, ExpiredTokenException, SIGN_IN", "400, UnrecognizedClientException, SIGN_IN",
        "400, AccessDeniedException, DENIED", "403, Whatever, DENIED", "400, ThrottlingException, THROTTLED",
        "429, TooManyRequestsException, THROTTLED", "400, StateMachineDoesNotExist, MISSING",
        "400, ResourceLimitExceeded, LIMIT", "400, ExecutionAlreadyExists, EXISTS", "400, ValidationException, REFUSED",
        "500, InternalFailure, UNAVAILABLE", "503, ServiceUnavailable, UNAVAILABLE"})
    void tellsWhatAServiceMeans(int status, String code, Kind kind) {
        answer(aResponse().withStatus(status).withBody("{\"__type\":\"" + code + "\",\"message\":\"because\"}"));
        AwsException failure = failure(clients);
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure).hasMessageNotContaining("__type");
        assertThat(failure.remedy()).isNotBlank();
    }

    @Test
    void triesAgainWhatPassesAndSucceeds() {
        SERVER.stubFor(any(anyUrl()).inScenario("busy").whenScenarioStateIs("Started").willSetStateTo("free")
                .willReturn(aResponse().withStatus(400).withBody("{\"__type\":\"ThrottlingException\"}")));
        SERVER.stubFor(any(anyUrl()).inScenario("busy").whenScenarioStateIs("free")
                .willReturn(aResponse().withStatus(200).withBody("{\"stateMachines\":[]}")));
        assertThat(clients.ask("list state machines", () -> clients.stepFunctions().listStateMachines(_ -> { }))
                .stateMachines()).isEmpty();
    }

    @Test
    void tellsALostConnection() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(failure(clients).kind()).isEqualTo(Kind.NETWORK);
        answer(aResponse().withStatus(200).withFault(Fault.RANDOM_DATA_THEN_CLOSE));
        assertThat(failure(clients).passes()).isTrue();
        try (AwsClients nowhere = FakeAccount.clients(null, URI.create("http://localhost:1"))) {
            assertThat(failure(nowhere)).hasMessageContaining("could not be reached to list state machines");
        }
    }

    @Test
    void tellsAnAnswerThatIsNone() {
        answer(aResponse().withStatus(200).withBody("<html>Sign in to this network</html>"));
        assertThat(failure(clients).kind()).isEqualTo(Kind.MALFORMED);
        answer(aResponse().withStatus(400).withBody("<html>no</html>"));
        assertThat(failure(clients).kind()).isEqualTo(Kind.MALFORMED);
    }

    @Test
    void quotesNoControlCharactersAndNoNovels() {
        answer(aResponse().withStatus(400).withBody("{\"__type\":\"ValidationException\",\"message\":\"a\\u001b[31m\\nb"
                + "x".repeat(5000) + "\"}"));
        assertThat(failure(clients).getMessage()).doesNotContain("\u001b", "\n").hasSizeLessThan(600);
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        answer(aResponse().withFixedDelay(3000).withBody("{}"));
        Thread.currentThread().interrupt();
        assertThat(catchThrowable(() -> failure(clients))).isInstanceOf(AssertionError.class)
                .hasMessageContaining(CancellationException.class.getSimpleName());
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void namesTheCommandForEveryWayToSignIn() throws Exception {
        ProfileFile files = profiles("""
                [profile sso]
                sso_session = work
                [profile older]
                sso_start_url = https://example.org
                [profile console]
                login_session = arn:aws:sts::123456789012:assumed-role/x/y
                [profile role]
                role_arn = arn:aws:iam::123456789012:role/x
                source_profile = sso
                [profile keys]
                aws_access_key_id = a
                [profile program]
                credential_process = /bin/false
                """);
        assertThat(remedy("sso", files)).isEqualTo("Run: aws sso login --profile sso");
        assertThat(remedy("older", files)).isEqualTo("Run: aws sso login --profile older");
        assertThat(remedy("console", files)).isEqualTo("Run: aws login --profile console");
        assertThat(remedy("role", files)).isEqualTo("Run: aws sso login --profile sso");
        assertThat(remedy("keys", files)).isEqualTo("Run: aws configure --profile keys");
        assertThat(remedy("program", files)).contains("credential_process");
        assertThat(remedy("none", files)).contains("Choose one of console, keys, older");
        assertThat(remedy(null, files)).startsWith("Run: aws configure sso");
        assertThat(new Login("none", "eu-west-1", files).whyRefused()).contains("no profile none");
    }

    @Test
    void tellsMissingCredentials() throws Exception {
        ProfileFile files = profiles("[profile empty]\nregion = eu-west-1\n");
        Connection connection = new Connection(new CloudPlace("empty", "eu-west-1", "tw-tests"), null,
                URI.create(SERVER.baseUrl()), ProfileCredentialsProvider.builder().profileFile(files).profileName("empty").build(),
                FakeAccount.QUICK);
        try (AwsClients empty = new AwsClients(connection)) {
            assertThat(failure(empty).kind()).isEqualTo(Kind.SIGN_IN);
        }
    }

    private static void answer(ResponseDefinitionBuilder response) {
        SERVER.stubFor(any(anyUrl()).willReturn(response));
    }

    private static AwsException failure(AwsClients asked) {
        return catchThrowableOfType(AwsException.class,
                () -> asked.ask("list state machines", () -> asked.stepFunctions().listStateMachines(_ -> { })));
    }

    private ProfileFile profiles(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("config"), text);
        return ProfileFile.builder().content(file).type(ProfileFile.Type.CONFIGURATION).build();
    }

    private static String remedy(String profile, ProfileFile files) {
        return new Login(profile, "eu-west-1", files).remedy();
    }
}

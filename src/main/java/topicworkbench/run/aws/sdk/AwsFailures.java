package topicworkbench.run.aws.sdk;

import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;
import topicworkbench.run.aws.sdk.AwsException.Kind;
import topicworkbench.wording.OneLine;

/** Puts the SDK's failures in two sentences: what happened, and the very command or step that mends it. */
final class AwsFailures {
    private static final Set<String> NOT_SIGNED_IN = Set.of("ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId",
            "UnrecognizedClientException", "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidSignatureException",
            "IncompleteSignature", "TokenRefreshRequired", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
            "InvalidToken", "AuthFailure");
    private static final Set<String> CLOCK_WRONG = Set.of("RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture");
    private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException", "AuthorizationError",
            "AuthorizationErrorException", "UnauthorizedOperation", "NotAuthorized", "InsufficientPrivilegesException",
            "AllAccessDisabled", "AccountProblem", "OptInRequired", "SubscriptionRequiredException");
    private static final Set<String> LIMIT = Set.of("ResourceLimitExceeded", "LimitExceededException", "LimitExceeded",
            "ServiceQuotaExceededException", "ResourceNumberLimitExceededException", "AccountLimitExceededException",
            "ConcurrentRunsExceededException", "ExecutionLimitExceeded", "StateMachineLimitExceeded", "TooManyBuckets");
    private static final Set<String> EXISTS = Set.of("AlreadyExistsException", "ResourceInUse", "ResourceAlreadyExistsException",
            "ExecutionAlreadyExists", "BucketAlreadyOwnedByYou", "BucketAlreadyExists", "ResourceInUseException");
    private static final int LONGEST_QUOTE = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_FAULT = 500;

    private final Login login;

    AwsFailures(Login login) {
        this.login = login;
    }

    /** @param purpose what was attempted, so that "AWS could not " can stand before it */
    RuntimeException explain(String purpose, SdkException e) {
        if (e instanceof AbortedException || Thread.currentThread().isInterrupted() || has(e, InterruptedException.class)) {
            return (CancellationException) new CancellationException("interrupted: " + purpose).initCause(e);
        }
        if (has(e, SsoException.class) || has(e, SsoOidcException.class) || speaksOfCredentials(e)) {
            return signIn(e);
        }
        if (e instanceof AwsServiceException service) {
            return explain(purpose, service);
        }
        if (chain(e).anyMatch(AwsFailures::isOfTheNetwork) || e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException) {
            return new AwsException(Kind.NETWORK, "AWS could not be reached to " + purpose + " (" + rootOf(e) + ").",
                    "Check the connection to the internet, and whether a proxy or firewall lets " + login.region() + " through.", e);
        }
        return malformed(purpose, e);
    }

    private AwsException explain(String purpose, AwsServiceException e) {
        String code = Objects.requireNonNullElse(codeOf(e), "");
        int status = e.statusCode();
        if (NOT_SIGNED_IN.contains(code)) {
            return signIn(e);
        }
        if (CLOCK_WRONG.contains(code) || e.isClockSkewException()) {
            return new AwsException(Kind.REFUSED, "AWS refused to " + purpose + ", because this computer's clock is wrong.",
                    "Set the date and time by the network.", e);
        }
        if (e.isThrottlingException()) {
            return new AwsException(Kind.THROTTLED, "AWS has too many calls of this account to " + purpose + " now.",
                    "Wait a minute, then try again.", e);
        }
        if (LIMIT.contains(code)) {
            return new AwsException(Kind.LIMIT, "A quota of the account does not allow to " + purpose + ": " + quote(e),
                    "Choose fewer or other instances, or ask for a higher quota; the command cloud plan prepares the request.", e);
        }
        if (EXISTS.contains(code)) {
            return new AwsException(Kind.EXISTS, "AWS could not " + purpose + ": it is there already.",
                    "Look at what is there, or choose another name.", e);
        }
        if (DENIED.contains(code) || status == FORBIDDEN) {
            return new AwsException(Kind.DENIED, "AWS does not allow " + login.who() + " to " + purpose + ": " + quote(e),
                    "Ask the account's administrator for the permissions in the README's policy.", e);
        }
        if (status == NOT_FOUND || code.contains("NotFound") || code.contains("DoesNotExist") || code.startsWith("NoSuch")
                || saysMissing(code, e)) {
            return new AwsException(Kind.MISSING, "AWS could not " + purpose + ", because it is not there: " + quote(e),
                    "Check account and region (" + login.region() + "), and whether it was deleted.", e);
        }
        if (status >= SERVER_FAULT) {
            return new AwsException(Kind.UNAVAILABLE, "AWS failed to " + purpose + " (" + status + " " + code + ").",
                    "Try again in a few minutes; the AWS Health Dashboard tells of disturbances.", e);
        }
        if (code.isEmpty()) {
            return malformed(purpose, e);
        }
        return new AwsException(Kind.REFUSED, "AWS refused to " + purpose + ": " + quote(e),
                "Change what it names, then try again.", e);
    }

    private AwsException signIn(SdkException e) {
        return new AwsException(Kind.SIGN_IN, login.whyRefused(), login.remedy(), e);
    }

    private static AwsException malformed(String purpose, SdkException e) {
        return new AwsException(Kind.MALFORMED, "AWS gave an answer that cannot be understood when asked to " + purpose + ".",
                "Try again; if it stays so, something between here and AWS, such as a proxy, changes the answers.", e);
    }

    /** The providers of credentials say what is wrong in words only. */
    private static boolean speaksOfCredentials(SdkException e) {
        return !(e instanceof AwsServiceException) && chain(e).map(Throwable::getMessage).filter(Objects::nonNull)
                .anyMatch(message -> message.contains("load credentials") || message.contains("oad token")
                        || message.contains("did not have credentials") || message.contains("Profile file contained no")
                        || message.contains("oken is expired") || message.contains("redentials provider")
                        || message.contains("session has expired") || message.contains("credential_process")
                        || message.contains("credentials for profile"));
    }

    /** SageMaker has no code of its own for what is not there. */
    private static boolean saysMissing(String code, AwsServiceException e) {
        String said = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorMessage();
        return code.equals("ValidationException") && said != null
                && (said.startsWith("Could not find") || said.startsWith("Requested resource not found"));
    }

    private static String codeOf(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        return details == null ? null : details.errorCode();
    }

    /** What the service said, which is not trusted to be short, one line, or harmless. */
    private static String quote(AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String said = details == null || details.errorMessage() == null ? "" : OneLine.of(details.errorMessage(), LONGEST_QUOTE);
        String text = said.isEmpty() ? Objects.requireNonNullElse(codeOf(e), "status " + e.statusCode()) : said;
        return text.endsWith(".") ? text : text + ".";
    }

    private static String rootOf(SdkException e) {
        Throwable root = chain(e).reduce((_, last) -> last).orElse(e);
        String message = root.getMessage();
        return OneLine.of(message == null ? root.getClass().getSimpleName() : message, LONGEST_QUOTE);
    }

    /** The SDK's JSON parser throws input and output failures of its own for text that is no JSON. */
    private static boolean isOfTheNetwork(Throwable e) {
        return e instanceof IOException && !e.getClass().getName().contains(".jackson.");
    }

    private static boolean has(Throwable e, Class<? extends Throwable> type) {
        return chain(e).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> chain(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause);
    }
}

package topicworkbench.ui.cloud;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.cloud.Platform.Change;
import topicworkbench.cloud.Platform.Stack;
import topicworkbench.cloud.Platform.Status;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.wording.Figures;

/** AWS's states and sums as people say them. */
final class CloudWords {
    private static final Pattern COMMAND = Pattern.compile("Run: (aws [^(]+?)\\s*(?:\\(.*)?\\.?");

    private CloudWords() { }

    /** The command that a remedy says to run; empty where it names none. */
    static String command(String remedy) {
        Matcher matcher = COMMAND.matcher(remedy);
        return matcher.matches() ? matcher.group(1) : "";
    }

    static Mark mark(Stack stack) {
        return !stack.isThere() ? Mark.NONE : stack.isChanging() ? Mark.GOING
                : stack.state().equals("UPDATE_ROLLBACK_COMPLETE") ? Mark.DOUBT : stack.isUsable() ? Mark.GOOD : Mark.BAD;
    }

    static String words(Stack stack) {
        return switch (stack.state()) {
            case Stack.NONE, "REVIEW_IN_PROGRESS" -> "Not there";
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_COMPLETE_CLEANUP_IN_PROGRESS" -> "Ready";
            case "CREATE_IN_PROGRESS" -> "Being made";
            case "UPDATE_IN_PROGRESS" -> "Being changed";
            case "DELETE_IN_PROGRESS" -> "Being deleted";
            case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED" -> "Failed when it was made; deploying again deletes it first";
            case "UPDATE_ROLLBACK_COMPLETE" -> "As before: the last change failed and was taken back";
            case "UPDATE_ROLLBACK_FAILED" -> "Stuck: a change failed and could not be taken back";
            case "DELETE_FAILED" -> "Could not be deleted whole; delete again";
            default -> stack.isChanging() ? "A change that failed is being taken back" : sentence(stack.state());
        };
    }

    /** What is deployed, in one line. */
    static String release(Status status) {
        if (status.isNowhere()) {
            return "Nothing is deployed";
        }
        if (status.release() == null) {
            return "Not finished: deploying goes on from here";
        }
        return !status.isCurrent() ? status.release() + ", which is not this program's: deploy to bring it up to date"
                : !status.isReady() ? status.release() + ", not finished: deploying goes on from here" : status.release()
                + ", this program's";
    }

    /** {@code CREATE_IN_PROGRESS} or {@code InService} as words. */
    static String sentence(String state) {
        String words = state.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static Mark mark(Endpoint endpoint) {
        return endpoint.isInService() ? Mark.GOOD : endpoint.state().equals("Failed") || endpoint.state().equals("OutOfService")
                ? Mark.BAD : Mark.GOING;
    }

    /** Step Functions' word for how a run stands. */
    static Mark markOfRun(String status) {
        return switch (status) {
            case "SUCCEEDED" -> Mark.GOOD;
            case "RUNNING" -> Mark.GOING;
            case "FAILED", "TIMED_OUT" -> Mark.BAD;
            default -> Mark.NONE;
        };
    }

    static String wordsOfRun(String status) {
        return switch (status) {
            case "SUCCEEDED" -> "Done";
            case "ABORTED" -> "Stopped";
            case "UNKNOWN" -> "Not known";
            default -> sentence(status);
        };
    }

    /** Dollars an hour to three decimals. */
    static String hour(double price) {
        return Double.isNaN(price) ? "not known" : price == 0 ? "by use" : dollars(price, 3);
    }

    static String dollars(double amount, int digits) {
        return Double.isNaN(amount) ? Figures.NONE : String.format(Locale.ENGLISH, "$%,." + digits + "f", amount);
    }

    /** What an hour of all of it costs; what has no known price is said. */
    static String total(List<Running> running) {
        double sum = running.stream().mapToDouble(Running::priceHour).filter(price -> !Double.isNaN(price)).sum();
        long unknown = running.stream().filter(thing -> Double.isNaN(thing.priceHour())).count();
        return dollars(sum, 3) + (unknown == 0 ? "" : " and " + unknown + " without a known price");
    }

    static String sign(Change change) {
        return switch (change.action()) {
            case ADD -> "Made";
            case MODIFY -> change.replaced() ? "Made anew" : "Changed";
            case REMOVE -> "Deleted";
        };
    }

    /** {@code AWS::S3::Bucket} as {@code S3 Bucket}. */
    static String type(String type) {
        return type.replaceFirst("^AWS::", "").replace("::", " ");
    }

    /** "24 made, 2 changed, 1 made anew, 3 deleted"; parts of which there are none are left out. */
    static String summary(List<Change> changes) {
        return List.of("Made", "Changed", "Made anew", "Deleted").stream().map(sign -> {
            long count = changes.stream().filter(change -> sign(change).equals(sign)).count();
            return count == 0 ? "" : count + " " + sign.toLowerCase(Locale.ROOT);
        }).filter(part -> !part.isEmpty()).reduce((one, other) -> one + ", " + other).orElse("No resource changes");
    }
}

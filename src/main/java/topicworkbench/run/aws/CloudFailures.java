package topicworkbench.run.aws;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import topicworkbench.run.RunFailure;
import topicworkbench.run.Stage;
import topicworkbench.wording.OneLine;

/** Puts what ended an execution in two sentences. What AWS says is quoted where nothing better is known. */
final class CloudFailures {
    /** Where descriptions of jobs have their reason, the best first. */
    private static final List<String> REASONS = List.of("ExitMessage", "FailureReason", "ErrorMessage");
    /** Where they say how a job ended, the most telling first. */
    private static final List<String> STATES = List.of("SecondaryStatus", "TrainingJobStatus", "ProcessingJobStatus",
            "HyperParameterTuningJobStatus", "JobRunState");
    private static final int LONGEST_QUOTE = 500;
    /** What a Spark job of ours says, whatever Glue puts before it. */
    private static final Pattern SPARK = Pattern.compile("(?:.*JobFailedException\\s*:\\s*)?(.+?) What to do: (.+)", Pattern.DOTALL);
    /** Where a file lies in the run's folder; people know it by its name. */
    private static final Pattern RAW = Pattern.compile("s3[an]?://\\S+/raw/\\d{5}/");

    private CloudFailures() { }

    /** @param cause text, or a job's description as JSON, cut off or not */
    static RunFailure of(Stage stage, String error, String cause) {
        String reason = RAW.matcher(reason(cause == null ? "" : cause)).replaceAll("");
        Matcher spark = SPARK.matcher(reason);
        if (spark.matches()) {
            return new RunFailure(stage, sentence(spark.group(1)), sentence(spark.group(2)));
        }
        int line = reason.indexOf('\n');
        if (line > 0) { // a job of ours says what happened and what to do, a line each
            return new RunFailure(stage, sentence(reason.substring(0, line)), sentence(reason.substring(line + 1)));
        }
        String ended = state(cause);
        if (reason.isBlank() && "stopped".equalsIgnoreCase(ended)) {
            return new RunFailure(stage, "The job of the stage " + stage.key() + " was stopped in AWS.",
                    "Resume the run, or ask who stopped its job.");
        }
        String what = "The stage " + stage.key() + " failed on AWS: " + sentence(!reason.isBlank() ? reason
                : ended.isBlank() ? String.valueOf(error) : "its job ended as " + ended);
        return new RunFailure(stage, what, remedy(stage, (error + " " + reason + " " + ended).toLowerCase(Locale.ROOT)));
    }

    private static String remedy(Stage stage, String said) {
        if (said.contains("concurrentruns")) {
            return "Other runs do the same now: resume the run when one of them has ended.";
        }
        if (said.contains("resourcelimit") || said.contains("numberlimit") || said.contains("service limit") || said.contains("quota")) {
            return "Ask for a higher quota (the command cloud plan prepares it) or choose another instance type, then resume the run.";
        }
        if (said.contains("capacityerror") || said.contains("insufficient capacity") || said.contains("unable to provision")) {
            return "AWS has no such instance free now: resume the run later, or start it with another instance type or region.";
        }
        if (said.contains("maxwaittimeexceeded") || said.contains("interrupted") || said.contains("spot")) {
            return "Interruptible instances came too late or were taken away: resume the run, or start it with spot set to false.";
        }
        if (said.contains("maxruntimeexceeded") || said.contains("states.timeout") || said.contains("timeout")) {
            return "It took longer than max_hours and max_cost allow: raise them, or choose a larger instance, and run again.";
        }
        if (said.contains("accessdenied") || said.contains("not authorized")) {
            return "The stacks' roles do not allow it: deploy again with the command cloud deploy, then resume the run.";
        }
        return "The run's log and the AWS console tell more; the run can be resumed from the stage " + stage.key() + ".";
    }

    private static String state(String cause) {
        return STATES.stream().map(name -> field(cause, name)).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static String reason(String cause) {
        return REASONS.stream().map(name -> field(cause, name)).filter(text -> !text.isBlank()).findFirst()
                .orElseGet(() -> cause.stripLeading().startsWith("{") ? "" : cause).strip();
    }

    private static String field(String cause, String name) {
        try {
            JsonElement json = cause == null ? null : JsonParser.parseString(cause);
            return json instanceof JsonObject object && object.has(name) && object.get(name).isJsonPrimitive()
                    ? object.get(name).getAsString() : "";
        } catch (JsonParseException e) {
            return "";
        }
    }

    private static String sentence(String text) {
        String line = OneLine.of(text, LONGEST_QUOTE);
        return line.endsWith(".") ? line : line + ".";
    }
}

package topicworkbench.run;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a note tells of a job in the cloud: which, and how it stands.
 *
 * @param job   its name
 * @param state AWS's words, the finest last: {@code InProgress, Downloading}
 */
public record JobNote(String job, String state) {
    private static final Pattern NOTE = Pattern.compile("(tw-[A-Za-z0-9-]+): ([A-Za-z]+(?:, [A-Za-z]+)?)(?:[ :(].*)?");

    /** The note's text. @param message what AWS says besides; may be empty */
    public String text(String message) {
        return job + ": " + state + message;
    }

    /** Of a note that tells of a job. */
    public static Optional<JobNote> parse(String text) {
        Matcher matcher = NOTE.matcher(text);
        return matcher.matches() ? Optional.of(new JobNote(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    /** One word for a graph: "downloading", "in progress". */
    public String inWords() {
        return state.substring(state.lastIndexOf(' ') + 1).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}

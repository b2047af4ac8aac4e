package topicworkbench.workspace;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import topicworkbench.run.LogLine;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSample;
import topicworkbench.run.RunSummary;

/**
 * Follows a run through its files, whichever process works on it, and the same way when it is over. Not for several
 * threads at once.
 */
public final class RunTail {
    private final RunFolder folder;
    private final GrowingFile events;
    private final GrowingFile samples;
    private final GrowingFile log;

    /**
     * What is new since the last look.
     *
     * @param summary  the run as it stands
     * @param finished its finished stages, all of them
     * @param events   oldest first
     * @param samples  oldest first
     * @param log      lines of run.log; {@link LogLine#parse} tells those that begin an entry
     */
    public record News(RunSummary summary, List<FinishedStage> finished, List<RunEvent> events,
            List<RunSample> samples, List<String> log) { }

    RunTail(RunFolder folder) {
        this.folder = folder;
        this.events = new GrowingFile(folder.files().events());
        this.samples = new GrowingFile(folder.files().samples());
        this.log = new GrowingFile(folder.files().log());
    }

    /**
     * The state is looked at first: once it is terminal, all that the run will ever tell is in these news.
     *
     * @throws topicworkbench.failure.ExplainedException if state.json cannot be read
     */
    public News news() {
        RunSummary summary = folder.summary();
        List<FinishedStage> finished = folder.finishedStages();
        return new News(summary, finished,
                events.newLines().stream().map(RunTail::event).filter(Objects::nonNull).toList(),
                samples.newLines().stream().map(SampleTable::parse).flatMap(Optional::stream).toList(),
                log.newLines());
    }

    private static RunEvent event(String line) {
        try {
            return JsonParser.parseString(line) instanceof JsonObject json ? WorkspaceJson.toEvent(json) : null;
        } catch (JsonParseException e) {
            return null; // torn by a crash
        }
    }
}

package topicworkbench.ui.monitor;

import org.kordamp.ikonli.feather.Feather;
import topicworkbench.run.Stage;

/** Stages and how they stand, as the screen calls and marks them. */
public final class StageWords {

    private StageWords() { }

    /** One word, for the graph. */
    public static String name(Stage stage) {
        return switch (stage) {
            case UPLOAD -> "Upload";
            case INGEST -> "Read";
            case PREPARE -> "Filter";
            case VECTORISE -> "Count";
            case TRAIN -> "Train";
            case EVALUATE -> "Score";
            case GATE -> "Gate";
            case ENDPOINT -> "Serve";
            case FETCH -> "Fetch";
            case MAP -> "Map";
        };
    }

    /** What the stage does. */
    static String purpose(Stage stage) {
        return switch (stage) {
            case UPLOAD -> "Copy the reviews to the cloud";
            case INGEST -> "Read the review files";
            case PREPARE -> "Filter and clean the reviews";
            case VECTORISE -> "Count the words";
            case TRAIN -> "Train the model";
            case EVALUATE -> "Score the topics";
            case GATE -> "Check the quality gate";
            case ENDPOINT -> "Put the model behind an endpoint";
            case FETCH -> "Copy the results from the cloud";
            case MAP -> "Lay the reviews out on a map";
        };
    }

    static Feather icon(StageStanding.Kind kind) {
        return switch (kind) {
            case WAITING -> Feather.CIRCLE;
            case RUNNING -> Feather.PLAY_CIRCLE;
            case DONE -> Feather.CHECK_CIRCLE;
            case CANCELLED -> Feather.SLASH;
            case INTERRUPTED -> Feather.ZAP_OFF;
            case FAILED -> Feather.X_CIRCLE;
        };
    }
}

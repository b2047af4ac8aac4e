package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;

/** Runs as the account knows them, whether or not this computer does. */
public interface CloudRuns {

    /** Newest first. */
    List<Found> find();

    /**
     * Makes the folder of a run that this computer does not have, or has lost, so that it can be resumed: watched or fetched. One that
     * a file started has another id here.
     *
     * @return its id here
     * @throws topicworkbench.failure.ExplainedException if the run's files are not in the cloud any more, or it was started by a
     *                                                     file and has no topics yet
     */
    String adopt(Found run);

    /**
     * Says how runs are done from now on that a file under {@code raw/} starts.
     *
     * @param spec for AWS; its reviews do not count
     */
    void setAutomatic(topicworkbench.run.RunSpec spec);

    /**
     * A run of the account.
     *
     * @param attempt its latest
     * @param status  Step Functions' word for it, or {@code UNKNOWN} where only jobs with its tag are left
     * @param begun   null where not known
     * @param here    its id in the workspace, or null where that does not have it
     */
    record Found(String id, int attempt, String status, Instant begun, String here) {
        public boolean isHere() {
            return here != null;
        }
    }
}

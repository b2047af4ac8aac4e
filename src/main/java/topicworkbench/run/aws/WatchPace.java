package topicworkbench.run.aws;

import java.time.Duration;

/**
 * How often a run in the cloud is looked at.
 *
 * @param look    at the execution and its jobs
 * @param logs    of the jobs
 * @param metrics of their hosts, which AWS renews once a minute
 * @param costs   of all that the run made so far
 * @param retry   after a failure that passes; doubles up to twelve times as long
 */
record WatchPace(Duration look, Duration logs, Duration metrics, Duration costs, Duration retry) {
    static final WatchPace USUAL = new WatchPace(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(60),
            Duration.ofSeconds(60), Duration.ofSeconds(5));
}

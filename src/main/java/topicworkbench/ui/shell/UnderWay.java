package topicworkbench.ui.shell;

import java.util.List;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Runs on AWS that were under way when the last window closed: they are followed again, and nothing begins by it. */
final class UnderWay {

    private UnderWay() { }

    static void follow(Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks, Messages messages) {
        tasks.run(() -> find(workspace), found -> found.forEach(run -> liveRuns.followAside(run.id(), run.name(),
                live -> messages.tell("Following " + live.name() + ", which goes on in AWS."), messages::tell)), messages::tell);
    }

    /** Only what still runs: one that failed, or was cut off here, waits until somebody resumes it. */
    private static List<RunSummary> find(Workspace workspace) {
        return workspace.folders().stream().filter(folder -> folder.goesOnInTheCloud() && !folder.isWorkedOn()).map(RunFolder::summary)
                .filter(run -> run.state() == RunState.RUNNING).toList();
    }
}

package topicworkbench.ui.shell;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.ui.shell.Command.Kind;
import topicworkbench.ui.support.CancelQuestion;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;

/** What the palette offers for runs: to start the one that is set up, and to watch, stop and cancel those that go. */
final class RunCommands {

    private RunCommands() { }

    static List<Command> of(WorkbenchView view, LiveRuns liveRuns, Dialogs dialogs) {
        List<Command> all = new ArrayList<>();
        all.add(new Command(Kind.ACTION, "Start run", "as the form says", "", view::startRun));
        all.add(new Command(Kind.ACTION, "Compare the selected runs", "in the list of runs", "", view::compareSelected));
        for (LiveRun run : liveRuns.active()) {
            if (run.id() == null) {
                continue;
            }
            all.add(new Command(Kind.ACTION, "Watch " + run.name(), "", "", () -> view.watch(run.id())));
            if (!run.isOnAws() && run.stateProperty().get() == RunState.RUNNING && run.stageProperty().get().compareTo(Stage.TRAIN) <= 0) {
                all.add(new Command(Kind.ACTION, "Stop " + run.name() + " after this epoch", "keeps the best model so far", "",
                        run::stopTraining));
            }
            all.add(new Command(Kind.ACTION, "Cancel " + run.name(), "what is finished is kept", "", () -> cancel(run, dialogs)));
        }
        return all;
    }

    private static void cancel(LiveRun run, Dialogs dialogs) {
        if (CancelQuestion.ask(dialogs, run.name(), run.isOnAws())) {
            run.cancel();
        }
    }
}

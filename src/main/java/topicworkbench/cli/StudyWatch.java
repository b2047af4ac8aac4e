package topicworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import topicworkbench.run.EventInWords;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunState;
import topicworkbench.run.Stage;
import topicworkbench.study.StudyHandle;
import topicworkbench.study.StudyListener;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;
import topicworkbench.study.Trial;

/** Follows a study to its end on the terminal: which runs begin and end, Ctrl+C, and the table. */
final class StudyWatch {
    private final CommandContext context;

    StudyWatch(CommandContext context) {
        this.context = context;
    }

    /** @return the exit code */
    int follow(int trials, Function<StudyListener, StudyHandle> start) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try {
            StudyHandle handle = start.apply((number, trial, event) -> tell(number, trials, trial, event));
            try (CancelOnInterrupt _ = new CancelOnInterrupt(handle::cancel, told)) {
                StudyTable table = handle.await();
                context.terminal().print(new StudyText(table, context.terminal().width()).text());
                return code(table);
            }
        } finally {
            told.countDown();
        }
    }

    private void tell(int number, int trials, Trial trial, RunEvent event) {
        String head = "[" + number + " of " + trials + "] " + trial.inWords() + ": ";
        switch (event) {
            case RunEvent.StageStarted started when started.stage() == Stage.TRAIN -> context.terminal().tell(head + "training");
            case RunEvent.StageFinished finished -> context.terminal().tell(head + EventInWords.finished(finished));
            case RunEvent.RunEnded ended when ended.failure() != null -> context.terminal().tell(head
                    + ended.failure().whatHappened() + " " + ended.failure().remedy());
            case RunEvent.RunEnded ended -> context.terminal().tell(head + ended.state().key().replace('_', ' '));
            default -> { }
        }
    }

    /** As of a run; several are done if none failed, and not accepted only if none was. */
    private static int code(StudyTable table) {
        if (table.rows().stream().anyMatch(row -> is(row, RunState.CANCELLED))) {
            return ExitCode.CANCELLED;
        }
        if (table.finished() < table.rows().size()) {
            return ExitCode.FAILED;
        }
        return table.rows().stream().allMatch(row -> is(row, RunState.NOT_ACCEPTED)) ? ExitCode.GATE_NOT_PASSED
                : ExitCode.DONE;
    }

    private static boolean is(StudyRow row, RunState state) {
        return row.run() != null && row.run().state() == state;
    }
}

package topicworkbench.cli;

import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import topicworkbench.run.RunState;
import topicworkbench.study.StudyHandle;
import topicworkbench.study.StudyListener;
import topicworkbench.study.StudyRow;
import topicworkbench.study.StudyTable;

/** Follows a study to its end on the terminal: what its runs do, Ctrl+C, and the table. */
final class StudyWatch {
    private final CommandContext context;

    StudyWatch(CommandContext context) {
        this.context = context;
    }

    /** @return the exit code */
    int follow(int trials, Function<StudyListener, StudyHandle> start) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (StudyProgress progress = new StudyProgress(context.terminal(), trials)) {
            StudyHandle handle = start.apply(progress);
            try (CancelOnInterrupt _ = new CancelOnInterrupt(handle::cancel, told)) {
                StudyTable table = handle.await();
                progress.close();
                context.terminal().print(new StudyText(table, context.terminal().width()).text());
                told.countDown();
                return code(table);
            }
        } finally {
            told.countDown();
        }
    }

    /** As of a run: several are done if none failed, and not accepted only if none was. */
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

package topicworkbench.cli;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import topicworkbench.export.HtmlReport;
import topicworkbench.export.RunReport;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunFailure;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSummary;
import topicworkbench.workspace.RunFolder;

/** Follows a run to its end on the terminal: progress, Ctrl+C, and what came of it. */
final class RunWatch {
    private final CommandContext context;
    private final Services services;
    private final Path report;

    /** @param report where to write the result as HTML, or null */
    RunWatch(CommandContext context, Services services, Path report) {
        this.context = context;
        this.services = services;
        this.report = report;
    }

    /** Ctrl+C ends this program only: the run goes on without it. @return the exit code */
    int watch(Function<Consumer<RunEvent>, RunHandle> start) throws InterruptedException {
        try (ProgressDisplay progress = ProgressDisplay.on(context.terminal())) {
            RunSummary summary = start.apply(progress).await();
            progress.close();
            return tell(summary);
        }
    }

    /** Ctrl+C cancels the run. @return the exit code */
    int follow(Function<Consumer<RunEvent>, RunHandle> start) throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        try (ProgressDisplay progress = ProgressDisplay.on(context.terminal())) {
            RunHandle handle = start.apply(progress);
            try (CancelOnInterrupt _ = new CancelOnInterrupt(handle::cancel, told)) {
                RunSummary summary = handle.await();
                progress.close();
                return tell(summary);
            }
        } finally {
            told.countDown();
        }
    }

    private int tell(RunSummary summary) {
        RunFolder folder = services.workspace().find(summary.id());
        switch (summary.state()) {
            case DONE, NOT_ACCEPTED -> tellResult(folder);
            case FAILED -> {
                RunFailure failure = summary.failure();
                context.reportFailure(failure.whatHappened(), failure.remedy(), folder.files().log());
            }
            case CANCELLED -> context.terminal().tell("The run " + summary.id()
                    + " was cancelled; what finished is kept.\nGo on with: topic-workbench resume " + summary.id());
            case INTERRUPTED, QUEUED, RUNNING -> context.terminal().tell("The run " + summary.id() + " is "
                    + summary.state().inWords() + ".\nGo on with: topic-workbench resume " + summary.id());
        }
        return ExitCode.of(summary.state());
    }

    private void tellResult(RunFolder folder) {
        RunReport result = RunReport.of(folder);
        context.terminal().print(new RunText(result, context.terminal().width()).result());
        if (report != null) {
            HtmlReport.write(result, report);
            context.terminal().print("Report: " + report.toAbsolutePath().normalize());
        }
    }
}

package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import topicworkbench.run.RunRequest;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LiveRun;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** What people change about runs: names, tags, notes, archive, bin; and whether they go on. The list is read anew after each. */
public final class RunChanges {
    private final Workspace workspace;
    private final LiveRuns liveRuns;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final Runnable refresh;

    RunChanges(Workspace workspace, LiveRuns liveRuns, BackgroundTasks tasks, Messages messages, Runnable refresh) {
        this.workspace = workspace;
        this.liveRuns = liveRuns;
        this.tasks = tasks;
        this.messages = messages;
        this.refresh = refresh;
    }

    public void rename(RunRow row, String name) {
        change(row, folder -> folder.rename(name), "Renamed to " + name + ".");
    }

    public void tag(RunRow row, List<String> tags) {
        change(row, folder -> folder.remark(folder.remarks().withTags(tags)), "Tagged " + row.name() + ".");
    }

    /** @param note empty takes it away */
    public void note(RunRow row, String note) {
        change(row, folder -> folder.remark(folder.remarks().withNote(note)), "Noted on " + row.name() + ".");
    }

    /** Adds tags to those that the runs have. */
    public void tagMore(List<RunRow> rows, List<String> more) {
        change(rows, folder -> folder.remark(folder.remarks().withTags(
                Stream.concat(folder.remarks().tags().stream(), more.stream()).distinct().toList())),
                "Tagged " + inWords(rows) + ".");
    }

    /** @param archived whether they go there or come back */
    public void archive(List<RunRow> rows, boolean archived) {
        change(rows, folder -> folder.remark(folder.remarks().withArchived(archived)),
                (archived ? "Archived " : "Brought back ") + inWords(rows) + ".");
    }

    private void change(RunRow row, Consumer<RunFolder> action, String news) {
        change(List.of(row), action, news);
    }

    private void change(List<RunRow> rows, Consumer<RunFolder> action, String news) {
        tasks.run(() -> {
            rows.forEach(row -> action.accept(workspace.find(row.id())));
            return news;
        }, done -> {
            messages.tell(done);
            refresh.run();
        }, why -> {
            messages.tell(why);
            refresh.run(); // some may have been changed
        });
    }

    /** Its name, or how many there are. */
    static String inWords(List<RunRow> rows) {
        return rows.size() == 1 ? rows.getFirst().name() : Figures.count(rows.size(), "run");
    }

    /** @param withoutBin gets those that the system has no bin for; nothing was done to them */
    public void delete(List<RunRow> rows, Consumer<List<RunRow>> withoutBin) {
        List<RunRow> left = new ArrayList<>();
        tasks.run(() -> {
            for (RunRow row : rows) {
                if (!workspace.moveToBin(workspace.find(row.id()))) {
                    left.add(row);
                }
            }
            return left;
        }, kept -> {
            if (kept.size() < rows.size()) {
                List<RunRow> gone = rows.stream().filter(row -> !kept.contains(row)).toList();
                tellDeleted(inWords(gone) + (gone.size() == 1 ? " is" : " are") + " in the bin.");
            }
            if (!kept.isEmpty()) {
                withoutBin.accept(kept);
            }
        }, why -> {
            messages.tell(why);
            refresh.run();
        });
    }

    /** @param typed the run's name, as the person has typed it to be sure */
    public void deleteForGood(RunRow row, String typed) {
        if (!typed.strip().equals(row.name())) {
            messages.tell(new UserMessage(UserMessage.Kind.WARNING, row.name() + " was not deleted.",
                    "The name that was typed is another one."));
            return;
        }
        tasks.run(() -> {
            workspace.delete(workspace.find(row.id()));
            return "Deleted " + row.name() + ".";
        }, this::tellDeleted, messages::tell);
    }

    private void tellDeleted(String news) {
        messages.tell(news);
        refresh.run();
    }

    /** Asks first where that begins something which is billed. */
    public void resume(RunRow row) {
        Consumer<LiveRun> told = run -> messages.tell("Resumed " + row.name() + ".");
        tasks.run(() -> workspace.find(row.id()), folder -> {
            if (folder.canBeFollowed()) {
                liveRuns.follow(row.id(), row.name(), told, messages::tell);
            } else if (!folder.wouldBegin()) {
                liveRuns.resume(row.id(), row.name(), told, messages::tell);
            } else {
                liveRuns.ask(row.summary().spec(), 1, () -> liveRuns.resume(row.id(), row.name(), told, messages::tell), messages::tell);
            }
        }, messages::tell);
    }

    /** A run in the cloud that no process follows is followed first, so that it can be stopped there. */
    public void cancel(RunRow row) {
        LiveRun live = row.live();
        if (live == null && row.isOnAws()) {
            cancelInTheCloud(row);
        } else if (live == null) {
            tasks.run(() -> askTheOtherProcess(row) ? "Asked the other process to cancel " + row.name() + "." : tooLate(row),
                    messages::tell, messages::tell);
        } else if (live.stateProperty().get().isTerminal()) { // while the question stood
            messages.tell(tooLate(row));
        } else {
            live.cancel();
            messages.tell("Cancelling " + row.name() + "…");
        }
    }

    private void cancelInTheCloud(RunRow row) {
        tasks.run(() -> askTheOtherProcess(row), followed -> {
            if (followed) {
                messages.tell("Asked the other process to cancel " + row.name() + ".");
            } else {
                liveRuns.followAside(row.id(), row.name(), run -> {
                    run.cancel();
                    messages.tell("Stopping " + row.name() + " in AWS…");
                }, messages::tell);
            }
        }, messages::tell);
    }

    /** @return false if there is none */
    private boolean askTheOtherProcess(RunRow row) {
        RunFolder folder = workspace.find(row.id());
        boolean followed = folder.isWorkedOn();
        if (followed) {
            folder.ask(RunRequest.CANCEL);
        }
        return followed;
    }

    private static String tooLate(RunRow row) {
        return row.name() + " had ended before it could be cancelled.";
    }
}

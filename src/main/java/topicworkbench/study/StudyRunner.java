package topicworkbench.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;
import topicworkbench.run.PipelineRunner;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunHandle;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecInWords;
import topicworkbench.workspace.FolderLock;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunName;
import topicworkbench.workspace.Workspace;

/**
 * Carries studies out: each trial is an ordinary run behind {@link PipelineRunner}, which decides how many go on at the
 * same time. The study is kept before its first run begins and after each, so that a killed one goes on.
 */
public final class StudyRunner {
    /** Enough to keep every core of a large machine at work. */
    private static final int MOST_RUNS_WAITING = 64;

    private final Workspace workspace;
    private final PipelineRunner runner;
    private final Studies studies;
    private final Map<String, Going> going = new ConcurrentHashMap<>();

    public StudyRunner(Workspace workspace, PipelineRunner runner) {
        this.workspace = workspace;
        this.runner = runner;
        this.studies = new Studies(workspace);
    }

    /**
     * Keeps the study and begins its runs.
     *
     * @param name shown to people; null for one made from the reviews
     * @throws ExplainedException if a run cannot start, for example because a file is missing
     */
    public StudyHandle start(StudySpec spec, String name, StudyListener listener) {
        StudySpec absolute = new StudySpec(RunSpecs.absolute(spec.base()), spec.variations(), spec.draws());
        absolute.trials(); // refuses values that cannot stand together before anything is written
        String chosen = RunName.require(name == null ? nameOf(absolute) : name);
        Study study = studies.create(chosen, absolute);
        try {
            return new Going(study, listener).begin();
        } catch (RuntimeException e) {
            studies.removeIfEmpty(study);
            throw e;
        }
    }

    /**
     * Goes on with the runs that were not begun, or did not end well.
     *
     * @throws ExplainedException if all runs are done, or a process works on the study
     */
    public StudyHandle resume(Study study, StudyListener listener) {
        if (StudyTable.of(study, workspace).rows().stream().allMatch(StudyRow::isFinished)) {
            throw new ExplainedException("All runs of the study " + study.id() + " are done.",
                    "Start a new study to try other values.");
        }
        return new Going(study, listener).begin();
    }

    /** A study at work that was started or resumed from here. */
    public Optional<StudyHandle> going(String id) {
        return Optional.ofNullable(going.get(id));
    }

    private static String nameOf(StudySpec spec) {
        return SpecInWords.corpus(spec.base()) + ", by "
                + spec.variations().stream().map(Variation::setting).collect(Collectors.joining(" and "));
    }

    /** A study at work. Runs are begun as earlier ones end, so that a long study does not hold a thousand open at once. */
    private final class Going implements StudyHandle {
        private final StudyListener listener;
        private final FolderLock lock;
        private final List<Trial> trials;
        private final List<RunHandle> handles = new ArrayList<>();
        private final Semaphore places = new Semaphore(MOST_RUNS_WAITING);
        private final CountDownLatch ended = new CountDownLatch(1);
        private Study study;
        private volatile boolean cancelled;
        private volatile RuntimeException failure;

        Going(Study study, StudyListener listener) {
            this.study = study;
            this.listener = listener;
            this.trials = study.spec().trials();
            this.lock = FolderLock.tryAcquire(studies.path(study)).orElseThrow(() -> new ExplainedException(
                    "The study " + study.id() + " is still at work.", "Wait for its end, or cancel it where it runs."));
        }

        /** The first run begins at once, so that what is wrong with all of them is told by whoever asked. */
        Going begin() {
            try {
                var _ = studies.takeRequest(study); // what was asked of an earlier try
                places.acquireUninterruptibly();
                begin(0);
            } catch (RuntimeException e) {
                lock.close();
                throw e;
            }
            going.put(study.id(), this);
            Thread.ofPlatform().daemon().name("study").start(this::carryOut);
            return this;
        }

        private void carryOut() {
            try (StudyPulse _ = new StudyPulse(() -> studies.takeRequest(study), this::cancel)) {
                beginTheRest();
                for (RunHandle handle : begun()) {
                    handle.await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                going.remove(study.id());
                try {
                    lock.close();
                } finally {
                    ended.countDown();
                }
            }
        }

        private void beginTheRest() throws InterruptedException {
            try {
                for (int index = 1; index < trials.size() && !cancelled; index++) {
                    places.acquire();
                    begin(index);
                }
            } catch (RuntimeException e) {
                failure = e;
                cancel();
            }
        }

        private synchronized List<RunHandle> begun() {
            return List.copyOf(handles);
        }

        private synchronized void begin(int index) {
            if (cancelled) {
                return;
            }
            Trial trial = trials.get(index);
            Optional<RunSummary> kept = Optional.ofNullable(study.runs().get(index)).flatMap(this::run)
                    .or(() -> orphan(trial));
            if (kept.isPresent() && !kept.get().state().isResumable()) {
                places.release();
                keep(index, kept.get().id());
                return;
            }
            RunHandle handle = kept.isPresent() ? runner.resume(kept.get().id(), event -> hear(index, event))
                    : runner.start(trial.spec(), study.runName(trial), event -> hear(index, event));
            handles.add(handle);
            keep(index, handle.id());
        }

        private void hear(int index, RunEvent event) {
            if (event instanceof RunEvent.RunEnded) {
                places.release();
            }
            listener.heard(index + 1, trials.get(index), event);
        }

        private void keep(int index, String run) {
            if (!run.equals(study.runs().get(index))) {
                study = study.withRun(index, run);
                studies.save(study);
            }
        }

        private Optional<RunSummary> run(String id) {
            return workspace.folders().stream().filter(folder -> folder.id().equals(id)).map(RunFolder::summary).findFirst();
        }

        /** A run of this trial that was begun by a process that died before it could note it down. */
        private Optional<RunSummary> orphan(Trial trial) {
            return workspace.runs().stream().filter(run -> run.name().equals(study.runName(trial))
                    && !run.created().isBefore(study.created()) && !study.runs().contains(run.id())
                    && run.state() == RunState.INTERRUPTED && trial.spec().equals(run.spec())).findFirst();
        }

        @Override
        public String id() {
            return study.id();
        }

        @Override
        public void cancel() {
            cancelled = true; // before the runs are, lest the end of one begin another
            places.release(trials.size());
            begun().reversed().forEach(RunHandle::cancel); // those that wait first, lest they begin
        }

        @Override
        public StudyTable await() throws InterruptedException {
            ended.await();
            if (failure != null) {
                throw failure;
            }
            return StudyTable.of(study, workspace);
        }
    }
}

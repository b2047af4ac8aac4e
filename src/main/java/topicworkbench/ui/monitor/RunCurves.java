package topicworkbench.ui.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import topicworkbench.fit.EpochMetrics;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSample;
import topicworkbench.run.Stage;
import topicworkbench.ui.chart.LineSeries;
import topicworkbench.ui.chart.SeriesPoints;
import topicworkbench.wording.Figures;

/** What a run measures, as lines over epochs and over time; every point is kept. */
public final class RunCurves {
    private static final double MEGABYTES = 1024;
    private static final double PERCENT = 100;

    private final SeriesPoints total = new SeriesPoints();
    private final SeriesPoints validation = new SeriesPoints();
    private final SeriesPoints reconstruction = new SeriesPoints();
    private final SeriesPoints divergence = new SeriesPoints();
    private final SeriesPoints wetc = new SeriesPoints();
    private final SeriesPoints tu = new SeriesPoints();
    private final SeriesPoints npmi = new SeriesPoints();
    private final SeriesPoints speed = new SeriesPoints();
    private final SeriesPoints cpu = new SeriesPoints();
    private final SeriesPoints processCpu = new SeriesPoints();
    private final SeriesPoints memory = new SeriesPoints();
    private final SeriesPoints processMemory = new SeriesPoints();
    private final SeriesPoints gpu = new SeriesPoints();
    private final SeriesPoints gpuMemory = new SeriesPoints();
    private final List<RunEvent.TopicsFormed> formed = new ArrayList<>();
    private Instant begin;

    void hear(RunEvent event) {
        switch (event) {
            case RunEvent.StageStarted(var _, Stage stage) -> {
                if (stage == Stage.TRAIN) { // also again, when a run is resumed within it
                    clear();
                }
            }
            case RunEvent.EpochFinished(var _, EpochMetrics metrics, double nowWetc, double nowTu, double nowNpmi) -> {
                int epoch = metrics.epoch();
                if (!total.isEmpty() && epoch <= total.x(total.size() - 1)) {
                    clear(); // another of a tuning job's trainings
                }
                total.add(epoch, metrics.total());
                validation.add(epoch, metrics.validationTotal());
                reconstruction.add(epoch, metrics.recons());
                divergence.add(epoch, metrics.kld());
                speed.add(epoch, metrics.documentsPerSecond());
                wetc.add(epoch, nowWetc);
                tu.add(epoch, nowTu);
                npmi.add(epoch, nowNpmi);
            }
            case RunEvent.TopicsFormed topics -> formed.add(topics);
            case RunEvent.StageFinished _, RunEvent.Note _, RunEvent.RunEnded _, RunEvent.Passing _ -> { }
        }
    }

    private void clear() {
        List.of(total, validation, reconstruction, divergence, wetc, tu, npmi, speed).forEach(SeriesPoints::clear);
        formed.clear();
    }

    void add(RunSample sample) {
        if (begin == null) {
            begin = sample.time();
        }
        double seconds = Duration.between(begin, sample.time()).toMillis() / 1000.0;
        if (!cpu.isEmpty() && seconds < cpu.x(cpu.size() - 1)) {
            return; // the machine's clock was set back
        }
        cpu.add(seconds, PERCENT * sample.cpu());
        processCpu.add(seconds, PERCENT * sample.processCpu());
        memory.add(seconds, sample.memoryMb() / MEGABYTES);
        processMemory.add(seconds, sample.processMemoryMb() / MEGABYTES);
        gpu.add(seconds, PERCENT * sample.gpu());
        gpuMemory.add(seconds, sample.gpuMemoryMb() / MEGABYTES);
    }

    public List<LineSeries> losses() {
        return List.of(new LineSeries("train", 0, total, Figures::score),
                new LineSeries("validation", 1, validation, Figures::score));
    }

    public List<LineSeries> reconstruction() {
        return List.of(new LineSeries("reconstruction", 0, reconstruction, Figures::score));
    }

    public List<LineSeries> divergence() {
        return List.of(new LineSeries("KL", 3, divergence, Figures::score));
    }

    public List<LineSeries> quality() {
        return List.of(new LineSeries("WETC", 0, wetc, Figures::score), new LineSeries("TU", 1, tu, Figures::score),
                new LineSeries("NPMI", 2, npmi, Figures::score));
    }

    public List<LineSeries> speed() {
        return List.of(new LineSeries("documents/s", 0, speed, value -> Figures.count(Math.round(value))));
    }

    public List<LineSeries> processor() {
        return List.of(new LineSeries("this program", 0, processCpu, RunCurves::percent),
                new LineSeries("whole machine", 1, cpu, RunCurves::percent));
    }

    public List<LineSeries> memory() {
        return List.of(new LineSeries("this program", 0, processMemory, RunCurves::gigabytes),
                new LineSeries("whole machine", 1, memory, RunCurves::gigabytes));
    }

    /** Empty where there is no device of NVIDIA. */
    public List<LineSeries> graphics() {
        return List.of(new LineSeries("utilization", 2, gpu, RunCurves::percent));
    }

    public List<LineSeries> graphicsMemory() {
        return List.of(new LineSeries("in use", 2, gpuMemory, RunCurves::gigabytes));
    }

    public boolean hasGraphics() {
        return !gpu.isEmpty() || !gpuMemory.isEmpty();
    }

    /** The topics after each epoch, first epoch first. */
    public List<RunEvent.TopicsFormed> formed() {
        return List.copyOf(formed);
    }

    private static String percent(double value) {
        return Math.round(value) + "%";
    }

    private static String gigabytes(double value) {
        return String.format(Locale.ENGLISH, "%.1f GB", value);
    }
}

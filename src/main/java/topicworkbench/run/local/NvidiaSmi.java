package topicworkbench.run.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The load of NVIDIA's graphics processors, as {@code nvidia-smi} tells it once a second. Where there is no such
 * program, or it finds no device, there is no load.
 */
final class NvidiaSmi implements AutoCloseable {
    private static final List<String> COMMAND = List.of("nvidia-smi",
            "--query-gpu=index,utilization.gpu,memory.used,name", "--format=csv,noheader,nounits", "--loop=1");
    private static final int COLUMNS = 4;

    private final Map<Integer, Gpu> newest = new ConcurrentHashMap<>();
    private final Process process;

    /**
     * One device at one moment; a number is NaN where the device does not tell it.
     *
     * @param index       as the driver counts
     * @param utilization share of the last second in which it worked, 0 to 1
     * @param memoryMb    in use
     */
    record Gpu(int index, double utilization, double memoryMb) { }

    private NvidiaSmi(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("nvidia-smi").start(this::read);
    }

    /** Nothing where the program is missing. */
    static Optional<NvidiaSmi> start() {
        try {
            return Optional.of(new NvidiaSmi(new ProcessBuilder(COMMAND).redirectError(Redirect.DISCARD).start()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A line like {@code 0, 37, 1024, NVIDIA A10G}; nothing if it is something else, such as a complaint. */
    static Optional<Gpu> parse(String line) {
        String[] cells = line.split(",", COLUMNS);
        try {
            return cells.length < COLUMNS ? Optional.empty() : Optional.of(
                    new Gpu(Integer.parseInt(cells[0].strip()), number(cells[1]) / 100, number(cells[2])));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** {@code [N/A]}, {@code [Not Supported]} and {@code [Unknown Error]} are no numbers. */
    private static double number(String cell) {
        String text = cell.strip();
        return text.startsWith("[") || text.equals("N/A") ? Double.NaN : Double.parseDouble(text);
    }

    /** Over the devices that tell it; NaN if none does. */
    double meanUtilization() {
        return newest.values().stream().mapToDouble(Gpu::utilization).filter(Double::isFinite).average()
                .orElse(Double.NaN);
    }

    /** Summed over the devices that tell it; NaN if none does. */
    double memoryMb() {
        double[] told = newest.values().stream().mapToDouble(Gpu::memoryMb).filter(Double::isFinite).toArray();
        return told.length == 0 ? Double.NaN : Arrays.stream(told).sum();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().map(NvidiaSmi::parse).flatMap(Optional::stream).forEach(gpu -> newest.put(gpu.index(), gpu));
        } catch (IOException | UncheckedIOException e) {
            // the process was ended while a line was read
        }
        newest.clear(); // a value that no longer changes would be taken for a measurement
    }

    @Override
    public void close() {
        process.destroy();
    }
}

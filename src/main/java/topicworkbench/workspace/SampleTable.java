package topicworkbench.workspace;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import topicworkbench.run.RunSample;
import topicworkbench.run.Stage;

/** Lines of samples.csv: one look at the run and its machine each, empty where not measured. */
final class SampleTable {
    static final String HEADER = "time,stage,fraction,cpu,process_cpu,memory_mb,process_memory_mb,gpu,gpu_memory_mb";

    private static final int COLUMNS = HEADER.split(",").length;

    private SampleTable() { }

    static String format(RunSample sample) {
        return sample.time() + "," + (sample.stage() == null ? "" : sample.stage().key()) + share(sample.fraction())
                + share(sample.cpu()) + share(sample.processCpu()) + megabytes(sample.memoryMb())
                + megabytes(sample.processMemoryMb()) + share(sample.gpu()) + megabytes(sample.gpuMemoryMb());
    }

    /** Nothing for the header, a torn line, or one that something else wrote. */
    static Optional<RunSample> parse(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || line.equals(HEADER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RunSample(Instant.parse(cells[0]),
                    cells[1].isEmpty() ? null : Stage.valueOf(cells[1].toUpperCase(Locale.ROOT)), number(cells[2]),
                    number(cells[3]), number(cells[4]), number(cells[5]), number(cells[6]), number(cells[7]),
                    number(cells[8])));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "," : String.format(Locale.ROOT, ",%.4f", value);
    }

    private static String megabytes(double value) {
        return Double.isNaN(value) ? "," : String.format(Locale.ROOT, ",%.0f", value);
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}

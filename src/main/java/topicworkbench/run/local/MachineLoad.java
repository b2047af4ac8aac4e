package topicworkbench.run.local;

import java.time.Instant;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;
import topicworkbench.run.RunSample;
import topicworkbench.run.Stage;

/** How busy this machine and this program are; loads are means since the last look. */
final class MachineLoad implements AutoCloseable {
    private static final double MEGABYTE = 1 << 20;

    private final CentralProcessor processor;
    private final GlobalMemory memory;
    private final OperatingSystem system;
    private final Optional<NvidiaSmi> gpus = NvidiaSmi.start();
    private long[] ticks;
    private OSProcess process;

    MachineLoad() {
        SystemInfo info = new SystemInfo();
        processor = info.getHardware().getProcessor();
        memory = info.getHardware().getMemory();
        system = info.getOperatingSystem();
        ticks = processor.getSystemCpuLoadTicks();
        process = system.getProcess(system.getProcessId());
    }

    RunSample sample(Instant time, Stage stage, double fraction) {
        double cpu = processor.getSystemCpuLoadBetweenTicks(ticks);
        ticks = processor.getSystemCpuLoadTicks();
        OSProcess now = system.getProcess(system.getProcessId());
        double own = now == null || process == null ? Double.NaN
                : now.getProcessCpuLoadBetweenTicks(process) / processor.getLogicalProcessorCount();
        double resident = now == null ? Double.NaN : now.getResidentMemory() / MEGABYTE;
        process = now;
        return new RunSample(time, stage, fraction, cpu, own,
                (memory.getTotal() - memory.getAvailable()) / MEGABYTE, resident,
                gpus.map(NvidiaSmi::meanUtilization).orElse(Double.NaN),
                gpus.map(NvidiaSmi::memoryMb).orElse(Double.NaN));
    }

    @Override
    public void close() {
        gpus.ifPresent(NvidiaSmi::close);
    }
}

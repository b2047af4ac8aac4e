package topicworkbench.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Time on the processor of all threads: tells more than the clock on a machine that others use too. */
final class ProcessorTime {
    private ProcessorTime() { }

    static double seconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}

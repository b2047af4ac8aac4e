package topicworkbench.reliability;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javax.management.JMException;
import javax.management.ObjectName;
import topicworkbench.ui.shell.DrivenWindow;

/**
 * What this program takes of the machine just now, garbage aside.
 *
 * @param heap     MB that are in use after a full collection
 * @param buffers  MB outside of the heap that Java knows of
 * @param resident MB, as Linux counts them
 * @param files    open ones
 * @param running  threads
 * @param threads  their names, numbers left out
 * @param nodes    in the window
 * @param ours     objects of the window's own classes that are alive
 * @param listeners lists of listeners that JavaFX keeps
 * @param objects  of each class, how many are alive
 */
record Footprint(double heap, double buffers, double resident, long files, int running, Set<String> threads, int nodes,
        long ours, long listeners, Map<String, Long> objects) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+).*");
    private static final double MB = 1 << 20;

    static Footprint now(Parent root) throws Exception {
        System.gc();
        Thread.sleep(300); // what is cleaned up after it was collected
        Map<String, Long> objects = alive();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB;
        double buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed).sum() / MB;
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount() : -1;
        Set<String> threads = Thread.getAllStackTraces().keySet().stream().map(thread -> thread.getName().replaceAll("\\d+", "#"))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Footprint(heap, buffers, residentSet(), files, ManagementFactory.getThreadMXBean().getThreadCount(), threads,
                DrivenWindow.ask(() -> count(root)),
                alive(objects, "topicworkbench.ui."), alive(objects, "com.sun.javafx.binding.ExpressionHelper"), objects);
    }

    /** By a histogram, for which all garbage is collected first. */
    private static Map<String, Long> alive() throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram", new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        Map<String, Long> objects = new TreeMap<>();
        histogram.lines().map(LINE::matcher).filter(Matcher::matches)
                .forEach(line -> objects.merge(line.group(2).replaceAll("/0x[0-9a-f]+", ""), Long.valueOf(line.group(1)), Long::sum));
        return objects;
    }

    private static double residentSet() throws IOException {
        Path status = Path.of("/proc/self/status");
        return !Files.exists(status) ? Double.NaN : Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).sum();
    }

    private static int count(Node node) {
        return node instanceof Parent parent ? 1 + parent.getChildrenUnmodifiable().stream().mapToInt(Footprint::count).sum() : 1;
    }

    private static long alive(Map<String, Long> objects, String prefix) {
        return objects.entrySet().stream().filter(entry -> entry.getKey().startsWith(prefix)).mapToLong(Map.Entry::getValue).sum();
    }

    /** Without the classes, of which there are thousands: to be kept without being seen in the next one. */
    Footprint lean() {
        return new Footprint(heap, buffers, resident, files, running, threads, nodes, ours, listeners, Map.of());
    }
}

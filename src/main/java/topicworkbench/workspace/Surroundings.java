package topicworkbench.workspace;

import java.lang.management.ManagementFactory;
import java.security.CodeSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program and the machine a run is made with. */
public final class Surroundings {
    private static final Pattern JAR_VERSION = Pattern.compile("-(\\d[^/\\\\]*)\\.jar");
    private static final String UNKNOWN = "unknown";

    private Surroundings() { }

    public static String application() {
        String version = Surroundings.class.getPackage().getImplementationVersion();
        return "Topic Workbench " + (version == null ? "(built from source)" : version);
    }

    /** Of Java and of the libraries that touch the numbers. */
    public static Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("duckdb", versionOf(org.duckdb.DuckDBDriver.class));
        versions.put("lucene", versionOf(org.apache.lucene.analysis.standard.StandardAnalyzer.class));
        versions.put("mallet", versionOf(cc.mallet.topics.ParallelTopicModel.class));
        return versions;
    }

    public static String machine() {
        long memory = ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system ? system.getTotalMemorySize() >> 20 : 0;
        return System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, " + memory + " MB memory, at most "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB for Java's objects";
    }

    /** From the name of the library's file, since few libraries say it elsewhere. */
    private static String versionOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        Matcher matcher = JAR_VERSION.matcher(source == null ? "" : source.getLocation().getPath());
        return matcher.find() ? matcher.group(1) : UNKNOWN;
    }
}

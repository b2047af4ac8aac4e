package topicworkbench.run.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import topicworkbench.run.RunSample;
import topicworkbench.run.Stage;
import topicworkbench.run.aws.sdk.AwsClients;
import topicworkbench.workspace.RunTelling;

/**
 * The load of a job's hosts, as CloudWatch has it once a minute.
 *
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/monitoring-cloudwatch.html">Metrics of SageMaker's jobs</a>
 */
final class HostMetrics {
    static final List<String> NAMES = List.of("CPUUtilization", "MemoryUtilization", "GPUUtilization", "GPUMemoryUtilization",
            "DiskUtilization");
    private static final int PERIOD = 60;
    private static final int MINUTES = 10;
    private static final double PERCENT = 100;
    private static final double NEARLY_FULL = 90;

    private final AwsClients aws;
    private final String namespace;
    private final String job;
    private final int hosts;
    private final InstanceHardware hardware;
    private Instant newest = Instant.EPOCH;
    private boolean fullTold;

    HostMetrics(AwsClients aws, String namespace, String job, String instanceType, int hosts) {
        this.aws = aws;
        this.namespace = namespace;
        this.job = job;
        this.hosts = hosts;
        this.hardware = InstanceHardware.of(instanceType);
    }

    /** One look at all hosts: shares are their mean, memory is of one of them. Empty where there is nothing new. */
    Optional<RunSample> news(Stage stage, double fraction, RunTelling telling) {
        Instant now = Instant.now();
        List<MetricDataResult> results = aws.ask("read the load of " + job, () -> aws.cloudWatch().getMetricDataPaginator(request ->
                request.startTime(now.minus(MINUTES, ChronoUnit.MINUTES)).endTime(now).metricDataQueries(queries()))
                .metricDataResults().stream().toList());
        Map<String, List<Double>> values = new HashMap<>();
        Instant time = newest;
        for (MetricDataResult result : results) {
            if (!result.values().isEmpty() && !result.timestamps().isEmpty() && result.timestamps().getFirst().isAfter(newest)) {
                String name = result.id().substring(0, result.id().indexOf('_'));
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(result.values().getFirst());
                time = result.timestamps().getFirst().isAfter(time) ? result.timestamps().getFirst() : time;
            }
        }
        if (values.isEmpty()) {
            return Optional.empty();
        }
        newest = time;
        double disk = values.getOrDefault("diskutilization", List.of()).stream().mapToDouble(Double::doubleValue).max().orElse(0);
        if (disk > NEARLY_FULL && !fullTold) {
            fullTold = true;
            telling.note(stage, "A disk of " + job + " is " + Math.round(disk) + " % full; more volume_gb gives more room.");
        }
        double gpu = hardware.gpus() == 0 ? Double.NaN : mean(values, "gpuutilization") / PERCENT / hardware.gpus();
        double gpuMemory = hardware.gpus() == 0 ? Double.NaN
                : mean(values, "gpumemoryutilization") / PERCENT / hardware.gpus() * hardware.gpuMemoryMb();
        double cpu = hardware.processors() == 0 ? Double.NaN : mean(values, "cpuutilization") / PERCENT / hardware.processors();
        return Optional.of(new RunSample(time, stage, fraction, cpu, Double.NaN,
                mean(values, "memoryutilization") / PERCENT * hardware.memoryMb(), Double.NaN, gpu, gpuMemory));
    }

    private List<MetricDataQuery> queries() {
        List<MetricDataQuery> queries = new ArrayList<>();
        for (int host = 1; host <= hosts; host++) {
            Dimension dimension = Dimension.builder().name("Host").value(job + "/algo-" + host).build();
            for (String name : NAMES) {
                queries.add(MetricDataQuery.builder().id(name.toLowerCase(java.util.Locale.ROOT) + "_" + host)
                        .metricStat(stat -> stat.period(PERIOD).stat("Average").metric(metric -> metric.namespace(namespace)
                                .metricName(name).dimensions(dimension))).build());
            }
        }
        return queries;
    }

    private static double mean(Map<String, List<Double>> values, String name) {
        return values.getOrDefault(name, List.of()).stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}

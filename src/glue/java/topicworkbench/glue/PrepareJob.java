package topicworkbench.glue;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import topicworkbench.corpus.FilterBounds;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.corpus.ReviewTable;

/**
 * Makes of the ingested table the reviews that a run works on: filtered, cleaned, each text once, numbered in the order of
 * the files: the columns of a local run's reviews.parquet, in files whose names rise with the reviews' numbers. Beside the
 * folder lies prepare.json with the counts.
 */
public final class PrepareJob {
    static final String COUNTS = "prepare.json";
    private static final int REVIEWS_PER_FILE = 50_000;

    private PrepareJob() { }

    public static void main(String[] arguments) {
        SparkJob.run(PrepareJob::run, arguments);
    }

    static void run(SparkSession spark, JobArguments arguments) throws IOException {
        JobFiles files = new JobFiles(SparkJob.hadoop(spark));
        JobSpec spec = JobSpec.of(files.read(arguments.spec()), arguments.spec());
        Dataset<Row> ingested = spark.read().parquet(arguments.input());
        List<String> others = Stream.of(ingested.columns()).filter(name -> !name.equals("file") && !ReviewTable.INGESTED.contains(name))
                .collect(Collectors.toCollection(ArrayList::new));
        Dataset<Row> cleaned = spark.createDataFrame(ingested.toJavaRDD().map(new CleanedRow(spec.filter(), others)),
                CleanedRow.schema(ingested.schema(), others)).persist(StorageLevel.DISK_ONLY());
        try {
            PrepareReport filtered = filtered(cleaned);
            Dataset<Row> candidates = cleaned.where("bound IS NULL").drop("bound");
            Duplicates duplicates = new Duplicates(spec.filter(), candidates);
            Dataset<Row> kept = candidates.join(duplicates.places(), new String[] {"place"}, "left_anti");
            PrepareReport report = new PrepareReport(filtered.read(), filtered.filtered(), filtered.filteredBy(),
                    duplicates.exact(), duplicates.near(), filtered.kept() - duplicates.exact() - duplicates.near());
            int parts = 1 + Math.toIntExact(report.kept() / REVIEWS_PER_FILE);
            numbered(spark, kept.repartitionByRange(parts, col("place")).sortWithinPartitions("place"), others)
                    .write().mode(SaveMode.Overwrite).parquet(arguments.output());
            files.write(JobFiles.beside(arguments.output(), COUNTS), json(report));
        } finally {
            cleaned.unpersist();
        }
    }

    /** What the bounds dropped; nothing is known of duplicates yet. */
    private static PrepareReport filtered(Dataset<Row> cleaned) {
        Map<String, Long> counted = new LinkedHashMap<>();
        cleaned.groupBy("bound").count().collectAsList().forEach(row -> counted.put(row.getString(0), row.getLong(1)));
        Map<String, Long> dropped = new LinkedHashMap<>();
        FilterBounds.NAMES.stream().filter(counted::containsKey).forEach(name -> dropped.put(name, counted.get(name)));
        long read = counted.values().stream().mapToLong(Long::longValue).sum();
        long kept = counted.getOrDefault(null, 0L);
        if (kept == 0) {
            throw PrepareReport.nothingLeft(read, dropped);
        }
        return new PrepareReport(read, read - kept, dropped, 0, 0, kept);
    }

    /** @param ordered reviews in order; @param others columns of theirs that are handed on */
    private static Dataset<Row> numbered(SparkSession spark, Dataset<Row> ordered, List<String> others) {
        List<Column> columns = new ArrayList<>(List.of(col("id"), expr("nullif(title, '') AS title"),
                coalesce(col("text"), lit("")).as("text"),
                col("stars"), coalesce(col("product"), col("product_id")).as("product"), col("category"), col("date"),
                col("helpful_votes"), col("verified"), col("source")));
        others.forEach(other -> columns.add(col(other)));
        Dataset<Row> reviews = ordered.select(columns.toArray(new Column[0])).persist(StorageLevel.DISK_ONLY());
        JavaRDD<Row> rows = reviews.toJavaRDD().zipWithIndex().map(indexed -> {
            Object[] values = new Object[indexed._1().length() + 1];
            values[0] = Math.toIntExact(indexed._2());
            for (int i = 1; i < values.length; i++) {
                values[i] = indexed._1().get(i - 1);
            }
            return RowFactory.create(values);
        });
        StructType schema = new StructType().add("review", DataTypes.IntegerType);
        for (var field : reviews.schema().fields()) {
            schema = schema.add(field.name(), field.dataType());
        }
        return spark.createDataFrame(rows, schema);
    }

    private static String json(PrepareReport report) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", report.read());
        counts.put("filtered", report.filtered());
        report.filteredBy().forEach((bound, reviews) -> counts.put("filtered_by_" + bound, reviews));
        counts.put("exact_duplicates", report.exactDuplicates());
        counts.put("near_duplicates", report.nearDuplicates());
        counts.put("kept", report.kept());
        return new GsonBuilder().setPrettyPrinting().create().toJson(counts) + "\n";
    }
}

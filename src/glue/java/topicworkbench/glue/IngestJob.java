package topicworkbench.glue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.ReviewField;
import topicworkbench.failure.ExplainedException;

/**
 * Reads review files of any layout into one table, file by file, each by one task: the columns of a local run's
 * ingested.parquet, and {@code file}, which numbers the files in order. Beside the table lie rejected.parquet, as a local
 * run writes it, and ingest.json with the counts.
 */
public final class IngestJob {
    static final String COUNTS = "ingest.json";
    static final String REJECTED = "rejected.parquet";
    private static final long ROWS_PER_FILE = 200_000;

    private IngestJob() { }

    public static void main(String[] arguments) {
        SparkJob.run(IngestJob::run, arguments);
    }

    static void run(SparkSession spark, JobArguments arguments) throws IOException {
        JobFiles files = new JobFiles(SparkJob.hadoop(spark));
        JobSpec spec = JobSpec.of(files.read(arguments.spec()), arguments.spec());
        List<String> paths = files.list(arguments.input());
        Dataset<Row> staged = staged(spark, paths, spec).persist(StorageLevel.DISK_ONLY());
        try {
            Counted counted = count(staged, paths);
            Dataset<Row> rejected = staged.where("reason IS NOT NULL").orderBy("file", "line");
            UDF1<Integer, String> name = paths::get;
            files.writeOne(rejected.select(udf(name, DataTypes.StringType).apply(col("file")).as("file"), col("line"),
                    col("reason"), col("raw")), JobFiles.beside(arguments.output(), REJECTED));
            counted.report().requireMostlyRead(counted.swallowed(), () -> commonReason(staged));
            Dataset<Row> read = staged.where("reason IS NULL AND note IS NULL");
            StagedColumns others = StagedColumns.of(read, counted.report(), spec.keep());
            others.table(read.drop("line", "reason", "raw", "swallowed", "damaged", "unreadable", "note")).write().mode(SaveMode.Overwrite)
                    .option("maxRecordsPerFile", ROWS_PER_FILE)
                    .parquet(arguments.output());
            files.write(JobFiles.beside(arguments.output(), COUNTS), json(others.told(counted.report())));
        } finally {
            staged.unpersist();
        }
    }

    private static Dataset<Row> staged(SparkSession spark, List<String> paths, JobSpec spec) {
        List<Tuple2<String, Long>> numbered = IntStream.range(0, paths.size())
                .mapToObj(i -> new Tuple2<>(paths.get(i), (long) i)).toList();
        return spark.createDataFrame(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(new ArrayList<>(numbered), paths.size())
                .flatMap(new StagedRows(SparkJob.hadoop(spark), spec.columns(), spec.keep())), StagedRows.SCHEMA);
    }

    /** @param swallowed lines that unclosed quotes take in, beyond the records that are rejected for them */
    private record Counted(IngestReport report, long swallowed) { }

    private static Counted count(Dataset<Row> staged, List<String> paths) {
        Column read = col("reason").isNull().and(col("note").isNull());
        List<Column> counts = new ArrayList<>(List.of(count_if(read).as("read"),
                count_if(col("reason").isNotNull()).as("rejected"), count_if(read.and(col("damaged"))).as("damaged"),
                sum(greatest(col("swallowed").minus(1), lit(0))).as("swallowed")));
        ReviewField.CHECKED.forEach(field -> counts.add(count_if(read.and(col("unreadable").bitwiseAND(StagedRows.flag(field)).gt(0)))
                .as(field.key())));
        List<Row> rows = new ArrayList<>(staged.groupBy("file").agg(collect_list("note").as("notes"),
                counts.toArray(new Column[0])).collectAsList());
        rows.sort(Comparator.comparingInt(row -> row.getInt(0)));
        List<IngestReport.FileReport> reports = new ArrayList<>();
        long swallowed = 0;
        for (Row row : rows) {
            reports.add(report(row, paths.get(row.getInt(0))));
            swallowed += row.isNullAt(row.fieldIndex("swallowed")) ? 0 : row.<Long>getAs("swallowed");
        }
        return new Counted(IngestReport.of(reports, true), swallowed);
    }

    /** @throws ExplainedException if the file cannot be read */
    private static IngestReport.FileReport report(Row counts, String path) {
        IngestReport.FileReport understood = null;
        for (String json : counts.<String>getList(counts.fieldIndex("notes"))) {
            StagedRows.Note note = StagedRows.Note.of(json);
            if (note.failure() != null) {
                throw new ExplainedException(note.failure(), note.remedy());
            }
            understood = note.understood();
        }
        Map<ReviewField, Long> unreadable = new EnumMap<>(ReviewField.class);
        for (ReviewField field : ReviewField.CHECKED) {
            long values = counts.<Long>getAs(field.key());
            if (values > 0) {
                unreadable.put(field, values);
            }
        }
        return new IngestReport.FileReport(path, understood.format(), understood.encoding(), understood.layout(),
                understood.columns(), understood.unrecognised(), counts.<Long>getAs("read"), counts.<Long>getAs("rejected"),
                counts.<Long>getAs("damaged"), unreadable);
    }

    private static String commonReason(Dataset<Row> staged) {
        return staged.where("reason IS NOT NULL").groupBy("reason").count().orderBy(col("count").desc(), col("reason"))
                .first().getString(0);
    }

    private static String json(IngestReport report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("read", report.read());
        counts.put("rejected", report.rejected());
        counts.put("files", report.files());
        counts.put("kept", report.kept());
        counts.put("leftOut", report.leftOut());
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(counts) + "\n";
    }
}

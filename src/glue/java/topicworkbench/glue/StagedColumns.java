package topicworkbench.glue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.OtherColumns;
import topicworkbench.corpus.ReviewColumns;
import topicworkbench.corpus.ReviewValues;

/** Which of the staged rows' other columns are kept, by the rules of a local run. */
record StagedColumns(List<OtherColumns.Kept> kept, List<OtherColumns.LeftOut> leftOut) {
    private static final UserDefinedFunction NUMBER = udf((UDF1<String, Double>) ReviewValues::number, DataTypes.DoubleType);

    /**
     * @param read   rows that hold a review
     * @param report of how the files were understood
     */
    static StagedColumns of(Dataset<Row> read, IngestReport report, List<String> keep) {
        List<ReviewColumns> files = report.files().stream().map(file -> new ReviewColumns(file.columns(), file.unrecognised()))
                .collect(Collectors.toList());
        OtherColumns.requireNamed(keep, files);
        List<String> names = OtherColumns.together(files.stream().map(file -> OtherColumns.of(file, keep).keySet())
                .collect(Collectors.toList()));
        List<OtherColumns.Figures> figures = figures(read, names);
        return new StagedColumns(OtherColumns.kept(figures, keep), OtherColumns.leftOut(figures, keep, files));
    }

    private static List<OtherColumns.Figures> figures(Dataset<Row> read, List<String> names) {
        Map<String, OtherColumns.Figures> found = new HashMap<>();
        read.select(explode(col("others")).as(new String[] {"name", "value"})).groupBy("name").agg(count(lit(1)),
                sum(length(col("value"))), max(length(col("value"))), count_if(NUMBER.apply(col("value")).isNotNull()))
                .collectAsList().forEach(row -> found.put(row.getString(0), new OtherColumns.Figures(row.getString(0), row.getLong(1),
                        row.getLong(2), row.getInt(3), row.getLong(4))));
        return names.stream().map(name -> found.getOrDefault(name, new OtherColumns.Figures(name, 0, 0, 0, 0)))
                .collect(Collectors.toList());
    }

    /** @param rows with the column {@code others}, which is replaced by a column for each that is kept */
    Dataset<Row> table(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (String name : rows.columns()) {
            if (!name.equals("others")) {
                columns.add(col(name));
            }
        }
        for (OtherColumns.Kept column : kept) {
            Column value = col("others").getItem(column.name());
            columns.add((column.number() ? NUMBER.apply(value) : value).as(column.name()));
        }
        return rows.select(columns.toArray(new Column[0]));
    }

    IngestReport told(IngestReport report) {
        return report.with(kept, leftOut);
    }
}

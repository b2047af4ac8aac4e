package topicworkbench.glue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import topicworkbench.corpus.FilterBounds;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewText;

/** Cleans an ingested review and says which bound of the filter drops it, if one does. */
final class CleanedRow implements Function<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** {@code place} orders the reviews as their files do; {@code bound} is null of those that are kept. */
    private static final StructType SCHEMA = StagedRows.withReview(new StructType().add("place", DataTypes.LongType)
            .add("bound", DataTypes.StringType));
    private static final int ROW_BITS = 40;

    private final FilterBounds bounds;
    private final String[] others;

    /** @param others names of the columns that are handed on as they are */
    CleanedRow(ReviewFilter filter, List<String> others) {
        bounds = new FilterBounds(filter);
        this.others = others.toArray(String[]::new);
    }

    /** Of the rows that are made of {@code ingested} ones. */
    static StructType schema(StructType ingested, List<String> others) {
        StructType schema = SCHEMA;
        for (String other : others) {
            schema = schema.add(ingested.apply(other));
        }
        return schema;
    }

    @Override
    public Row call(Row ingested) {
        String bound = bounds.dropping(new FilterBounds.Fields(ingested.getAs("stars"), ingested.getAs("product"),
                ingested.getAs("product_id"), ingested.getAs("category"), ingested.getAs("date"), ingested.getAs("verified")));
        String title = null;
        String text = null;
        if (bound == null) {
            title = ReviewText.clean(ingested.getAs("title"));
            text = ReviewText.clean(ingested.getAs("text"));
            bound = bounds.dropping(title, text);
        }
        List<Object> values = new ArrayList<>(Arrays.asList(
                (long) ingested.<Integer>getAs("file") << ROW_BITS | ingested.<Long>getAs("row"), bound,
                ingested.getAs("id"), title, text, ingested.getAs("stars"), ingested.getAs("product"),
                ingested.getAs("product_id"), ingested.getAs("category"), ingested.getAs("date"),
                ingested.getAs("helpful_votes"), ingested.getAs("verified"), ingested.getAs("source")));
        for (String other : others) {
            values.add(ingested.getAs(other));
        }
        return RowFactory.create(values.toArray());
    }
}

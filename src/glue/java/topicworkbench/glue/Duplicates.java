package topicworkbench.glue;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.min;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.Shingles;
import topicworkbench.corpus.SimilarRows;

/**
 * Finds the reviews whose text was seen before, by the rules and hashes of a local run. What there is a pass over all
 * reviews in order is here a join: of two with one fingerprint the later is a duplicate; near duplicates share a band of
 * their signatures with one of the few before them in it, and are compared in full. Only the pairs that are alike come
 * together on one machine, where they are gone through in order, since what is like a dropped review alone stays.
 */
final class Duplicates {
    private final Dataset<Row> places;
    private long exact;
    private long near;

    /** @param reviews cleaned ones that the filter keeps, with the columns of {@link CleanedRow#SCHEMA} */
    Duplicates(ReviewFilter filter, Dataset<Row> reviews) {
        Dataset<Row> texts = reviews.select(col("place"), concat_ws(" ", col("title"), col("text")).as("text"));
        Dataset<Row> dropped = texts.select("place").limit(0);
        if (filter.exactDuplicates()) {
            Dataset<Row> fingerprints = texts.map((MapFunction<Row, Row>) row -> RowFactory.create(row.getLong(0),
                    Shingles.of(row.getString(1)).fingerprint()), encoder("place", "fingerprint"));
            Dataset<Row> first = fingerprints.groupBy("fingerprint").agg(min("place").as("first"));
            dropped = fingerprints.join(first, "fingerprint").where("place <> first").select("place").persist();
            exact = dropped.count();
        }
        if (filter.nearDuplicates()) {
            Dataset<Row> comparable = texts.join(dropped, new String[] {"place"}, "left_anti")
                    .filter((FilterFunction<Row>) row -> Shingles.of(row.getString(1)).comparable());
            List<Row> alike = dropped(similar(comparable));
            near = alike.size();
            dropped = dropped.union(reviews.sparkSession().createDataFrame(alike,
                    new StructType().add("place", DataTypes.LongType, false)));
        }
        places = dropped;
    }

    /** Pairs of a place and an earlier one whose texts are alike. */
    private static Dataset<Row> similar(Dataset<Row> texts) {
        Dataset<Row> bands = texts.flatMap((FlatMapFunction<Row, Row>) row -> {
            int[] hashes = SimilarRows.bands(Shingles.of(row.getString(1)));
            List<Row> keys = new ArrayList<>(hashes.length);
            for (int band = 0; band < hashes.length; band++) {
                keys.add(RowFactory.create((long) band << 32 | hashes[band] & 0xFFFF_FFFFL, row.getLong(0)));
            }
            return keys.iterator();
        }, encoder("band", "place"));
        Dataset<Row> pairs = bands.repartition(col("band")).sortWithinPartitions("band", "place")
                .mapPartitions((MapPartitionsFunction<Row, Row>) Neighbors::new, encoder("place", "earlier")).distinct();
        Dataset<Row> later = texts.select(col("place"), col("text"));
        Dataset<Row> earlier = texts.select(col("place").as("earlier"), col("text").as("before"));
        return pairs.join(later, "place").join(earlier, "earlier")
                .filter((FilterFunction<Row>) row -> Shingles.of(row.getAs("text")).similar(Shingles.of(row.getAs("before"))))
                .select("place", "earlier");
    }

    /** Goes through the pairs in order: a review is dropped if it is like an earlier one that stays. */
    private static List<Row> dropped(Dataset<Row> similar) {
        Set<Long> dropped = new HashSet<>();
        List<Row> places = new ArrayList<>();
        for (Iterator<Row> pairs = similar.orderBy("place").toLocalIterator(); pairs.hasNext();) {
            Row pair = pairs.next();
            if (!dropped.contains(pair.getLong(1)) && dropped.add(pair.getLong(0))) {
                places.add(RowFactory.create(pair.getLong(0)));
            }
        }
        return places;
    }

    private static Encoder<Row> encoder(String... columns) {
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.LongType, false);
        }
        return Encoders.row(schema);
    }

    /** Of rows that are ordered by band and place, each with the nearest before it in its band. */
    private static final class Neighbors implements Iterator<Row> {
        private final Iterator<Row> rows;
        private final Deque<Long> before = new ArrayDeque<>();
        private final Deque<Row> ready = new ArrayDeque<>();
        private long band;

        Neighbors(Iterator<Row> rows) {
            this.rows = rows;
        }

        @Override
        public boolean hasNext() {
            while (ready.isEmpty() && rows.hasNext()) {
                Row row = rows.next();
                if (row.getLong(0) != band) {
                    band = row.getLong(0);
                    before.clear();
                }
                before.forEach(earlier -> ready.add(RowFactory.create(row.getLong(1), earlier)));
                if (before.size() == SimilarRows.EARLIER) {
                    before.removeFirst();
                }
                before.addLast(row.getLong(1));
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            hasNext();
            return ready.remove();
        }
    }

    /** The places of all duplicates, one column. */
    Dataset<Row> places() {
        return places;
    }

    long exact() {
        return exact;
    }

    long near() {
        return near;
    }
}

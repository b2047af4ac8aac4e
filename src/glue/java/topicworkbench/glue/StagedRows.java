package topicworkbench.glue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;
import scala.collection.JavaConverters;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewRow;
import topicworkbench.corpus.ReviewRows;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.FolderTree;

/**
 * Reads one file into rows of {@link #SCHEMA}: its reviews, what of it could not be read, and one row that tells how the
 * file was understood, or why it cannot be. A file is read by one task from one end to the other, since a quote may open
 * anywhere and packed files cannot be entered in the middle.
 */
final class StagedRows implements FlatMapFunction<Tuple2<String, Long>, Row> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(StagedRows.class);

    static final StructType SCHEMA = withReview(new StructType().add("file", DataTypes.IntegerType).add("row", DataTypes.LongType))
            .add("line", DataTypes.LongType).add("reason", DataTypes.StringType)
            .add("raw", DataTypes.StringType).add("swallowed", DataTypes.LongType).add("damaged", DataTypes.BooleanType)
            .add("unreadable", DataTypes.IntegerType).add("note", DataTypes.StringType)
            .add("others", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));

    private final SerializableConfiguration hadoop;
    private final HashMap<String, String> columns;
    private final ArrayList<String> keep;

    StagedRows(Configuration hadoop, Map<String, String> columns, List<String> keep) {
        this.hadoop = new SerializableConfiguration(hadoop);
        this.columns = new HashMap<>(columns);
        this.keep = new ArrayList<>(keep);
    }

    /** With the columns of a review beside those that are there. */
    static StructType withReview(StructType schema) {
        return schema.add("id", DataTypes.StringType).add("title", DataTypes.StringType).add("text", DataTypes.StringType)
                .add("stars", DataTypes.DoubleType).add("product", DataTypes.StringType).add("product_id", DataTypes.StringType)
                .add("category", DataTypes.StringType).add("date", DataTypes.DateType)
                .add("helpful_votes", DataTypes.IntegerType).add("verified", DataTypes.BooleanType)
                .add("source", DataTypes.StringType);
    }

    /** How a file was understood, or two sentences on why it cannot be read. */
    record Note(IngestReport.FileReport understood, String failure, String remedy) {
        static Note of(String json) {
            return new Gson().fromJson(json, Note.class);
        }
    }

    @Override
    public Iterator<Row> call(Tuple2<String, Long> numbered) {
        return new Rows(numbered._1(), numbered._2().intValue());
    }

    private final class Rows implements Iterator<Row> {
        private final String file;
        private final int number;
        private final String name;
        private final Deque<Row> ready = new ArrayDeque<>();
        private Path folder;
        private ReviewRows rows;
        private boolean done;

        Rows(String file, int number) {
            this.file = file;
            this.number = number;
            name = new org.apache.hadoop.fs.Path(file).getName();
        }

        @Override
        public boolean hasNext() {
            if (ready.isEmpty() && !done) {
                advance();
            }
            return !ready.isEmpty();
        }

        @Override
        public Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return ready.remove();
        }

        private void advance() {
            try {
                if (rows == null) {
                    open();
                }
                ReviewRow row = rows.next();
                if (row == null) {
                    end();
                } else {
                    ready.add(staged(row));
                }
            } catch (ExplainedException e) {
                LOG.warn("{} is not read", file, e);
                // the same words as on a desktop, with the name that people know the file by
                ready.add(note(new Note(null, e.getMessage().replace(local().toString(), file), e.remedy())));
                end();
            } catch (IOException e) {
                end();
                throw new UncheckedIOException(e);
            }
        }

        private void open() throws IOException {
            folder = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "topic-workbench-ingest");
            new JobFiles(hadoop.value()).fetch(file, local());
            rows = ReviewRows.open(local(), columns, keep, folder.resolve("repaired"), ParquetFile::columns, ParquetFile::new);
            ready.add(note(new Note(rows.description(), null, null)));
        }

        private Path local() {
            return folder.resolve("file").resolve(name);
        }

        private void end() {
            done = true;
            try {
                try {
                    if (rows != null) {
                        rows.close();
                    }
                } finally {
                    if (folder != null) { // else it could not be made
                        FolderTree.delete(folder);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Row staged(ReviewRow row) {
            int unreadable = row.unreadable().stream().mapToInt(StagedRows::flag).sum();
            String id = row.id() != null || row.reason() != null ? row.id() : name + "#" + row.row();
            return RowFactory.create(number, row.row(), id, row.title(), row.text(), row.stars(), row.product(),
                    row.productId(), row.category(), row.date(), row.helpfulVotes(), row.verified(), name, row.line(),
                    row.reason(), row.raw(), row.swallowed(), row.damaged(), unreadable, null,
                    JavaConverters.mapAsScalaMap(row.others()));
        }

        private Row note(Note note) {
            Object[] values = new Object[SCHEMA.length()];
            values[SCHEMA.fieldIndex("file")] = number;
            values[SCHEMA.fieldIndex("note")] = new Gson().toJson(note);
            return RowFactory.create(values);
        }
    }

    static int flag(ReviewField field) {
        return 1 << field.ordinal();
    }
}

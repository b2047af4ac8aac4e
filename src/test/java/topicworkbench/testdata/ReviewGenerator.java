package topicworkbench.testdata;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import topicworkbench.corpus.DuckDb;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.RandomStream;

/**
 * Writes a corpus of invented reviews of any size to a file: {@code N FILE [SEED]}. The name's ending chooses CSV, JSON
 * lines (.jsonl), gzip of either (.csv.gz, .jsonl.gz) or Parquet. The column {@code topic} names the planted topic. One
 * row in two thousand is damaged, except in Parquet, which cannot hold such rows and leaves them out.
 */
public final class ReviewGenerator {
    private static final String HEADER = "id,product,category,stars,title,text,date,helpful_votes,verified,topic";
    private static final double DAMAGED = 0.0005;
    private static final int BUFFER_BYTES = 1 << 20;

    private ReviewGenerator() { }

    public static void main(String[] arguments) throws IOException, SQLException {
        int reviews = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        long start = System.nanoTime();
        write(reviews, file, arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        System.out.printf("%,d reviews, %,d MB, %.1f s: %s%n", reviews, Files.size(file) >> 20,
                (System.nanoTime() - start) / 1e9, file);
    }

    /** Same number, ending and seed, same bytes. */
    public static void write(int reviews, Path file, long seed) throws IOException, SQLException {
        String name = file.getFileName().toString();
        if (name.endsWith(".parquet")) {
            writeParquet(reviews, file, seed);
        } else if (name.endsWith(".jsonl") || name.endsWith(".jsonl.gz")) {
            writeLines(reviews, file, seed, "", ReviewGenerator::json);
        } else {
            writeLines(reviews, file, seed, HEADER + "\n", ReviewGenerator::csv);
        }
    }

    private static void writeLines(int reviews, Path file, long seed, String header, Function<InventedReview, String> format)
            throws IOException {
        PlantedReviews planted = new PlantedReviews(seed);
        RandomStream damage = RandomStream.of(seed, "damaged rows");
        try (OutputStream out = Files.newOutputStream(file);
                OutputStream packed = file.toString().endsWith(".gz") ? new GZIPOutputStream(out, BUFFER_BYTES) : out;
                Writer writer = new OutputStreamWriter(packed, StandardCharsets.US_ASCII)) {
            writer.write(header);
            for (int number = 0; number < reviews; number++) {
                String line = format.apply(planted.review(number));
                // cut in the id or product, so that columns or a closing brace are missing
                writer.write(damage.nextDouble() < DAMAGED ? line.substring(0, 16) : line);
                writer.write('\n');
            }
        }
    }

    private static String csv(InventedReview review) {
        return review.id() + ',' + review.product() + ',' + review.category() + ',' + review.stars() + ",\""
                + review.title() + "\",\"" + review.text() + "\"," + review.date() + ',' + review.helpfulVotes() + ','
                + review.verified() + ',' + review.topic();
    }

    private static String json(InventedReview review) {
        JsonObject json = new JsonObject();
        json.addProperty("id", review.id());
        json.addProperty("product", review.product());
        json.addProperty("category", review.category());
        json.addProperty("stars", review.stars());
        json.addProperty("title", review.title());
        json.addProperty("text", review.text());
        json.addProperty("date", review.date().toString());
        json.addProperty("helpful_votes", review.helpfulVotes());
        json.addProperty("verified", review.verified());
        json.addProperty("topic", review.topic());
        return json.toString();
    }

    private static void writeParquet(int reviews, Path file, long seed) throws IOException, SQLException {
        Path folder = file.toAbsolutePath().getParent();
        Path csv = Files.createTempFile(folder, "reviews", ".csv");
        try (DuckDb duckDb = DuckDb.open(folder)) {
            writeLines(reviews, csv, seed, HEADER + "\n", ReviewGenerator::csv);
            duckDb.writeParquet("FROM read_csv(" + DuckDb.readable(csv) + ", header = true, delim = ',', quote = '\"', "
                    + "ignore_errors = true, columns = {id: 'VARCHAR', product: 'VARCHAR', category: 'VARCHAR', "
                    + "stars: 'INTEGER', title: 'VARCHAR', text: 'VARCHAR', date: 'DATE', helpful_votes: 'INTEGER', "
                    + "verified: 'BOOLEAN', topic: 'INTEGER'})", file, ProgressListener.NONE);
        } finally {
            Files.delete(csv);
        }
    }
}

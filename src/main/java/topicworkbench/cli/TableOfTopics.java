package topicworkbench.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import topicworkbench.corpus.NewReviews;
import topicworkbench.export.table.ClassifiedReviews;
import topicworkbench.export.table.ClassifiedReviews.Answers;
import topicworkbench.export.table.TableFile;
import topicworkbench.export.table.TableFormat;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunFolder;

/** The table of the topics of new reviews, and beside it the list of rows that could not be read. Both are written last. */
final class TableOfTopics {
    private final Path file;
    private final List<Topic> topics;
    private NewReviews reviews;
    private int[] known;
    private CsrCounts documents;

    private TableOfTopics(Path file, List<Topic> topics) {
        this.file = file;
        this.topics = topics;
    }

    /**
     * @param force whether files that are there are replaced
     * @throws InvalidOptionException if one is there that may not be replaced, or the ending is none of a table
     */
    static TableOfTopics of(RunFolder run, Path file, boolean force) {
        TableFormat.of(file);
        TableOfTopics table = new TableOfTopics(file, run.result().topics());
        for (Path each : List.of(file, table.listOfRejected())) {
            if (!force && Files.exists(each)) {
                throw new InvalidOptionException("output", "The file " + each + " is there already.",
                        "Name another table, or give --force to replace it.");
            }
        }
        return table;
    }

    /** The folder that it will be in. */
    Path place() {
        return file.getParent();
    }

    private Path listOfRejected() {
        String name = file.getFileName().toString();
        int ending = name.lastIndexOf('.');
        return file.resolveSibling(name.substring(0, ending) + "-rejected" + name.substring(ending));
    }

    /**
     * Says how many there are.
     *
     * @throws ExplainedException if the model knows no word of any
     */
    void take(NewReviews read, Terminal terminal) {
        reviews = read;
        CsrCounts counts = reviews.counts();
        known = IntStream.range(0, counts.rows()).filter(row -> counts.rowTotal(row) > 0).toArray();
        terminal.tell(String.format(Locale.ROOT, "%,d reviews, of which %,d have words that the model knows.", counts.rows(),
                known.length));
        if (reviews.prepared().read() > reviews.prepared().kept()) {
            terminal.tell(String.format(Locale.ROOT, "%,d are left out by the run's filter and its rule for duplicates.",
                    reviews.prepared().read() - reviews.prepared().kept()));
        }
        if (rejected() > 0) {
            terminal.tell(String.format(Locale.ROOT, "%,d rows could not be read.", rejected()));
        }
        documents = counts.selectRows(known);
        if (known.length == 0) {
            throw new ExplainedException("The model knows no word of any of these reviews, so that there is nothing to ask it.",
                    "Check with inspect which columns were recognized, and whether the run is one of such reviews.");
        }
    }

    private long rejected() {
        return reviews.ingested().rejected();
    }

    /** Those that the model is asked about. */
    CsrCounts documents() {
        return documents;
    }

    /** @param shares of topics in each of the documents */
    void write(FloatMatrix shares, WorkProgress progress) {
        ClassifiedReviews.write(reviews.reviews(), new Answers(reviews.counts(), known, shares, topics), file, (done, total) ->
                progress.making("Writing the table", done, total));
        if (rejected() > 0) {
            TableFile.write(reviews.rejected(), listOfRejected());
        }
    }

    void tellOfFiles(Terminal terminal) {
        terminal.print(file.toString());
        if (rejected() > 0) {
            terminal.tell("The rows that could not be read are listed in " + listOfRejected() + ".");
        }
    }
}

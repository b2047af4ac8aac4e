package topicworkbench.workspace;

import java.nio.file.Path;
import java.util.List;
import topicworkbench.run.RunRequest;
import topicworkbench.run.Stage;

/**
 * Where the files of a run are; src/main/doc/run-folder.md says what they hold.
 *
 * @param folder the run's own
 */
public record RunFiles(Path folder) {

    public Path spec() {
        return folder.resolve("spec.json");
    }

    public Path name() {
        return folder.resolve("name.txt");
    }

    public Path state() {
        return folder.resolve("state.json");
    }

    public Path provenance() {
        return folder.resolve("provenance.json");
    }

    public Path events() {
        return folder.resolve("events.jsonl");
    }

    /** One look a second at the run and its machine. */
    public Path samples() {
        return folder.resolve("samples.csv");
    }

    /** Tags, note, archived or not. */
    public Path remarks() {
        return folder.resolve("remarks.json");
    }

    /** Of which reviews of which other run this one is about; missing where it has reviews of its own. */
    public Path origin() {
        return folder.resolve("origin.json");
    }

    /** Reviews of this run that other runs were made of. */
    public Path selections() {
        return folder.resolve("selections");
    }

    /** There while somebody asks this of the process that works on the run. */
    public Path request(RunRequest request) {
        return folder.resolve(request.key() + ".request");
    }

    public Path labels() {
        return folder.resolve("labels.jsonl");
    }

    /** Answers of the five-minute check. */
    public Path checks() {
        return folder.resolve("checks.jsonl");
    }

    /** Which reviews of a split topic go to which part. @param file as the journal names it */
    public Path split(String file) {
        return folder.resolve("splits").resolve(file);
    }

    /** What went wrong, in the words of the program; for those who mend it. */
    public Path log() {
        return folder.resolve("run.log");
    }

    public Path vocabulary() {
        return folder.resolve("vocabulary.txt");
    }

    public Path reviews() {
        return folder.resolve("reviews.parquet");
    }

    public Path rejected() {
        return folder.resolve("rejected.parquet");
    }

    public Path tooShort() {
        return folder.resolve("too_short.parquet");
    }

    public Path topicTerm() {
        return folder.resolve("topic_term.parquet");
    }

    public Path documentTopic() {
        return folder.resolve("document_topic.parquet");
    }

    public Path quality() {
        return folder.resolve("quality.parquet");
    }

    /** Missing where no map was asked for, or there were too few documents. */
    public Path map() {
        return folder.resolve("map.parquet");
    }

    /** Where in the cloud the run is; missing where it runs on this computer. */
    public Path cloud() {
        return folder.resolve("cloud.json");
    }

    /** What the run has cost in the cloud; missing where it runs on this computer, or before that was asked. */
    public Path cost() {
        return folder.resolve("cost.json");
    }

    /** Which topics of the models from several seeds are the same; missing where there was one seed. */
    public Path alignment() {
        return folder.resolve("alignment.parquet");
    }

    /** Reviews that people chose and named; missing until they do. */
    public Path savedSelections() {
        return folder.resolve("selections.parquet");
    }

    /** What stages hand to each other. */
    public Path work() {
        return folder.resolve("work");
    }

    /** Of the window's search; made anew where it is missing. */
    public Path searchIndex() {
        return work().resolve("search");
    }

    public Path ingested() {
        return work().resolve("ingested.parquet");
    }

    public Path corpus() {
        return work().resolve("corpus.bin");
    }

    /** The files that a stage leaves when it is done; the map is missing where there are too few documents for one. */
    public List<Path> outputs(Stage stage) {
        return switch (stage) {
            case INGEST -> List.of(ingested(), rejected());
            case PREPARE -> List.of(reviews());
            case VECTORISE -> List.of(corpus(), vocabulary(), tooShort());
            case TRAIN -> List.of(parameters(), topicTerm(), documentTopic());
            case EVALUATE -> List.of(quality());
            case UPLOAD, GATE, ENDPOINT, FETCH -> List.of();
            case MAP -> List.of(map());
        };
    }

    /** The word distributions that training from one of several seeds found. */
    public Path topicTermOf(long seed) {
        return work().resolve("topic_term_" + seed + ".parquet");
    }

    /** Of its outputs those that only the next stage reads; they go when that is done. */
    public List<Path> passedOn(Stage stage) {
        return stage == Stage.INGEST ? List.of(ingested()) : List.of();
    }

    /** The trained arrays, as an MXNet list. */
    public Path parameters() {
        return work().resolve("model.params");
    }
}

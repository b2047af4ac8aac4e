package topicworkbench.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.CRC32C;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.WordVectorFile;
import topicworkbench.reliability.FuzzTarget;
import topicworkbench.reliability.Scratch;

/** The readers of counts, vocabularies and word vectors. What ends in a checksum is damaged with a right one. */
public final class CorpusTargets {
    private static final TextOptions OPTIONS = new TextOptions(2, "english", List.of(), TextOptions.Normalization.NONE, 3, 1, 1.0, 400,
            1, 0.2, 0.2);
    private static final List<Document> DOCUMENTS = List.of(new Document(0, "", "battery battery charger dead"),
            new Document(1, "", "late delivery, late refund"), new Document(2, "", "screen cracked, battery dead"),
            new Document(5, "", "refund late screen delivery"));
    private static final Path COMMITTED = Path.of("src/test/resources/topicworkbench/quality");
    private static final Threads THREADS = new Threads(1);

    private CorpusTargets() { }

    public static List<FuzzTarget> all() {
        return List.of(sealed("corpus-bin", CorpusTargets::corpus, file -> CorpusFile.read(file).counts().columnTotals()),
                sealed("term-counts", CorpusTargets::shard, file -> TermShard.vectorise(List.of(file), OPTIONS, 1, THREADS)),
                vocabulary(), vectors());
    }

    private static FuzzTarget vocabulary() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained("vocabulary", () -> List.of(utf8("battery\nlate\nrefund\ncafé\n")),
                bytes -> CorpusFile.readVocabulary(scratch.file("vocab.txt", bytes))).inFiles();
    }

    private static FuzzTarget vectors() {
        Scratch scratch = Scratch.make();
        Vocabulary vocabulary = new Vocabulary(List.of("battery", "late", "price", "the"));
        return FuzzTarget.explained("word-vectors", () -> List.of("glove.txt", "word2vec.txt", "word2vec.bin", "word2vec.bin.gz").stream()
                .map(COMMITTED::resolve).map(Scratch::bytes).toList(),
                bytes -> WordVectorFile.read(scratch.file("vectors", bytes), vocabulary, ProgressListener.NONE)).inFiles();
    }

    /** The input is all but the checksum. */
    private static FuzzTarget sealed(String name, Function<Path, byte[]> writer, Consumer<Path> reader) {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained(name, () -> List.of(writer.apply(scratch.folder().resolve(name))), bytes -> {
            CRC32C sum = new CRC32C();
            sum.update(bytes);
            reader.accept(scratch.file(name, ByteBuffer.allocate(bytes.length + Long.BYTES).put(bytes).putLong(sum.getValue()).array()));
        }).inFiles();
    }

    private static byte[] corpus(Path file) {
        CorpusFile.write(Vectoriser.vectorise(DocumentSource.of(DOCUMENTS), OPTIONS, 5, THREADS, ProgressListener.NONE).corpus(), file);
        return unsealed(file);
    }

    private static byte[] shard(Path file) {
        TermShard.count(DocumentSource.of(DOCUMENTS), OPTIONS, THREADS, ProgressListener.NONE, file);
        return unsealed(file);
    }

    private static byte[] unsealed(Path file) {
        byte[] sealed = Scratch.bytes(file);
        return Arrays.copyOf(sealed, sealed.length - Long.BYTES);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

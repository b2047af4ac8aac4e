package topicworkbench.glue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import topicworkbench.corpus.DamagedFile;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.ReviewColumns;
import topicworkbench.corpus.ReviewField;
import topicworkbench.corpus.ReviewLayout;
import topicworkbench.corpus.ReviewNormalizer;
import topicworkbench.corpus.ReviewRow;
import topicworkbench.corpus.ReviewRows;

/** The rows of a Parquet file in its order; only the columns that are wanted are read. */
final class ParquetFile implements ReviewRows {
    private final Path file;
    private final ReviewColumns fields;
    private final ReviewLayout layout;
    private final ReviewNormalizer normalizer;
    private final ParquetReader<Group> reader;
    private final Map<ReviewField, ParquetText> texts = new EnumMap<>(ReviewField.class);
    private final Map<String, ParquetText> others = new HashMap<>();
    private long row;

    ParquetFile(Path file, ReviewLayout layout, ReviewColumns fields, Map<String, String> others) throws IOException {
        this.file = file;
        this.fields = fields;
        MessageType schema = schema(file);
        this.layout = layout;
        normalizer = new ReviewNormalizer(layout);
        fields.of().forEach((field, column) -> texts.put(field, ParquetText.of(schema.getType(column), field, file.toString())));
        others.forEach((name, column) -> ParquetText.of(schema.getType(column)).ifPresent(text -> this.others.put(name, text)));
        List<Type> wanted = Stream.concat(fields.of().values().stream(), others.values().stream()).distinct()
                .map(schema::getType).toList();
        reader = ParquetReader.builder(new Projection(new MessageType(schema.getName(), wanted)), path(file)).build();
    }

    /** Reads these columns only; a schema that travels as text, as Parquet's own does, may have no blanks in its names. */
    private static final class Projection extends ReadSupport<Group> {
        private final MessageType wanted;

        Projection(MessageType wanted) {
            this.wanted = wanted;
        }

        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(wanted);
        }

        @Override
        public RecordMaterializer<Group> prepareForRead(Configuration hadoop, Map<String, String> keyValues, MessageType schema,
                ReadContext context) {
            return new GroupRecordConverter(context.getRequestedSchema());
        }
    }

    static List<String> columns(Path file) {
        return names(schema(file));
    }

    private static List<String> names(MessageType schema) {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    private static MessageType schema(Path file) {
        try (ParquetFileReader footer = ParquetFileReader.open(HadoopInputFile.fromPath(path(file), new Configuration(false)))) {
            return footer.getFileMetaData().getSchema();
        } catch (IOException | RuntimeException e) {
            throw DamagedFile.parquet(file, e);
        }
    }

    private static org.apache.hadoop.fs.Path path(Path file) {
        return new org.apache.hadoop.fs.Path(file.toUri());
    }

    @Override
    public ReviewRow next() {
        try {
            Group group = reader.read();
            if (group == null) {
                return null;
            }
            Map<ReviewField, String> values = new EnumMap<>(ReviewField.class);
            texts.forEach((field, text) -> values.put(field, text.of(group)));
            Map<String, String> more = new HashMap<>();
            others.forEach((name, text) -> more.put(name, text.of(group)));
            return normalizer.review(++row, values, more);
        } catch (IOException | RuntimeException e) {
            throw DamagedFile.parquet(file, e);
        }
    }

    @Override
    public IngestReport.FileReport description() {
        return new IngestReport.FileReport(file.toString(), "Parquet", "UTF-8", layout.title(), fields.of(),
                fields.unrecognised(), 0, 0, 0, Map.of());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}

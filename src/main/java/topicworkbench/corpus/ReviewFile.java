package topicworkbench.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

/**
 * How one file is to be read, as its first bytes tell.
 *
 * @param path        the file
 * @param format      its kind
 * @param compression how it is packed
 * @param encoding    how its text is encoded
 * @param delimiter   between the fields of CSV and TSV
 * @param escape      before a quote inside of a quoted field of CSV: another quote, or a backslash
 * @param layout      the published layout it follows
 * @param columns     names of its columns, in order; of JSON those seen in the first records
 * @param fields      which column holds what
 */
record ReviewFile(Path path, ReviewFormat format, Compression compression, TextEncoding encoding, char delimiter,
        char escape, ReviewLayout layout, List<String> columns, ReviewColumns fields) {

    String name() {
        return path.getFileName().toString();
    }

    /** For people: "CSV, gzip". */
    String describe() {
        String separated = format == ReviewFormat.CSV && delimiter != ','
                ? " separated by " + (delimiter == ';' ? "semicolons" : "\"" + delimiter + "\"") : "";
        String escaped = escape == DelimitedText.QUOTE ? "" : " with backslashes before quotes";
        return format.title() + separated + escaped + (compression == Compression.NONE ? "" : ", " + compression.key());
    }

    /** The text, from behind the byte-order mark. */
    Reader openText() throws IOException {
        InputStream in = compression.open(path);
        in.skipNBytes(encoding.markLength());
        return new InputStreamReader(in, encoding.charset());
    }

    /** The same table in another file, unpacked. */
    ReviewFile at(Path copy, TextEncoding encoding) {
        return new ReviewFile(copy, format, Compression.NONE, encoding, delimiter, escape, layout, columns, fields);
    }
}

package topicworkbench.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import topicworkbench.failure.ExplainedException;

/** Finds out how a file is to be read from its first megabyte, or says why it cannot be. */
final class ReviewFileSniffer {
    private static final int HEAD = 1 << 20;
    private static final int RECORDS = 500;
    private static final char[] CSV_DELIMITERS = {',', ';', '|'};

    private final Function<Path, List<String>> parquetColumns;
    private final Map<String, String> chosenColumns;

    /**
     * @param parquetColumns tells the names of a Parquet file's columns, or throws an {@link ExplainedException}
     * @param chosenColumns  the user's own columns, field key to column name
     */
    ReviewFileSniffer(Function<Path, List<String>> parquetColumns, Map<String, String> chosenColumns) {
        this.parquetColumns = parquetColumns;
        this.chosenColumns = chosenColumns;
    }

    ReviewFile sniff(Path path) {
        try {
            if (Files.size(path) == 0) {
                throw empty(path);
            }
            Compression compression = Compression.of(path);
            byte[] head;
            try (InputStream in = compression.open(path)) {
                head = in.readNBytes(HEAD);
            }
            if (head.length == 0) {
                throw empty(path);
            }
            return sniff(path, compression, head);
        } catch (AccessDeniedException e) {
            throw new ExplainedException(path + " may not be read.", "Give yourself the right to read it.", e);
        } catch (IOException e) {
            throw TextCheck.broken(path, e);
        }
    }

    private ReviewFile sniff(Path path, Compression compression, byte[] head) {
        if (compression == Compression.NONE && startsWith(head, "PAR1")) {
            List<String> columns = parquetColumns.apply(path);
            return file(path, ReviewFormat.PARQUET, compression, TextEncoding.UTF_8, ',', DelimitedText.QUOTE,
                    ReviewLayout.of(columns), columns);
        }
        TextEncoding encoding = TextEncoding.of(head);
        String text = new String(head, encoding.markLength(), head.length - encoding.markLength(), encoding.charset());
        if (binary(text)) {
            throw new ExplainedException(path + " is not a review file: it holds binary data, not text.",
                    "Give a CSV, TSV, JSON or Parquet file; unpack archives and save spreadsheets as CSV first.");
        }
        if (text.isBlank()) {
            throw empty(path);
        }
        boolean whole = head.length < HEAD;
        return json(text) ? sniffJson(path, compression, encoding, text)
                : sniffDelimited(path, compression, encoding, text, whole);
    }

    private ReviewFile sniffDelimited(Path path, Compression compression, TextEncoding encoding, String text,
            boolean whole) {
        if (DelimitedText.records(text, ',', true, 1).isEmpty()) {
            throw new ExplainedException(path + " holds no rows, only a quote that nothing closes.", "Give a file that holds reviews.");
        }
        String firstLine = text.stripLeading().lines().findFirst().orElseThrow();
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean tabbed = firstLine.indexOf('\t') >= 0 && (name.contains(".tsv") || name.contains(".tab")
                || DelimitedText.records(firstLine, ',', true, 1).get(0).size()
                <= DelimitedText.records(firstLine, '\t', false, 1).get(0).size());
        char delimiter = tabbed ? '\t' : csvDelimiter(text);
        char escape = tabbed ? DelimitedText.QUOTE : DelimitedText.escape(text, delimiter, RECORDS);
        List<List<String>> records = DelimitedText.records(text, delimiter, !tabbed, escape, RECORDS);
        if (!whole && records.size() > 1) {
            records.remove(records.size() - 1);
        }
        ReviewFormat format = tabbed ? ReviewFormat.TSV : ReviewFormat.CSV;
        ReviewLayout headerless = ReviewLayout.ofRecords(records);
        if (headerless != null) {
            List<String> columns = records.get(0).size() == 2 ? List.of("class", "text")
                    : List.of("class", "title", "text");
            ReviewColumns fields = ReviewColumns.recognise(columns, withClass(columns), path.toString());
            return new ReviewFile(path, format, compression, encoding, delimiter, escape, headerless, columns, fields);
        }
        return file(path, format, compression, encoding, delimiter, escape, ReviewLayout.of(records.get(0)),
                records.get(0));
    }

    private Map<String, String> withClass(List<String> columns) {
        Map<String, String> chosen = new HashMap<>(Map.of(ReviewField.STARS.key(), columns.get(0)));
        chosen.putAll(chosenColumns);
        return chosen;
    }

    /** The delimiter under which the first line names most fields, then under which it has most columns. */
    private static char csvDelimiter(String text) {
        char best = ',';
        long most = -1;
        for (char delimiter : CSV_DELIMITERS) {
            List<String> names = DelimitedText.records(text, delimiter, true, 1).get(0);
            long score = 1000L * ReviewColumns.recognise(names, Map.of(), "").of().size() + names.size();
            if (score > most) {
                most = score;
                best = delimiter;
            }
        }
        return best;
    }

    private ReviewFile sniffJson(Path path, Compression compression, TextEncoding encoding, String text) {
        boolean lines = text.lines().filter(line -> !line.isBlank()).limit(20).anyMatch(ReviewFileSniffer::wholeObject);
        Set<String> keys = lines ? keysOfLines(text) : keysOfValues(text);
        if (keys.isEmpty()) {
            throw new ExplainedException(path + " holds JSON, but no objects with named values.",
                    "Give one JSON object a review, one a line or all in one array.");
        }
        ReviewFormat format = lines ? ReviewFormat.JSON_LINES
                : text.stripLeading().startsWith("[") ? ReviewFormat.JSON_ARRAY : ReviewFormat.JSON_OBJECTS;
        ReviewLayout layout = ReviewLayout.of(keys);
        keys.addAll(layout.occasionalKeys());
        return file(path, format, compression, encoding, ',', DelimitedText.QUOTE, layout,
                List.copyOf(keys));
    }

    private static boolean wholeObject(String line) {
        try {
            return JsonParser.parseString(line).isJsonObject();
        } catch (JsonParseException notWhole) {
            return false;
        }
    }

    private static Set<String> keysOfLines(String text) {
        Set<String> keys = new LinkedHashSet<>();
        text.lines().limit(RECORDS).filter(ReviewFileSniffer::wholeObject)
                .forEach(line -> keys.addAll(JsonParser.parseString(line).getAsJsonObject().keySet()));
        return keys;
    }

    /** Of the objects of an array, or of objects one after another, as far as the text goes. */
    private static Set<String> keysOfValues(String text) {
        Set<String> keys = new LinkedHashSet<>();
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.LENIENT);
            if (reader.peek() == JsonToken.BEGIN_ARRAY) {
                reader.beginArray();
            }
            while (reader.peek() != JsonToken.END_ARRAY && reader.peek() != JsonToken.END_DOCUMENT) {
                JsonElement element = JsonParser.parseReader(reader);
                if (element instanceof JsonObject object) {
                    keys.addAll(object.keySet());
                }
            }
        } catch (IOException | JsonParseException | IllegalStateException endOfTheSample) {
            // the keys of the objects before it are what was wanted
        }
        return keys;
    }

    private ReviewFile file(Path path, ReviewFormat format, Compression compression, TextEncoding encoding,
            char delimiter, char escape, ReviewLayout layout, List<String> columns) {
        ReviewColumns fields = ReviewColumns.recognise(columns, chosenColumns, path.toString());
        return new ReviewFile(path, format, compression, encoding, delimiter, escape, layout, List.copyOf(columns), fields);
    }

    private static boolean json(String text) {
        String start = text.substring(0, Math.min(text.length(), 1000)).replaceAll("\\s", "");
        return start.startsWith("{\"") || start.startsWith("{}") || start.startsWith("[{") || start.equals("[]");
    }

    /** Text does not hold NUL; damaged text has some odd characters, binary data many. */
    private static boolean binary(String text) {
        long odd = text.chars().limit(100_000).filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\uFFFD').count();
        return text.indexOf('\0') >= 0 || odd * 10 > Math.min(100_000, text.length());
    }

    private static boolean startsWith(byte[] head, String magic) {
        byte[] bytes = magic.getBytes(StandardCharsets.US_ASCII);
        return head.length >= bytes.length && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }

    private static ExplainedException empty(Path path) {
        return new ExplainedException(path + " is empty.", "Give a file that holds reviews.");
    }

}

package topicworkbench.testdata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topicworkbench.corpus.Document;

/** Usenet messages as the archive 20_newsgroups keeps them: a folder for each group, a Latin-1 file for each message. */
public final class NewsgroupMessages {
    private static final Pattern QUOTATION = Pattern.compile("writes in|writes:|wrote:|says:|said:|^In article|^Quoted from|^\\||^>");

    private NewsgroupMessages() { }

    /** What the authors of the messages wrote themselves, in the order of the files' names. */
    public static List<Document> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            documents.add(new Document(documents.size(), "", own(Files.readString(file, StandardCharsets.ISO_8859_1))));
        }
        return documents;
    }

    /** A message without its header, the lines it quotes, and its signature: what follows the last blank or dashed line. */
    static String own(String message) {
        String text = message.replace("\r\n", "\n");
        int header = text.indexOf("\n\n");
        String body = header < 0 ? "" : text.substring(header + 2);
        List<String> lines = Arrays.asList(body.lines().filter(line -> !QUOTATION.matcher(line).find())
                .collect(Collectors.joining("\n")).strip().split("\n"));
        int signature = lines.size() - 1;
        while (signature > 0 && !lines.get(signature).replace("-", "").isBlank()) {
            signature--;
        }
        return String.join("\n", signature > 0 ? lines.subList(0, signature) : lines);
    }
}

package topicworkbench.testdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.corpus.Document;

class NewsgroupMessagesTest {

    @Test
    void leavesHeadersQuotationsAndSignaturesOut() {
        assertThat(NewsgroupMessages.own("""
                From: someone
                Subject: tapes

                Another wrote:
                > which tape is best
                | and which drive
                The second one,
                by far.

                It lasts.
                --
                someone, somewhere
                """)).isEqualTo("The second one,\nby far.\n\nIt lasts.");
    }

    @Test
    void keepsAMessageOfOneParagraphAndNothingOfAHeaderAlone() {
        assertThat(NewsgroupMessages.own("From: x\n\nOne line.\nAnother.\n")).isEqualTo("One line.\nAnother.");
        assertThat(NewsgroupMessages.own("From: x\nSubject: y\n")).isEmpty();
    }

    @Test
    void readsEveryGroupsFilesAsLatinText(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sci.space"));
        Files.createDirectories(folder.resolve("rec.autos"));
        Files.writeString(folder.resolve("sci.space/2"), "From: x\n\nOrbit caf\u00e9.", StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("rec.autos/7"), "From: x\n\nWheels.", StandardCharsets.ISO_8859_1);
        assertThat(NewsgroupMessages.read(folder)).extracting(Document::text).containsExactly("Wheels.", "Orbit caf\u00e9.");
    }
}

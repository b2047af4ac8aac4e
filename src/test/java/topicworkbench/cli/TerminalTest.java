package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Review text must not take the terminal over. */
class TerminalTest {
    private static final String HOSTILE = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u202eevil\rover";

    @TempDir
    private Path folder;

    @Test
    void controlAndDirectionCharactersBecomeSpaces() {
        assertThat(Terminal.plain("a" + HOSTILE + "\nb")).isEqualTo("a ]0;owned  [2J 31m evil over\nb");
        assertThat(Terminal.plain("Größe 日本 😀 – …")).isEqualTo("Größe 日本 😀 – …");
    }

    @Test
    void aLineThatIsDrawnOverStaysOne() {
        ByteArrayOutputStream drawn = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(drawn, true, StandardCharsets.UTF_8);
        new WorkProgress(new Terminal(err, err, true, 20), new AtomicBoolean()).making("Waiting for what takes long", 1, 2);
        assertThat(drawn.toString(StandardCharsets.UTF_8)).isEqualTo("\r\u001b[KWaiting for what ta");
    }

    @Test
    void inspectShowsHostileReviewsHarmlessly() throws IOException {
        Path file = Files.writeString(folder.resolve("hostile.csv"), "stars,text\n1,\"" + HOSTILE + "\"\n2,fine\n");
        Commands.Answer answer = new Commands(folder).exactly("inspect", file.toString());
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer.out()).contains("evil").matches("(?s)[\\P{Cc}\\n]*").doesNotContain("\u202e");
    }

    @Test
    void whatACommandQuotesIsNoLineOfItsOwn() {
        Commands.Answer answer = new Commands(folder).run("show", "x\n5 topics\r\nDone." + HOSTILE);
        assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
        assertThat(answer.errLines()).hasSize(3).noneMatch(line -> line.startsWith("5 topics") || line.startsWith("Done."));
        assertThat(answer.err()).contains("5 topics").matches("(?s)[\\P{Cc}\\n]*").doesNotContain("\u202e");
    }

    @Test
    void tableLinesUpNumbersToTheRightAndCutsLongLines() {
        TextTable table = new TextTable("name", "count", "words").row("a", "5", "one two three four five")
                .row("bcd", "1,200", "six\nseven");
        assertThat(table.render(24).lines()).containsExactly("name  count  words", "a         5  one two th…",
                "bcd   1,200  six seven");
    }
}

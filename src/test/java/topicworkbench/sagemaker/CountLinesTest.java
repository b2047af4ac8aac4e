package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.math.CsrCounts;

class CountLinesTest {
    private static final CsrCounts COUNTS = new CsrCounts(3, 4, new int[] {0, 2, 2, 3}, new int[] {1, 3, 0}, new int[] {3, 1, 12});

    @Test
    void writesALineADocumentWithoutAHeader() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountLines.write(COUNTS, new int[] {2, 0, 1}, out);
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("12,0,0,0\n0,3,0,1\n0,0,0,0\n");
    }

    @Test
    void readsWhatItWritesAndWhatOtherProgramsWrite() throws IOException {
        assertThat(read("0,3,0,1\n0,0,0,0\n12,0,0,0\n")).usingRecursiveComparison().isEqualTo(COUNTS);
        assertThat(read("0.0, 3.0,0,1\r\n0,0,0,0\r\n12,0,0,0")).usingRecursiveComparison().isEqualTo(COUNTS);
        assertThat(read("").rows()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2,3", "1,2,3,4,5", "1,2,3,", "a,b,c,d", "1,2,-3,4", "1,2,0.5,4", "1,2,99999999999,4", "\n", "NaN,1,1,1"})
    void linesThatAreNoCountsAreRefused(String line) {
        assertThatThrownBy(() -> read("1,2,3,4\n" + line)).isInstanceOf(IOException.class)
                .hasMessage("Line 2 does not hold a count for each of 4 terms.");
    }

    private static CsrCounts read(String text) throws IOException {
        return CountLines.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), 4);
    }
}

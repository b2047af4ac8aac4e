package topicworkbench.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a text file's bytes stand for characters, as its byte-order mark tells; without one it is UTF-8. */
enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_8_MARKED("UTF-8 with byte-order mark", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16_LITTLE("UTF-16 little endian", StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16_BIG("UTF-16 big endian", StandardCharsets.UTF_16BE, 0xFE, 0xFF);

    private final String title;
    private final Charset charset;
    private final int[] mark;

    TextEncoding(String title, Charset charset, int... mark) {
        this.title = title;
        this.charset = charset;
        this.mark = mark;
    }

    String title() {
        return title;
    }

    Charset charset() {
        return charset;
    }

    int markLength() {
        return mark.length;
    }

    static TextEncoding of(byte[] head) {
        for (TextEncoding encoding : values()) {
            if (encoding.mark.length > 0 && encoding.startsWithMark(head)) {
                return encoding;
            }
        }
        return UTF_8;
    }

    private boolean startsWithMark(byte[] head) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

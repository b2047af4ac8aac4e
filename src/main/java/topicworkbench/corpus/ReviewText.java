package topicworkbench.corpus;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The rules by which review text is cleaned; the same wherever reviews are prepared. Thread-safe. */
public final class ReviewText {
    private ReviewText() { }

    /**
     * Plain text on one line: HTML entities resolved (also those escaped twice), tags out, every run of white space and
     * control characters one blank. Empty if nothing is left; null stays null.
     */
    public static String clean(String text) {
        if (text == null) {
            return null;
        }
        String plain = text;
        for (int times = 0; times < 2 && plain.indexOf('&') >= 0; times++) {
            plain = Parser.unescapeEntities(plain, false);
        }
        return oneLine(plain.indexOf('<') >= 0 ? withoutTags(plain) : plain);
    }

    /** A tag that breaks the line parts words, one inside a line does not; "<3" and "a < b" are no tags. */
    private static String withoutTags(String html) {
        StringBuilder text = new StringBuilder(html.length());
        Jsoup.parseBodyFragment(html).body().traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.getWholeText());
                } else if (node instanceof Element element && breaksLine(element)) {
                    text.append(' ');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && breaksLine(element)) {
                    text.append(' ');
                }
            }
        });
        return text.toString();
    }

    private static boolean breaksLine(Element element) {
        return element.isBlock() || element.normalName().equals("br") || element.normalName().equals("img");
    }

    private static String oneLine(String text) {
        if (isOneLine(text)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (invisible(c)) {
                continue;
            }
            if (blank(c)) {
                blank = true;
            } else {
                if (blank && !line.isEmpty()) {
                    line.append(' ');
                }
                blank = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Most text is in order: to see that costs less than to write it again. */
    private static boolean isOneLine(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ';
            if (space ? blank : blank(c) || invisible(c)) {
                return false;
            }
            blank = space;
        }
        return !blank;
    }

    private static boolean blank(char c) {
        return c <= ' ' || c > '~' && (Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    /** Zero-width space, word joiner, byte-order mark, soft hyphen: they would split or glue words unseen. */
    private static boolean invisible(char c) {
        return c == '\u200B' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }
}

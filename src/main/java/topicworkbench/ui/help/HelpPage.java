package topicworkbench.ui.help;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A page of the documentation, which is also the window's help.
 *
 * @param path     within the documentation, for example {@code window/runs.md}
 * @param title    its first heading
 * @param markdown its text
 */
public record HelpPage(String path, String title, String markdown) {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(EXTENSIONS).escapeHtml(true)
            .sanitizeUrls(true).build();

    static HelpPage of(String path, String markdown) {
        String title = markdown.lines().filter(line -> line.startsWith("# ")).findFirst().map(line -> line.substring(2).replace("`", ""))
                .orElse(path);
        return new HelpPage(path, title, markdown);
    }

    /** The body as HTML; tags in the text are shown, not obeyed. */
    String html() {
        return RENDERER.render(PARSER.parse(markdown));
    }
}

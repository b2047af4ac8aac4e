package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every color that our style sheet gives to text can be read on every ground that text stands on, in both looks. */
class ContrastTest {
    private static final String STYLES = "/topicworkbench/ui/workbench.css";
    private static final double LEAST = 4.5;
    private static final Pattern NAMED = Pattern.compile("(-(?:color|tw)-[\\w-]+):\\s*([^;]+);");
    /** The house's own, for dark and for light. */
    private static final Pattern OWN = Pattern.compile(
            "(-(?:color|tw)-[\\w-]+): ladder\\(-color-bg-default, (#\\w+) 49%, (#\\w+) 50%\\);");
    private static final Pattern TEXT = Pattern.compile("-fx-(?:prompt-)?text-fill:\\s*(-[\\w-]+)");
    /** The window, its frame, and a row under the pointer or chosen. */
    private static final List<String> GROUNDS = List.of("-color-bg-default", "-color-bg-subtle", "-tw-hover", "-tw-chosen");

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void textCanBeRead(String look) throws IOException {
        String sheet = read(STYLES);
        Map<String, String> colors = new HashMap<>();
        collect(read(look.equals("dark") ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet()), colors);
        Matcher own = OWN.matcher(sheet);
        while (own.find()) {
            colors.put(own.group(1), own.group(look.equals("dark") ? 2 : 3));
        }
        assertThat(colors).containsKeys("-tw-chosen", "-tw-hover");

        TreeSet<String> texts = new TreeSet<>();
        TEXT.matcher(sheet).results().forEach(text -> texts.add(text.group(1)));
        assertThat(texts).contains("-color-fg-muted", "-color-accent-fg");
        for (String text : texts) {
            for (String ground : GROUNDS) {
                check(look, colors, text, ground);
            }
        }
        check(look, colors, "-color-accent-fg", "-color-accent-subtle"); // the room one is in
        check(look, colors, "-color-fg-emphasis", "-color-accent-emphasis"); // the primary button
        check(look, colors, "-color-fg-default", "-color-neutral-muted"); // the rail under the pointer
        check(look, colors, "-color-fg-default", "-color-danger-subtle"); // the story of a failure
    }

    private static void check(String look, Map<String, String> colors, String text, String ground) {
        Color below = Color.web(colors.get("-color-bg-subtle"));
        double contrast = Contrast.of(Color.web(colors.get(text)), Contrast.over(Color.web(colors.get(ground)), below));
        assertThat(contrast).as("%s on %s in the %s look", text, ground, look).isGreaterThanOrEqualTo(LEAST);
    }

    private static void collect(String sheet, Map<String, String> colors) {
        Matcher named = NAMED.matcher(sheet);
        while (named.find()) {
            if (!named.group(2).startsWith("-")) {
                colors.put(named.group(1), named.group(2).strip());
            }
        }
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package topicworkbench.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter;
import org.apache.lucene.analysis.miscellaneous.StemmerOverrideFilter.StemmerOverrideMap;

/** Inflected forms that no rule leads back to their base: "bought", "children". */
final class IrregularForms {
    static final StemmerOverrideMap ENGLISH = load("english-irregular-forms.txt");

    private IrregularForms() { }

    private static StemmerOverrideMap load(String resource) {
        StemmerOverrideFilter.Builder map = new StemmerOverrideFilter.Builder(false);
        for (String line : WordResource.lines(resource)) {
            String[] baseAndForms = line.split(": ");
            for (String form : baseAndForms[1].split(" ")) {
                map.add(form, baseAndForms[0]);
            }
        }
        try {
            return map.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package topicworkbench.ui.explore;

import java.util.List;
import java.util.stream.Stream;
import topicworkbench.exploration.Dimension;

/** What the colors of a map say of each document. */
public sealed interface ColorBy {
    ColorBy TOPIC = Known.TOPIC;
    ColorBy SHARE = Known.SHARE;
    ColorBy STARS = Known.STARS;
    ColorBy DATE = Known.DATE;
    ColorBy PRODUCT = Known.PRODUCT;
    ColorBy CATEGORY = Known.CATEGORY;
    ColorBy SOURCE = Known.SOURCE;
    ColorBy HELPFUL_VOTES = Known.HELPFUL_VOTES;
    ColorBy VERIFIED = Known.VERIFIED;
    ColorBy SEARCH = Known.SEARCH;

    /** What every run has. */
    enum Known implements ColorBy {
        TOPIC("Topic"), SHARE("Share of the selected topic"), STARS("Stars"), DATE("Date"), PRODUCT("Product"),
        CATEGORY("Category"), SOURCE("Source file"), HELPFUL_VOTES("Helpful votes"), VERIFIED("Verified purchase"),
        SEARCH("Search");

        private final String words;

        Known(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A column of the user's own files. */
    record Column(String name) implements ColorBy {
        @Override
        public String toString() {
            return Dimension.column(name).words();
        }
    }

    /** All that a run has with these columns of the user's own files. */
    static List<ColorBy> all(List<String> columns) {
        return Stream.concat(Stream.of(Known.values()), columns.stream().map(Column::new)).toList();
    }
}

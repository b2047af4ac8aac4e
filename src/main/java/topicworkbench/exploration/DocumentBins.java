package topicworkbench.exploration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** By what the documents of a run can be counted side by side, beside their topics and their dates. */
public final class DocumentBins {
    private static final List<Dimension> KNOWN = List.of(Dimension.PRODUCT, Dimension.CATEGORY, Dimension.SOURCE, Dimension.STARS,
            Dimension.HELPFUL_VOTES, Dimension.VERIFIED);

    private DocumentBins() { }

    /** Those that tell any documents apart: of what every run has, then of the user's own columns. */
    public static List<Dimension> of(ExploredRun run, DocumentColumns columns) {
        return Stream.concat(KNOWN.stream().filter(dimension -> isUseful(dimension, columns)),
                run.otherColumns().stream().map(Dimension::column)).toList();
    }

    private static boolean isUseful(Dimension dimension, DocumentColumns columns) {
        IntStream documents = IntStream.range(0, columns.documents());
        if (dimension.equals(Dimension.STARS)) {
            return documents.anyMatch(document -> columns.stars()[document] != columns.stars()[0]);
        }
        if (dimension.equals(Dimension.HELPFUL_VOTES)) {
            return Arrays.stream(columns.helpfulVotes()).anyMatch(votes -> votes > 0);
        }
        return dimension.equals(Dimension.VERIFIED) ? documents.anyMatch(document -> columns.verified()[document] >= 0)
                : columns.names(dimension).isUseful();
    }

    /**
     * @param among the documents whose most frequent names get a bin of their own
     * @param most  so many of them
     */
    public static Bins bins(Dimension dimension, ExploredRun run, Selection among, int most) {
        if (dimension.equals(Dimension.STARS)) {
            return new StarBins(run.columns().stars());
        }
        if (dimension.equals(Dimension.HELPFUL_VOTES)) {
            return new VoteBins(run.columns().helpfulVotes());
        }
        return dimension.equals(Dimension.VERIFIED) ? new VerifiedBins(run.columns().verified())
                : run.values(dimension).bins(dimension, among, most);
    }
}

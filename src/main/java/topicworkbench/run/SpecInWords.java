package topicworkbench.run;

import java.util.List;
import java.util.Locale;
import topicworkbench.corpus.SampleReviews;

/** A specification in the few words that lists and titles have room for. */
public final class SpecInWords {

    private SpecInWords() { }

    /** The reviews: "digital-software, 1–2 stars", "reviews.csv and 2 more". */
    public static String corpus(RunSpec spec) {
        List<String> paths = spec.source().paths();
        String first = paths.isEmpty() ? "no reviews" : lastName(paths.getFirst());
        String files = paths.size() > 1 ? first + " and " + (paths.size() - 1) + " more" : first;
        String stars = stars(spec.filter().minStars(), spec.filter().maxStars());
        return stars.isEmpty() ? files : files + ", " + stars;
    }

    /** The model: "NTM, 20 topics". */
    public static String model(RunSpec spec) {
        return spec.model().algorithm().toUpperCase(Locale.ROOT) + ", " + spec.model().topics() + " topics";
    }

    private static String lastName(String path) {
        if (path.equals(SampleReviews.PATH)) {
            return SampleReviews.NAME;
        }
        String[] parts = path.split("[/\\\\]");
        return parts.length == 0 ? path : parts[parts.length - 1];
    }

    private static String stars(Double least, Double most) {
        if (least == null && most == null) {
            return "";
        }
        String from = least == null ? "1" : whole(least);
        String to = most == null ? "5" : whole(most);
        return from.equals(to) ? from + (from.equals("1") ? " star" : " stars") : from + "–" + to + " stars";
    }

    private static String whole(double stars) {
        return stars == Math.rint(stars) ? Long.toString((long) stars) : Double.toString(stars);
    }
}

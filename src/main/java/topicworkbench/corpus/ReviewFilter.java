package topicworkbench.corpus;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import topicworkbench.failure.InvalidOptionException;

/**
 * Which reviews a run keeps. A bound that is null keeps everything, also reviews where the field is missing; a bound
 * that is set drops reviews where the field is missing.
 *
 * @param minStars          least star rating, 1 to 5, or null
 * @param maxStars          greatest star rating, 1 to 5, or null
 * @param products          product ids or names to keep; empty keeps all
 * @param categories        categories to keep; empty keeps all
 * @param from              first day, or null
 * @param to                last day, or null
 * @param verifiedOnly      only verified purchases
 * @param minCharacters     least length of title and text together after cleaning
 * @param maxCharacters     greatest length, or null
 * @param exactDuplicates   drop reviews whose cleaned text was seen before
 * @param nearDuplicates    drop reviews that share nearly all word sequences with one seen before
 */
public record ReviewFilter(Double minStars, Double maxStars, List<String> products, List<String> categories,
        LocalDate from, LocalDate to, boolean verifiedOnly, int minCharacters, Integer maxCharacters,
        boolean exactDuplicates, boolean nearDuplicates) implements Serializable {

    public static final ReviewFilter DEFAULTS = new ReviewFilter(null, null, List.of(), List.of(), null, null, false,
            1, null, true, true);

    /** Keeps every review, also one without text, and one that is there twice. */
    public static final ReviewFilter NONE = new ReviewFilter(null, null, List.of(), List.of(), null, null, false, 0, null, false, false);

    public ReviewFilter {
        products = List.copyOf(products);
        categories = List.copyOf(categories);
        requireStars("min_stars", minStars);
        requireStars("max_stars", maxStars);
        if (minStars != null && maxStars != null && minStars > maxStars) {
            throw new InvalidOptionException("min_stars", "The star range " + minStars + " to " + maxStars
                    + " is empty.", "Give the lower number first, for example 1-2.");
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new InvalidOptionException("from", "The date range " + from + " to " + to + " is empty.",
                    "Give the earlier day first.");
        }
        if (minCharacters < 0 || (maxCharacters != null && maxCharacters < minCharacters)) {
            throw new InvalidOptionException("min_characters", "The length range " + minCharacters + " to "
                    + maxCharacters + " is empty.", "Give a least length of 0 or more and a greatest length above it.");
        }
    }

    private static void requireStars(String option, Double stars) {
        if (stars != null && !(stars >= 1 && stars <= 5)) {
            throw new InvalidOptionException(option, "A star rating of " + stars + " does not exist.",
                    "Give a number from 1 to 5.");
        }
    }
}

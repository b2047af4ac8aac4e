package topicworkbench.corpus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reviews of a sample at a glance, before any filter.
 *
 * @param reviews   how many were looked at
 * @param stars     stars to number of reviews, rising
 * @param unrated   reviews without stars
 * @param lengths   least number of characters of a class to the reviews in it, rising; a class ends where the next
 *                  begins, and its length is that of title and text after cleaning, which the filter bounds
 * @param median    length of the middle review, in characters
 * @param languages ISO 639 code to number of reviews, most first; reviews whose language is not clear are in none
 */
public record ReviewGlance(long reviews, SortedMap<Double, Long> stars, long unrated, SortedMap<Integer, Long> lengths,
        int median, Map<String, Long> languages) {

    public ReviewGlance {
        stars = Collections.unmodifiableSortedMap(new TreeMap<>(stars));
        lengths = Collections.unmodifiableSortedMap(new TreeMap<>(lengths));
        languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
    }
}

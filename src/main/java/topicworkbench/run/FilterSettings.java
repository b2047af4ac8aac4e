package topicworkbench.run;

import static topicworkbench.run.SettingKind.DAY;
import static topicworkbench.run.SettingKind.NAMES;
import static topicworkbench.run.SettingKind.NUMBER;
import static topicworkbench.run.SettingKind.WHOLE;

import java.util.List;
import java.util.stream.Stream;
import topicworkbench.corpus.OtherColumns;
import topicworkbench.corpus.ReviewFilter;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.Setting.Section;

/** Which reviews a run keeps, setting by setting. */
final class FilterSettings {
    private static final List<Setting> FILTERS = new SettingTable<>(Section.FILTER, null, RunSpec::filter)
            .addOptional("min_stars", NUMBER, "1 to 5",
                    "Fewest stars of a review that is kept; 1 to 2 are the complaints", ReviewFilter::minStars)
            .addOptional("max_stars", NUMBER, "1 to 5", "Most stars of a review that is kept", ReviewFilter::maxStars)
            .add("products", NAMES, "product ids or names separated by commas", "Products to keep; empty keeps all",
                    ReviewFilter::products)
            .add("categories", NAMES, "categories separated by commas", "Categories to keep; empty keeps all",
                    ReviewFilter::categories)
            .addOptional("from", DAY, "a day like 2014-12-31",
                    "First day that is kept; reviews without a date are dropped", ReviewFilter::from)
            .addOptional("to", DAY, "a day like 2015-08-31",
                    "Last day that is kept; reviews without a date are dropped", ReviewFilter::to)
            .addFlag("verified_only", "Keep only verified purchases", ReviewFilter::verifiedOnly)
            .addCount("min_characters", "0 or more",
                    "Characters of title and text a review must have; a higher value drops more short ones",
                    ReviewFilter::minCharacters)
            .addOptional("max_characters", WHOLE, "min_characters or more",
                    "Characters a review may have; a lower value drops more long ones",
                    filter -> filter.maxCharacters() == null ? null : filter.maxCharacters().longValue())
            .addFlag("exact_duplicates", "Drop reviews whose text was seen before", ReviewFilter::exactDuplicates)
            .addFlag("near_duplicates", "Drop reviews that share nearly all word sequences with one seen before",
                    ReviewFilter::nearDuplicates)
            .rows();

    private static final List<Setting> COLUMNS = new SettingTable<>(Section.FILTER, null, RunSpec::source)
            .addOptional("keep_columns", NAMES, "all, or names of columns separated by commas",
                    "Columns of your files to keep for charts, filters and exports beside those that are recognized; "
                    + "all leaves out long text", source -> source.keep().isEmpty() ? null : source.keep())
            .rows();

    static final List<Setting> ROWS = Stream.concat(FILTERS.stream(), COLUMNS.stream()).toList();

    private FilterSettings() { }

    static ReviewSource source(ReviewSource base, SettingValues values) {
        List<String> names = values.names("keep_columns");
        return base.keeping(names == null ? List.of()
                : names.stream().anyMatch(OtherColumns.ALL.getFirst()::equalsIgnoreCase) ? OtherColumns.ALL : names);
    }

    static ReviewFilter build(SettingValues values) {
        return new ReviewFilter(values.numberOrNull("min_stars"), values.numberOrNull("max_stars"),
                values.names("products"), values.names("categories"), values.day("from"), values.day("to"),
                values.flag("verified_only"), values.count("min_characters"), values.countOrNull("max_characters"),
                values.flag("exact_duplicates"), values.flag("near_duplicates"));
    }
}

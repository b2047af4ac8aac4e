package topicworkbench.ui.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is searched for in the list of runs: words, all of which must occur, and conditions on columns such as
 * {@code wetc>0.3}, {@code algorithm=lda} or {@code tags:march}. Text in quotation marks is one word. What is no condition
 * that can be understood is a word.
 */
final class RunQuery {
    private static final Pattern TOKEN = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\"?)+");
    private static final Pattern CONDITION = Pattern.compile("(\\w+)(<=|>=|!=|=|<|>|:)(.+)");

    private final List<Predicate<RunRow>> conditions = new ArrayList<>();

    private RunQuery() { }

    static RunQuery parse(String text) {
        RunQuery query = new RunQuery();
        Matcher token = TOKEN.matcher(text.toLowerCase(Locale.ROOT));
        while (token.find()) {
            String word = token.group().replace("\"", "");
            if (!word.isEmpty()) {
                query.conditions.add(condition(word).orElse(row -> row.words().contains(word)));
            }
        }
        return query;
    }

    boolean matches(RunRow row) {
        return conditions.stream().allMatch(condition -> condition.test(row));
    }

    private static Optional<Predicate<RunRow>> condition(String word) {
        Matcher parts = CONDITION.matcher(word);
        return parts.matches() ? RunColumns.named(parts.group(1))
                .flatMap(column -> condition(column, parts.group(2), parts.group(3))) : Optional.empty();
    }

    private static Optional<Predicate<RunRow>> condition(RunColumn column, String sign, String value) {
        switch (sign) {
            case ":":
                return Optional.of(row -> text(column, row).contains(value));
            case "=":
                return Optional.of(row -> text(column, row).equals(value) || isNumber(column, value)
                        && column.number().applyAsDouble(row) == Double.parseDouble(value));
            case "!=":
                return Optional.of(row -> !text(column, row).equals(value) && !(isNumber(column, value)
                        && column.number().applyAsDouble(row) == Double.parseDouble(value)));
            default:
                if (!isNumber(column, value)) {
                    return Optional.empty();
                }
                double limit = Double.parseDouble(value);
                return Optional.of(row -> {
                    double number = column.number().applyAsDouble(row);
                    return switch (sign) {
                        case "<" -> number < limit;
                        case ">" -> number > limit;
                        case "<=" -> number <= limit;
                        default -> number >= limit;
                    };
                });
        }
    }

    private static String text(RunColumn column, RunRow row) {
        return column.text().apply(row).toLowerCase(Locale.ROOT);
    }

    private static boolean isNumber(RunColumn column, String value) {
        return column.isNumber() && value.matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?");
    }
}

package topicworkbench.run;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import topicworkbench.failure.InvalidOptionException;

/**
 * A specification taken apart into named values, so that several can change before the whole is checked: a range whose
 * two ends move would otherwise be refused in between.
 */
final class SettingValues {
    private final Map<String, Object> values = new LinkedHashMap<>();

    static SettingValues of(RunSpec spec) {
        SettingValues result = new SettingValues();
        for (Setting setting : Settings.forAlgorithm(spec.model().algorithm())) {
            result.put(setting, setting.value().apply(spec));
        }
        return result;
    }

    void put(Setting setting, Object value) {
        values.put(setting.name(), value);
    }

    long whole(String name) {
        return (Long) values.get(name);
    }

    int count(String name) {
        return countOrNull(name);
    }

    Integer countOrNull(String name) {
        Long value = (Long) values.get(name);
        InvalidOptionException.unless(value == null || value == value.intValue(), name, value,
                "Give a number whose size a computer can count to.");
        return value == null ? null : value.intValue();
    }

    double number(String name) {
        return (Double) values.get(name);
    }

    Double numberOrNull(String name) {
        return (Double) values.get(name);
    }

    boolean flag(String name) {
        return (Boolean) values.get(name);
    }

    String text(String name) {
        return (String) values.get(name);
    }

    LocalDate day(String name) {
        return (LocalDate) values.get(name);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return Enum.valueOf(type, text(name).toUpperCase(Locale.ROOT));
    }

    @SuppressWarnings("unchecked") // a NAMES setting only ever holds strings
    List<String> names(String name) {
        return (List<String>) values.get(name);
    }

    @SuppressWarnings("unchecked") // a NUMBERS setting only ever holds numbers
    List<Double> numbers(String name) {
        return (List<Double>) values.get(name);
    }

    @SuppressWarnings("unchecked") // a WIDTHS setting only ever holds integers
    List<Integer> widths(String name) {
        return (List<Integer>) values.get(name);
    }
}

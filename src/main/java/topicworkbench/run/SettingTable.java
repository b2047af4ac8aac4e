package topicworkbench.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import topicworkbench.run.Setting.Section;

/**
 * Collects the settings of one section; {@code T} is the record they are taken from. Rows are added in the order in
 * which files and forms show them.
 */
final class SettingTable<T> {
    private final Section section;
    private final String algorithm;
    private final Function<RunSpec, T> part;
    private final List<Setting> settings = new ArrayList<>();

    SettingTable(Section section, String algorithm, Function<RunSpec, T> part) {
        this.section = section;
        this.algorithm = algorithm;
        this.part = part;
    }

    SettingTable<T> add(String name, SettingKind kind, String range, String help, Function<T, Object> value) {
        return row(name, kind, false, List.of(), range, help, value);
    }

    /** One that may be {@code none}. */
    SettingTable<T> addOptional(String name, SettingKind kind, String range, String help, Function<T, Object> value) {
        return row(name, kind, true, List.of(), range + ", or none", help, value);
    }

    SettingTable<T> addFlag(String name, String help, Function<T, Object> value) {
        return row(name, SettingKind.FLAG, false, List.of(), "true or false", help, value);
    }

    SettingTable<T> addCount(String name, String range, String help, Function<T, Integer> value) {
        return row(name, SettingKind.WHOLE, false, List.of(), range, help, part -> value.apply(part).longValue());
    }

    SettingTable<T> addChoice(String name, List<String> choices, String help, Function<T, Object> value) {
        return row(name, SettingKind.CHOICE, false, choices, String.join(", ", choices), help, value);
    }

    <E extends Enum<E>> SettingTable<T> addChoice(String name, Class<E> type, String help, Function<T, E> value) {
        List<String> choices = Arrays.stream(type.getEnumConstants()).map(SettingTable::key).toList();
        return addChoice(name, choices, help, part -> key(value.apply(part)));
    }

    List<Setting> rows() {
        return List.copyOf(settings);
    }

    private SettingTable<T> row(String name, SettingKind kind, boolean optional, List<String> choices, String range,
            String help, Function<T, Object> value) {
        settings.add(new Setting(name, section, algorithm, kind, optional, choices, range, help,
                spec -> value.apply(part.apply(spec))));
        return this;
    }

    private static String key(Enum<?> value) {
        return lowerCase(value.name());
    }

    static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upperCase(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}

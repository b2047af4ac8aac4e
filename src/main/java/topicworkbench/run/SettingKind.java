package topicworkbench.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What kind of value a setting takes, and how people write it. */
public enum SettingKind {
    WHOLE("a whole number"),
    NUMBER("a number"),
    NUMBER_OR_INFINITY("a number or Infinity"),
    /** 0 stands for auto. */
    NUMBER_OR_AUTO("a number or auto"),
    NUMBERS("numbers separated by commas"),
    FLAG("true or false"),
    CHOICE("one of its choices"),
    DAY("a day written like 2024-12-31"),
    /** Separated by commas; a comma inside a name is written {@code \,}. */
    NAMES("names separated by commas"),
    WIDTHS("auto, or whole numbers separated by commas"),
    TEXT("text");

    private static final String AUTO = "auto";
    private static final double LARGEST_EXACT_WHOLE = 1L << 53;

    private final String description;

    SettingKind(String description) {
        this.description = description;
    }

    /** For messages: "a whole number". */
    public String description() {
        return description;
    }

    /** @throws IllegalArgumentException (or a date error, which is a runtime exception too) if the text is not of this kind */
    Object parse(String text) {
        return switch (this) {
            case WHOLE -> new BigDecimal(text).longValueExact();
            case NUMBER -> finite(text);
            case NUMBER_OR_INFINITY -> isInfinity(text) ? Double.valueOf(Double.POSITIVE_INFINITY) : finite(text);
            case NUMBER_OR_AUTO -> text.equalsIgnoreCase(AUTO) ? Double.valueOf(0) : finite(text);
            case NUMBERS -> splitNames(text).stream().map(SettingKind::finite).toList();
            case FLAG -> switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on" -> true;
                case "false", "no", "off" -> false;
                default -> throw new IllegalArgumentException(text);
            };
            case CHOICE -> text.toLowerCase(Locale.ROOT);
            case DAY -> LocalDate.parse(text);
            case NAMES -> splitNames(text);
            case WIDTHS -> text.isEmpty() || text.equalsIgnoreCase(AUTO) ? List.of()
                    : splitNames(text).stream().map(Integer::valueOf).toList();
            case TEXT -> text;
        };
    }

    /** The way back: {@link #parse} of the result gives an equal value. */
    String format(Object value) {
        return switch (value) {
            case Double number when isAuto(number) -> AUTO;
            case Double number when Math.abs(number) <= LARGEST_EXACT_WHOLE
                    && Double.compare(number, number.longValue()) == 0 -> Long.toString(number.longValue());
            case Double number when !number.isInfinite() -> number.toString().replace(".0E", "e").replace('E', 'e');
            case List<?> list when this == WIDTHS && list.isEmpty() -> AUTO;
            case List<?> list when this == NUMBERS -> list.stream().map(NUMBER::format).collect(Collectors.joining(","));
            case List<?> list -> list.stream().map(item -> item.toString().replace("\\", "\\\\").replace(",", "\\,"))
                    .collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    /** Whether the number is left to the program. */
    boolean isAuto(double number) {
        return this == NUMBER_OR_AUTO && number == 0;
    }

    private static Double finite(String text) {
        double value = new BigDecimal(text).doubleValue();
        if (Double.isInfinite(value)) {
            throw new NumberFormatException(text);
        }
        return value;
    }

    private static boolean isInfinity(String text) {
        return text.equalsIgnoreCase("infinity") || text.equalsIgnoreCase("inf");
    }

    private static List<String> splitNames(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                name.append(text.charAt(++i));
            } else if (c == ',') {
                names.add(name.toString().strip());
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        names.add(name.toString().strip());
        names.removeIf(String::isEmpty);
        return List.copyOf(names);
    }
}

package topicworkbench.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.RandomStream;
import topicworkbench.run.Setting;
import topicworkbench.run.SettingKind;
import topicworkbench.run.Settings;

/** A setting and what a study tries for it. */
public sealed interface Variation {
    /** The setting's name. */
    String setting();

    /** Everything to try, in order; empty for a range without a step, of which only random draws can be made. */
    List<String> values();

    /** One of the values, each as likely as the others. */
    String draw(RandomStream random);

    /** As {@link #parse} understands it. */
    String text();

    /** These values and no other, in the order in which people gave them. */
    record Choice(String setting, List<String> values) implements Variation {
        public Choice {
            values = List.copyOf(values);
        }

        @Override
        public String draw(RandomStream random) {
            return values.get(random.nextInt(values.size()));
        }

        @Override
        public String text() {
            return setting + "=" + (values.size() == 1 ? values.getFirst() + ALTERNATIVE : String.join(ALTERNATIVE, values));
        }
    }

    /**
     * Every number between two.
     *
     * @param step between values of a grid, or null where there is none
     */
    record Range(String setting, BigDecimal from, BigDecimal to, BigDecimal step, boolean whole) implements Variation {
        /** From this ratio of its ends on, a range is drawn from by its logarithm, so that each size is as likely. */
        private static final double WIDE = 10;
        private static final int DIGITS = 4;

        @Override
        public List<String> values() {
            List<String> values = new ArrayList<>();
            for (BigDecimal at = from; step != null && at.compareTo(to) <= 0; at = at.add(step)) {
                values.add(at.toPlainString());
            }
            return List.copyOf(values);
        }

        @Override
        public String draw(RandomStream random) {
            if (step != null) {
                List<String> values = values();
                return values.get(random.nextInt(values.size()));
            }
            double low = from.doubleValue();
            double high = to.doubleValue();
            boolean byLogarithm = low > 0 && high / low >= WIDE;
            double share = random.nextDouble();
            double value = byLogarithm ? low * StrictMath.pow(high / low, share) : low + (high - low) * share;
            return whole ? Long.toString(Math.round(value))
                    : new BigDecimal(value).round(new java.math.MathContext(DIGITS)).stripTrailingZeros().toPlainString();
        }

        @Override
        public String text() {
            return setting + "=" + from.toPlainString() + ".." + to.toPlainString()
                    + (step == null ? "" : ":" + step.toPlainString());
        }
    }

    /** Parts values that themselves hold commas. */
    String ALTERNATIVE = "|";

    Pattern RANGE = Pattern.compile("\\s*([-+\\d.eE]+?)\\s*\\.\\.\\s*([-+\\d.eE]+)\\s*(?::\\s*([-+\\d.eE]+)\\s*)?");

    /**
     * Understands {@code name=v1,v2}, {@code name=v1|v2} where values hold commas, {@code name=from..to:step}, and
     * {@code name=from..to} for random draws.
     *
     * @throws InvalidOptionException if the setting is unknown (it names the nearest) or the values cannot be read
     */
    static Variation parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new InvalidOptionException("vary", "\"" + text + "\" varies nothing.",
                    "Write name=value,value, for example learning_rate=0.001,0.01, or name=from..to:step.");
        }
        Setting setting = Settings.named(text.substring(0, equals).strip());
        String values = text.substring(equals + 1);
        Matcher range = RANGE.matcher(values);
        return range.matches() ? range(setting, range, text) : choice(setting.name(), values);
    }

    private static Choice choice(String setting, String text) {
        String separator = text.contains(ALTERNATIVE) ? ALTERNATIVE : ",";
        List<String> values = Arrays.stream(text.split(Pattern.quote(separator))).map(String::strip)
                .filter(value -> !value.isEmpty()).toList();
        if (values.isEmpty()) {
            throw new InvalidOptionException(setting, "No value is given for " + setting + ".",
                    "Name the values to try, separated by commas.");
        }
        return new Choice(setting, values);
    }

    private static Range range(Setting setting, Matcher text, String whole) {
        BigDecimal from;
        BigDecimal to;
        BigDecimal step;
        try {
            from = new BigDecimal(text.group(1));
            to = new BigDecimal(text.group(2));
            step = text.group(3) == null ? null : new BigDecimal(text.group(3));
        } catch (NumberFormatException e) {
            throw refused(setting.name(), whole, "is no range of numbers");
        }
        if (setting.kind() != SettingKind.WHOLE && setting.kind() != SettingKind.NUMBER) {
            throw refused(setting.name(), whole, "is a range, but " + setting.name() + " is no number");
        }
        if (from.compareTo(to) >= 0 || step != null && step.signum() <= 0) {
            throw refused(setting.name(), whole, "is an empty range");
        }
        return new Range(setting.name(), from, to, step, setting.kind() == SettingKind.WHOLE);
    }

    private static InvalidOptionException refused(String setting, String text, String why) {
        return new InvalidOptionException(setting, "\"" + text + "\" " + why + ".",
                "Write from..to:step with the smaller number first, for example num_topics=5..40:5.");
    }
}

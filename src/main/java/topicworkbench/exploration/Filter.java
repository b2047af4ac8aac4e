package topicworkbench.exploration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import topicworkbench.failure.InvalidOptionException;

/** One condition on documents. A document that lacks what is asked for does not meet it. */
public sealed interface Filter {
    /** Names that a chip spells out; more are counted. */
    int SPELLED_OUT = 2;

    Dimension dimension();

    /** As it stands on its chip. @param topicName how people call a topic */
    String words(IntFunction<String> topicName);

    /** Whether a document meets it; asked by several threads. */
    IntPredicate condition(ExploredRun run, TopicAssignment assignment);

    /** Documents that count for one of some topics. */
    record Topics(Set<Integer> topics) implements Filter {
        public Topics {
            topics = Collections.unmodifiableSet(new TreeSet<>(topics));
        }

        public static Topics of(Integer... topics) {
            return new Topics(Set.of(topics));
        }

        @Override
        public Dimension dimension() {
            return Dimension.TOPIC;
        }

        @Override
        public String words(IntFunction<String> topicName) {
            return someOf("topics", topics.stream().map(topicName::apply).toList());
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            boolean[] wanted = new boolean[topics.stream().mapToInt(Integer::intValue).max().orElse(0) + 1];
            topics.forEach(topic -> wanted[topic] = true);
            return document -> assignment.of(document) < wanted.length && wanted[assignment.of(document)];
        }
    }

    /** Documents that speak of a topic at least so much, whatever else they speak of. @param least share, 0 to 1 */
    record Share(int topic, double least) implements Filter {
        public Share {
            InvalidOptionException.unless(least >= 0 && least <= 1, "share", Double.toString(least), "Give 0 to 1.");
        }

        @Override
        public Dimension dimension() {
            return Dimension.SHARE;
        }

        @Override
        public String words(IntFunction<String> topicName) {
            return String.format(Locale.ROOT, "%s ≥ %.0f%%", topicName.apply(topic), least * 100);
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            return document -> run.shares().get(document, topic) >= least;
        }
    }

    /** Documents with so many stars, rounded to whole ones, both ends included. */
    record Stars(double from, double to) implements Filter {
        @Override
        public Dimension dimension() {
            return Dimension.STARS;
        }

        @Override
        public String words(IntFunction<String> topicName) {
            return from == to ? number(from) + " stars" : number(from) + "–" + number(to) + " stars";
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            float[] stars = run.columns().stars();
            return document -> {
                float rounded = Math.max(1, Math.round(stars[document]));
                return !Float.isNaN(stars[document]) && rounded >= from && rounded <= to;
            };
        }

        private static String number(double stars) {
            return stars == Math.rint(stars) ? Integer.toString((int) stars) : Double.toString(stars);
        }
    }

    /** Documents of some days since 1970-01-01, both ends included. */
    record Days(int from, int to) implements Filter {
        @Override
        public Dimension dimension() {
            return Dimension.DATE;
        }

        @Override
        public String words(IntFunction<String> topicName) {
            LocalDate first = LocalDate.ofEpochDay(from);
            return from == to ? first.toString() : first + " to " + LocalDate.ofEpochDay(to);
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            int[] days = run.columns().days();
            return document -> days[document] != DocumentColumns.NO_DAY && days[document] >= from && days[document] <= to;
        }
    }

    /** Documents with one of some names in a column. @param dimension of a column of names */
    record Names(Dimension dimension, Set<String> names) implements Filter {
        public Names {
            names = Collections.unmodifiableSet(new TreeSet<>(names));
        }

        @Override
        public String words(IntFunction<String> topicName) {
            List<String> shown = names.stream().map(name -> name.equals(CategoryColumn.RARER) ? "rarer values" : name).toList();
            return dimension.isColumn() ? dimension.words() + ": " + someOf("values", shown)
                    : someOf(dimension == Dimension.CATEGORY ? "categories" : dimension.name() + "s", shown);
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            if (!(run.values(dimension) instanceof CategoryColumn column)) {
                throw new IllegalArgumentException(dimension + " is not a column of names");
            }
            if (!column.names().containsAll(names)) { // too rare to be told apart in memory
                Selection found = run.withNames(dimension, names);
                return found::contains;
            }
            boolean[] wanted = new boolean[column.names().size()];
            for (int code = 0; code < wanted.length; code++) {
                wanted[code] = names.contains(column.names().get(code));
            }
            return document -> column.codes()[document] != CategoryColumn.MISSING && wanted[column.codes()[document]];
        }
    }

    /** Documents with a number in a column. @param from included, or minus infinity; @param below not included, or infinity */
    record Range(Dimension dimension, double from, double below) implements Filter {
        @Override
        public String words(IntFunction<String> topicName) {
            String range = below == Math.nextUp(from) ? " = " + number(from) : from == Double.NEGATIVE_INFINITY ? " < " + number(below)
                    : below == Double.POSITIVE_INFINITY ? " ≥ " + number(from) : " " + number(from) + " to " + upTo();
            return dimension.words() + range;
        }

        /** The end of some numbers, as such where it is one of them. */
        private String upTo() {
            return Double.parseDouble(number(below)) < below ? number(below) : "< " + number(below);
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            if (!(run.values(dimension) instanceof NumberColumn column)) {
                throw new IllegalArgumentException(dimension + " is not a column of numbers");
            }
            double[] values = column.values();
            return document -> values[document] >= from && values[document] < below;
        }

        /** Without the trace of a sum of parts, as in 0.30000000000000004. */
        static String number(double value) {
            return new java.math.BigDecimal(value).round(new java.math.MathContext(15)).stripTrailingZeros().toPlainString();
        }
    }

    /** Documents that so many people found helpful, both ends included. @param most Integer.MAX_VALUE for no end */
    record HelpfulVotes(int least, int most) implements Filter {
        @Override
        public Dimension dimension() {
            return Dimension.HELPFUL_VOTES;
        }

        @Override
        public String words(IntFunction<String> topicName) {
            String range = most == Integer.MAX_VALUE ? "≥ " + least : least == most ? Integer.toString(least) : least + "–" + most;
            return range + " helpful votes";
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            int[] votes = run.columns().helpfulVotes();
            return document -> votes[document] >= least && votes[document] <= most;
        }
    }

    /** Documents whose purchase was verified, or was not. */
    record Verified(boolean wanted) implements Filter {
        @Override
        public Dimension dimension() {
            return Dimension.VERIFIED;
        }

        @Override
        public String words(IntFunction<String> topicName) {
            return wanted ? "Verified" : "Not verified";
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            byte[] verified = run.columns().verified();
            return document -> verified[document] == (wanted ? 1 : 0);
        }
    }

    /** Documents that something else has chosen: a search, a lasso, a saved selection. */
    record Chosen(Dimension dimension, String what, Selection documents) implements Filter {
        @Override
        public String words(IntFunction<String> topicName) {
            return what;
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            return documents::contains;
        }
    }

    private static String someOf(String plural, Collection<String> names) {
        return names.size() <= SPELLED_OUT ? names.stream().collect(Collectors.joining(", "))
                : List.copyOf(names).getFirst() + " and " + (names.size() - 1) + " other " + plural;
    }
}

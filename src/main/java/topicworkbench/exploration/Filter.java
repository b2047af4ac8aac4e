package topicworkbench.exploration;

import java.time.LocalDate;
import java.util.Collection;
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
            topics = java.util.Collections.unmodifiableSet(new TreeSet<>(topics));
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
            return from == to ? "%s stars".formatted(number(from)) : "%s–%s stars".formatted(number(from), number(to));
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

    /** Documents with one of some names in a column. @param dimension PRODUCT, CATEGORY or SOURCE */
    record Names(Dimension dimension, Set<String> names) implements Filter {
        public Names {
            names = java.util.Collections.unmodifiableSet(new TreeSet<>(names));
            column(dimension, null);
        }

        @Override
        public String words(IntFunction<String> topicName) {
            return someOf(dimension == Dimension.CATEGORY ? "categories" : dimension.name().toLowerCase(Locale.ROOT) + "s", names);
        }

        @Override
        public IntPredicate condition(ExploredRun run, TopicAssignment assignment) {
            CategoryColumn column = column(dimension, run.columns());
            boolean[] wanted = new boolean[column.names().size()];
            for (int code = 0; code < wanted.length; code++) {
                wanted[code] = names.contains(column.names().get(code));
            }
            return document -> column.codes()[document] != CategoryColumn.MISSING && wanted[column.codes()[document]];
        }

        private static CategoryColumn column(Dimension dimension, DocumentColumns columns) {
            return switch (dimension) {
                case PRODUCT -> columns == null ? null : columns.product();
                case CATEGORY -> columns == null ? null : columns.category();
                case SOURCE -> columns == null ? null : columns.source();
                default -> throw new IllegalArgumentException(dimension + " is not a column of names");
            };
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

package topicworkbench.curation;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a person can do to the topics and reviews of a run; none of it touches what the model said. A constructor
 * refuses what could fit no run at all with an {@link IllegalArgumentException}; whether an entry fits a certain run
 * {@link Curation#problem} tells.
 */
public sealed interface CurationEntry {
    int LONGEST_LABEL = 200;
    int LONGEST_TEXT = 4000;
    int MOST_PARTS = 50;

    /** Takes back the last edit that stands. */
    record Undo() implements CurationEntry { }

    /** Does the edit again that was taken back last; after a new edit there is none. */
    record Redo() implements CurationEntry { }

    /** What can be undone. */
    sealed interface Edit extends CurationEntry { }

    /** Several edits as one step: all of them fit, or none is done. @param reason for the history, for example a replay */
    record Several(String reason, List<Edit> edits) implements Edit {
        public Several {
            reason = Objects.requireNonNullElse(text(reason, LONGEST_LABEL), "Several changes");
            edits = List.copyOf(edits);
            require(!edits.isEmpty() && edits.stream().noneMatch(Several.class::isInstance), "edits");
        }
    }

    /** An edit of one topic. */
    sealed interface TopicEdit extends Edit {
        int topic();
    }

    /** @param label null takes it away */
    record Name(int topic, String label) implements TopicEdit {
        public Name {
            requireTopic(topic);
            label = line(label);
        }
    }

    /** @param description null takes it away */
    record Describe(int topic, String description) implements TopicEdit {
        public Describe {
            requireTopic(topic);
            description = text(description, LONGEST_TEXT);
        }
    }

    /** @param color as in {@code #4a75d1}; null for the palette's */
    record Paint(int topic, String color) implements TopicEdit {
        private static final Pattern WEB = Pattern.compile("#[0-9a-f]{6}");

        public Paint {
            requireTopic(topic);
            require(color == null || WEB.matcher(color).matches(), "color");
        }
    }

    /** @param note null takes it away */
    record Note(int topic, String note) implements TopicEdit {
        public Note {
            requireTopic(topic);
            note = text(note, LONGEST_TEXT);
        }
    }

    /** @param verdict null takes it away */
    record Mark(int topic, Verdict verdict) implements TopicEdit {
        public Mark {
            requireTopic(topic);
        }
    }

    /** Views leave a hidden topic out; its reviews stay what they are. */
    record Hide(int topic, boolean hidden) implements TopicEdit {
        public Hide {
            requireTopic(topic);
        }
    }

    /** The topic takes in others, and keeps its own name and colors. */
    record Merge(int topic, List<Integer> others) implements TopicEdit {
        public Merge {
            requireTopic(topic);
            others = distinct(others, "others");
            require(!others.isEmpty() && !others.contains(topic), "others");
        }
    }

    /** Takes one part out of a merged topic again. */
    record Separate(int topic, int part) implements TopicEdit {
        public Separate {
            requireTopic(topic);
            requireTopic(part);
        }
    }

    /**
     * The reviews of one topic are dealt to new ones.
     *
     * @param parts the new topics' ids, above the model's
     * @param file  beside the journal: which review goes where
     */
    record Split(int topic, List<Integer> parts, String file) implements TopicEdit {
        private static final Pattern FILE_NAME = Pattern.compile("[0-9a-z][0-9a-z-]{0,60}\\.parquet");

        public Split {
            requireTopic(topic);
            parts = distinct(parts, "parts");
            require(parts.size() >= 2 && parts.size() <= MOST_PARTS, "parts");
            require(FILE_NAME.matcher(file).matches(), "file");
        }
    }

    /** Hangs another run, which modelled reviews of this topic again, under the topic. */
    record Attach(int topic, String run) implements TopicEdit {
        public Attach {
            requireTopic(topic);
            requireRun(run);
        }
    }

    record Detach(int topic, String run) implements TopicEdit {
        public Detach {
            requireTopic(topic);
            requireRun(run);
        }
    }

    /** An edit of reviews, by their numbers in the run. */
    sealed interface ReviewEdit extends Edit {
        List<Integer> reviews();
    }

    /** Says what the reviews are about. @param topic null for what the model says */
    record Correct(List<Integer> reviews, Integer topic) implements ReviewEdit {
        public Correct {
            reviews = distinct(reviews, "reviews");
            require(!reviews.isEmpty(), "reviews");
            require(topic == null || topic >= 0, "topic");
        }
    }

    /** Puts a mark on reviews, by which they are found again. */
    record Flag(List<Integer> reviews, boolean flagged) implements ReviewEdit {
        public Flag {
            reviews = distinct(reviews, "reviews");
            require(!reviews.isEmpty(), "reviews");
        }
    }

    private static void requireTopic(int topic) {
        require(topic >= 0, "topic");
    }

    private static void requireRun(String run) {
        require(run.matches("[0-9a-z-]{1,60}"), "run");
    }

    private static List<Integer> distinct(List<Integer> numbers, String what) {
        List<Integer> distinct = numbers.stream().distinct().toList();
        require(distinct.size() == numbers.size() && distinct.stream().allMatch(number -> number >= 0), what);
        return distinct;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }

    /** One line without control characters; null if nothing is left. */
    private static String line(String typed) {
        return text(typed == null ? null : typed.replaceAll("\\s+", " "), LONGEST_LABEL);
    }

    private static String text(String typed, int longest) {
        String clean = typed == null ? "" : typed.replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip();
        if (clean.length() > longest) {
            clean = clean.substring(0, Character.isHighSurrogate(clean.charAt(longest - 1)) ? longest - 1 : longest);
        }
        return clean.isEmpty() ? null : clean;
    }
}

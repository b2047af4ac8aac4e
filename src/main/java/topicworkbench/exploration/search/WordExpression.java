package topicworkbench.exploration.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * Regular expressions on single words, as Lucene's finite automata: no expression can go back and try again, so none takes
 * time that grows with more than the length of a word. What could take long is to build the automaton, which is bounded.
 */
final class WordExpression {
    /** States that repetitions as {3,20} may unfold to; of optional parts the work grows with their square and more. */
    private static final long MOST_REPEATED = 250;
    private static final int MOST_OPTIONAL = 100;
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d*),?(\\d*)}");
    /** Of what may itself be repeated: "once or more" takes two of it. */
    private static final Pattern REPEATED_AGAIN = Pattern.compile("(?<=[)}*+?])\\+");

    private WordExpression() { }

    /** @throws topicworkbench.failure.InvalidOptionException if it is none, or one that is too large */
    static WordPattern parse(String written) {
        requireFewRepetitions(written);
        try {
            RegExp expression = new RegExp(fold(written), RegExp.NONE, RegExp.CASE_INSENSITIVE);
            return WordPattern.expression("/" + written + "/",
                    Operations.determinize(expression.toAutomaton(), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
        } catch (TooComplexToDeterminizeException e) {
            throw tooLarge(written);
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw SearchQueryParser.mistake("/" + written + "/ is no regular expression: " + fault(e) + ".",
                    "An expression stands for one word; a \\ before a sign takes it as it is.");
        }
    }

    /** Before anything is built: nested repetitions multiply. */
    private static void requireFewRepetitions(String written) {
        long states = 1L << Math.min(Integer.SIZE, REPEATED_AGAIN.matcher(written).results().count());
        for (Matcher repetition = REPETITION.matcher(written); repetition.find();) {
            for (int group = 1; group <= 2; group++) {
                String digits = repetition.group(group);
                if (digits.length() > 4) {
                    throw tooLarge(written);
                }
                if (group == 2 || repetition.group(2).isEmpty()) {
                    states *= Math.max(1, digits.isEmpty() ? 1 : Integer.parseInt(digits));
                }
            }
            states = Math.min(states, Integer.MAX_VALUE);
        }
        long optional = written.chars().filter(sign -> sign == '?' || sign == '*').count();
        if (states * Math.max(1, optional) > MOST_REPEATED || optional > MOST_OPTIONAL) {
            throw tooLarge(written);
        }
    }

    private static RuntimeException tooLarge(String written) {
        return SearchQueryParser.mistake("The regular expression /" + written + "/ is too large.",
                "Use fewer or smaller repetitions, and no long one after a .*");
    }

    private static String fault(RuntimeException e) {
        String message = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return e instanceof StringIndexOutOfBoundsException || message.isBlank() ? "it ends too early" : message;
    }

    /** The index has no accents. */
    private static String fold(String written) {
        char[] folded = new char[4 * written.length()];
        int length = ASCIIFoldingFilter.foldToASCII(written.toCharArray(), 0, folded, 0, written.length());
        return new String(folded, 0, length);
    }
}

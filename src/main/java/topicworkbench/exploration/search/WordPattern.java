package topicworkbench.exploration.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import topicworkbench.failure.InvalidOptionException;

/** What one word may be: a word itself, anything that begins so, or what a regular expression accepts. */
final class WordPattern {
    /** Words that one place of a phrase may stand for. */
    static final int MOST_WORDS = 5000;

    private final String written;
    private final boolean oneWord;
    private final Automaton automaton;
    private final CharacterRunAutomaton accepts;

    /** @param automaton deterministic */
    private WordPattern(String written, boolean oneWord, Automaton automaton) {
        this.written = written;
        this.oneWord = oneWord;
        this.automaton = automaton;
        this.accepts = new CharacterRunAutomaton(automaton);
    }

    static WordPattern word(String word) {
        return new WordPattern(word, true, Automata.makeString(word));
    }

    static WordPattern prefix(String beginning) {
        return new WordPattern(beginning + "*", false, Operations.determinize(
                Operations.concatenate(List.of(Automata.makeString(beginning), Automata.makeAnyString())),
                Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
    }

    /** @param automaton deterministic */
    static WordPattern expression(String written, Automaton automaton) {
        return new WordPattern(written, false, automaton);
    }

    boolean accepts(String word) {
        return accepts.run(word);
    }

    Query query(String field) {
        Term term = new Term(field, written);
        return oneWord ? new TermQuery(term) : new AutomatonQuery(term, automaton);
    }

    /** The words of an index that it accepts. */
    Term[] terms(String field, IndexReader reader) throws IOException {
        if (oneWord) {
            return new Term[] {new Term(field, written)};
        }
        Set<BytesRef> words = new TreeSet<>();
        CompiledAutomaton compiled = new CompiledAutomaton(automaton);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                TermsEnum accepted = compiled.getTermsEnum(terms);
                for (BytesRef word = accepted.next(); word != null; word = accepted.next()) {
                    words.add(BytesRef.deepCopyOf(word));
                    if (words.size() > MOST_WORDS) {
                        throw new InvalidOptionException(SearchQuery.FIELD, "In a phrase " + written
                                + " stands for more than " + MOST_WORDS + " words.", "Write more of its letters.");
                    }
                }
            }
        }
        return words.stream().map(word -> new Term(field, word)).toArray(Term[]::new);
    }

    @Override
    public String toString() {
        return written;
    }
}

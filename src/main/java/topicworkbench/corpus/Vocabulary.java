package topicworkbench.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The terms of a corpus; a term's position is its column in the counts. */
public final class Vocabulary {
    private final List<String> terms;
    private final Map<String, Integer> indices;

    public Vocabulary(List<String> terms) {
        this.terms = List.copyOf(terms);
        this.indices = HashMap.newHashMap(this.terms.size());
        for (int i = 0; i < this.terms.size(); i++) {
            if (indices.put(this.terms.get(i), i) != null) {
                throw new IllegalArgumentException("term \"" + this.terms.get(i) + "\" stands twice");
            }
        }
    }

    public int size() {
        return terms.size();
    }

    public String term(int index) {
        return terms.get(index);
    }

    public List<String> terms() {
        return terms;
    }

    /** The term's column, or -1. */
    public int indexOf(String term) {
        return indices.getOrDefault(term, -1);
    }
}

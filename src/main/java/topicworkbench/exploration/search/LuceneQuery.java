package topicworkbench.exploration.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import topicworkbench.exploration.search.SearchQuery.Clause;
import topicworkbench.exploration.search.SearchQuery.Phrase;

/** What is searched for as Lucene says it. */
final class LuceneQuery {
    private LuceneQuery() { }

    static Query of(SearchQuery query, IndexReader reader) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean onlyExcluded = true;
        for (Clause clause : query.clauses()) {
            all.add(anyOf(clause, reader), clause.excluded() ? Occur.MUST_NOT : Occur.FILTER);
            onlyExcluded &= clause.excluded();
        }
        if (onlyExcluded) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    private static Query anyOf(Clause clause, IndexReader reader) throws IOException {
        if (clause.anyOf().size() == 1) {
            return phrase(clause.anyOf().getFirst(), reader);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (Phrase phrase : clause.anyOf()) {
            any.add(phrase(phrase, reader), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query phrase(Phrase phrase, IndexReader reader) throws IOException {
        if (phrase.words().size() == 1) {
            return phrase.words().getFirst().query(ReviewIndex.FIELD);
        }
        MultiPhraseQuery.Builder words = new MultiPhraseQuery.Builder();
        for (WordPattern word : phrase.words()) {
            Term[] terms = word.terms(ReviewIndex.FIELD, reader);
            if (terms.length == 0) {
                return MatchNoDocsQuery.INSTANCE;
            }
            words.add(terms);
        }
        return words.build();
    }
}

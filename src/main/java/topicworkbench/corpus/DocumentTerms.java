package topicworkbench.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

/**
 * Every term of every document, before anything is pruned.
 *
 * @param dictionary          all terms, in no particular order
 * @param occurrences         for each term how often it occurs
 * @param documentFrequencies for each term the number of documents that hold it
 * @param blocks              the documents in order
 */
record DocumentTerms(TermDictionary dictionary, long[] occurrences, int[] documentFrequencies, List<Block> blocks) {

    /**
     * @param counted documents with the term numbers of the worker that counted them
     * @param terms   for each of those numbers the one in the dictionary
     */
    record Block(CountedBlock counted, int[] terms) { }

    private record WorkerBlock(int worker, CountedBlock counted) { }

    int documents() {
        return blocks.stream().mapToInt(block -> block.counted().documents()).sum();
    }

    /** Reads the text once, block by block; only the counts stay in memory. */
    static DocumentTerms count(DocumentSource source, TextOptions options, Threads threads, ProgressListener listener) {
        try (TermAnalyzer analyzer = new TermAnalyzer(options); Stream<Document> documents = source.documents()) {
            TextReading reading = new TextReading(documents.iterator(), source.size(), listener);
            TermCounter[] counters = new TermCounter[threads.count()];
            Map<Integer, WorkerBlock> blocks = new ConcurrentSkipListMap<>();
            threads.run(counters.length, (_, worker) -> {
                if (counters[worker] == null) {
                    counters[worker] = new TermCounter(analyzer, options);
                }
                for (TextReading.Block block = reading.next(); block != null; block = reading.next()) {
                    blocks.put(block.number(), new WorkerBlock(worker, counters[worker].count(block.documents())));
                }
            });
            return merged(counters, List.copyOf(blocks.values()));
        }
    }

    private static DocumentTerms merged(TermCounter[] counters, List<WorkerBlock> counted) {
        TermDictionary dictionary = new TermDictionary();
        int[][] terms = new int[counters.length][];
        for (int worker = 0; worker < counters.length; worker++) {
            if (counters[worker] != null) {
                terms[worker] = dictionary.addAll(counters[worker].dictionary());
            }
        }
        return of(dictionary, counted.stream().map(b -> new Block(b.counted(), terms[b.worker()])).toList());
    }

    /** The documents of several counts together. @param parts in the order of their documents */
    static DocumentTerms joined(List<DocumentTerms> parts) {
        TermDictionary dictionary = new TermDictionary();
        List<Block> blocks = new ArrayList<>();
        for (DocumentTerms part : parts) {
            int[] numbers = dictionary.addAll(part.dictionary());
            part.blocks().forEach(block -> blocks.add(new Block(block.counted(),
                    Arrays.stream(block.terms()).map(term -> numbers[term]).toArray())));
        }
        return of(dictionary, blocks);
    }

    static DocumentTerms of(TermDictionary dictionary, List<Block> blocks) {
        long[] occurrences = new long[dictionary.size()];
        int[] documentFrequencies = new int[dictionary.size()];
        for (Block block : blocks) {
            CountedBlock documents = block.counted();
            for (int entry = 0; entry < documents.entries(); entry++) {
                int term = block.terms()[documents.term(entry)];
                occurrences[term] += documents.count(entry);
                documentFrequencies[term]++;
            }
        }
        return new DocumentTerms(dictionary, occurrences, documentFrequencies, blocks);
    }
}

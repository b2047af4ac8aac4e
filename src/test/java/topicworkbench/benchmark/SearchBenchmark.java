package topicworkbench.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import topicworkbench.exploration.DocumentNeighbors;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.OrderedDocuments;
import topicworkbench.exploration.ReviewOrder;
import topicworkbench.exploration.Selection;
import topicworkbench.exploration.search.ReviewIndex;
import topicworkbench.exploration.search.SearchQuery;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/**
 * How long the reviews of a finished run take to be indexed, searched, put in order and compared, and how large the index
 * is. Arguments: the workspace, the run's id, then searches; without searches some are made of the vocabulary.
 */
final class SearchBenchmark {
    private static final int REPETITIONS = 9;

    private SearchBenchmark() { }

    public static void main(String[] arguments) throws IOException {
        RunFolder folder = new Workspace(Path.of(arguments[0])).find(arguments[1]);
        ExploredRun run = ExploredRun.open(folder, ProgressListener.NONE);
        Path kept = folder.files().searchIndex();
        delete(kept);
        try (Threads threads = new Threads(Threads.available())) {
            long start = System.nanoTime();
            ReviewIndex index = ReviewIndex.of(run, threads, ProgressListener.NONE);
            System.out.printf("%,d reviews on %d threads: indexed in %.1f s, %.1f MB%n", run.documents(), threads.count(),
                    (System.nanoTime() - start) / 1e9, size(kept) / 1e6);
            index.close();
            start = System.nanoTime();
            index = ReviewIndex.of(run, threads, ProgressListener.NONE);
            System.out.printf("opened again in %.2f s%n", (System.nanoTime() - start) / 1e9);
            search(index, arguments.length > 2 ? Arrays.asList(arguments).subList(2, arguments.length) : usual(run), threads);
            index.close();
            run.columns();
            Selection all = Selection.all(run.documents());
            for (ReviewOrder order : ReviewOrder.values()) {
                measure(order + ", first page", () -> OrderedDocuments.of(all, run, order, threads).documents(0, 100).length);
            }
            measure("TOPIC_STRENGTH, last page", () -> OrderedDocuments.of(all, run, ReviewOrder.TOPIC_STRENGTH, threads)
                    .documents(run.documents() - 100, run.documents()).length);
            measure("20 neighbors", () -> DocumentNeighbors.nearest(run.shares(), run.documents() / 2, 20, threads).length);
            int[] first = OrderedDocuments.of(all, run, ReviewOrder.TOPIC_STRENGTH, threads).documents(0, 30);
            measure("texts of the first page", () -> run.texts().read(first).size());
        }
    }

    private static void search(ReviewIndex index, List<String> searches, Threads threads) {
        for (String text : searches) {
            SearchQuery query = SearchQuery.parse(text);
            measure(text, () -> index.search(query, threads).count());
        }
    }

    /** Words from frequent to rare, and what is made of them. */
    private static List<String> usual(ExploredRun run) {
        long[] totals = run.corpus().counts().columnTotals();
        List<String> words = Stream.iterate(0, i -> i + 1).limit(totals.length)
                .sorted(Comparator.comparingLong(term -> -totals[term])).map(run.corpus().vocabulary()::term)
                .filter(word -> word.indexOf(' ') < 0).toList();
        String common = words.getFirst();
        String other = words.get(1);
        String rare = words.getLast();
        return List.of(common, rare, common + " " + other, common + " OR " + other, "-" + common, "\"" + common + " " + other + "\"",
                common.charAt(0) + "*", common.substring(0, 2) + "*", "/.*" + common.substring(1, 3) + ".*/",
                "/[a-m].*/ " + common, "\"" + common.substring(0, 2) + "* " + other + "\"");
    }

    @FunctionalInterface
    private interface Work {
        int run();
    }

    private static void measure(String what, Work work) {
        long[] nanos = new long[REPETITIONS];
        int found = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            long start = System.nanoTime();
            found = work.run();
            nanos[i] = System.nanoTime() - start;
        }
        long first = nanos[0];
        Arrays.sort(nanos);
        System.out.printf("%-40s %,10d  first %6.1f ms, median %6.1f ms, worst %6.1f ms%n", what, found, first / 1e6,
                nanos[REPETITIONS / 2] / 1e6, nanos[REPETITIONS - 1] / 1e6);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }
}

package topicworkbench.testdata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import topicworkbench.math.RandomStream;

/** Words with the frequencies of Zipf and Mandelbrot, 1 / (rank + offset), drawn in constant time (Walker's aliases). */
final class ZipfianWords {
    private final List<String> words;
    private final double[] threshold;
    private final int[] alias;

    /**
     * @param words  most frequent first
     * @param offset the greater, the less the first words stand out; 0 is Zipf's law
     */
    ZipfianWords(List<String> words, double offset) {
        this.words = List.copyOf(words);
        int n = words.size();
        threshold = new double[n];
        alias = new int[n];
        double total = 0;
        for (int rank = 0; rank < n; rank++) {
            total += 1 / (1 + rank + offset);
        }
        Deque<Integer> small = new ArrayDeque<>();
        Deque<Integer> large = new ArrayDeque<>();
        for (int rank = 0; rank < n; rank++) {
            threshold[rank] = n / (1 + rank + offset) / total;
            (threshold[rank] < 1 ? small : large).add(rank);
        }
        while (!small.isEmpty() && !large.isEmpty()) {
            int poor = small.remove();
            int rich = large.element();
            alias[poor] = rich;
            threshold[rich] -= 1 - threshold[poor];
            if (threshold[rich] < 1) {
                small.add(large.remove());
            }
        }
        small.forEach(rank -> threshold[rank] = 1); // what rounding left over
        large.forEach(rank -> threshold[rank] = 1);
    }

    /** Most frequent first. */
    List<String> words() {
        return words;
    }

    int drawRank(RandomStream random) {
        int rank = random.nextInt(threshold.length);
        return random.nextDouble() < threshold[rank] ? rank : alias[rank];
    }

    String draw(RandomStream random) {
        return words.get(drawRank(random));
    }
}

package topicworkbench.projection;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Keeps the k smallest of many keys that come in stretches: what is below the k-th smallest so far is appended, and the
 * worse half thrown out when the room is full. Costs a comparison for most keys. The outcome depends on the order in
 * which keys come only where keys are equal.
 */
final class NearestSoFar {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INDEX_SPECIES = SPECIES.vectorShape().withLanes(int.class);
    private static final int LANES = SPECIES.length();
    private static final int LEAST_SPARE = 64;

    private final int wanted;
    private final int room;
    private final float[] keys;
    private final int[] ids;
    private int size;
    private float bound;

    /** @param wanted k */
    NearestSoFar(int wanted) {
        this.wanted = wanted;
        this.room = 2 * wanted + LEAST_SPARE;
        this.keys = new float[room + LANES];
        this.ids = new int[room + LANES];
        clear();
    }

    void clear() {
        size = 0;
        bound = Float.POSITIVE_INFINITY;
    }

    /**
     * Offers {@code length} keys and their ids.
     *
     * @param length a multiple of the vector width; an infinite key is never kept
     */
    void offer(float[] candidateKeys, int keyOffset, int[] candidateIds, int idOffset, int length) {
        FloatVector limit = FloatVector.broadcast(SPECIES, bound);
        for (int i = 0; i < length; i += LANES) {
            FloatVector key = FloatVector.fromArray(SPECIES, candidateKeys, keyOffset + i);
            VectorMask<Float> near = key.compare(VectorOperators.LT, limit);
            if (near.anyTrue()) {
                key.compress(near).intoArray(keys, size);
                IntVector.fromArray(INDEX_SPECIES, candidateIds, idOffset + i).compress(near.cast(INDEX_SPECIES))
                        .intoArray(ids, size);
                size += near.trueCount();
                if (size >= room) {
                    shrink();
                    limit = FloatVector.broadcast(SPECIES, bound);
                }
            }
        }
    }

    /** Leaves the k smallest (all, if fewer) in the first places, in no order; returns how many. */
    int finish() {
        if (size > wanted) {
            shrink();
        }
        return size;
    }

    int id(int place) {
        return ids[place];
    }

    /** Hoare's selection: the {@code wanted} smallest come first, and the largest of them becomes the bound. */
    private void shrink() {
        int low = 0;
        int high = size - 1;
        int last = wanted - 1;
        while (low < high) {
            float pivot = middle(keys[low], keys[(low + high) >>> 1], keys[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (keys[i] < pivot) {
                    i++;
                }
                while (keys[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (last <= j) {
                high = j;
            } else if (last >= i) {
                low = i;
            } else {
                break;
            }
        }
        size = wanted;
        bound = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < wanted; i++) {
            bound = Math.max(bound, keys[i]);
        }
    }

    private static float middle(float a, float b, float c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }

    private void swap(int i, int j) {
        float key = keys[i];
        keys[i] = keys[j];
        keys[j] = key;
        int id = ids[i];
        ids[i] = ids[j];
        ids[j] = id;
    }
}

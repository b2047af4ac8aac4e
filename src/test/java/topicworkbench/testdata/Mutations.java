package topicworkbench.testdata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes as disks, networks and enemies do: cut, flipped, overwritten by awkward numbers, moved, repeated, joined. */
public final class Mutations {
    private static final long[] AWKWARD = {0, 1, -1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, Integer.MAX_VALUE, Integer.MIN_VALUE,
        0xFFFFFFFFL, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, 0x7FFFFFFF7FFFFFFFL, 0x3030303030303030L, 0x3737373737373737L};

    private final List<byte[]> seeds;

    /** @param seeds sound files of the kind */
    public Mutations(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    /** The same number gives the same bytes. */
    public byte[] input(long number) {
        Random random = new Random(number);
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, Random random) {
        int at = place(bytes, random);
        int length = random.nextInt(Math.min(64, bytes.length - at)) + 1;
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1, 2 -> {
                bytes[at] ^= (byte) (1 << random.nextInt(8));
                yield bytes;
            }
            case 3, 4 -> {
                ByteBuffer number = ByteBuffer.allocate(Long.BYTES).order(random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN
                        : ByteOrder.BIG_ENDIAN).putLong(AWKWARD[random.nextInt(AWKWARD.length)]);
                System.arraycopy(number.array(), 0, bytes, at, Math.min(1 << random.nextInt(4), bytes.length - at));
                yield bytes;
            }
            case 5 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 6 -> joined(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, place(other, random), other.length));
            }
        };
    }

    /** The beginning holds most of what a reader believes, so that half of all changes are there. */
    private static int place(byte[] bytes, Random random) {
        return random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 256));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

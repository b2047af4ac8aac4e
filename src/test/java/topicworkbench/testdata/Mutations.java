package topicworkbench.testdata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Damages bytes as disks, networks and enemies do: cut, flipped, overwritten by awkward numbers and values, moved, repeated,
 * joined.
 */
public final class Mutations {
    private static final long[] AWKWARD = {0, 1, -1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, Integer.MAX_VALUE, Integer.MIN_VALUE,
        0xFFFFFFFFL, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, 0x7FFFFFFF7FFFFFFFL, 0x3030303030303030L, 0x3737373737373737L};

    /** In place of a number or a value in a text. */
    private static final List<String> VALUES = List.of("-1", "0", "2147483648", "9223372036854775808", "1e999999999", "1e-400", "NaN",
            "-0.0", "null",
            "true", "\"\"", "[]", "{}", "[[", "\"\\u0000\"", "../../x", "/etc/passwd", "\u202E", "\uD800", "\r\n", "\0");
    private static final int DEEP = 2000;

    private final List<byte[]> seeds;

    /** @param seeds sound files of the kind */
    public Mutations(List<byte[]> seeds) {
        this.seeds = seeds;
    }

    /** The same number gives the same bytes. */
    public byte[] input(long number) {
        RandomGenerator random = new SplittableRandom(number); // with Random numbers near one another begin alike
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            bytes = changed(bytes, random);
        }
        return bytes;
    }

    private byte[] changed(byte[] bytes, RandomGenerator random) {
        int at = place(bytes, random);
        int length = random.nextInt(Math.min(64, bytes.length - at)) + 1;
        return switch (random.nextInt(10)) {
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
            case 7 -> joined(Arrays.copyOf(bytes, at), joined(VALUES.get(random.nextInt(VALUES.size())).getBytes(StandardCharsets.UTF_8),
                    Arrays.copyOfRange(bytes, endOfValue(bytes, at), bytes.length)));
            case 8 -> joined(Arrays.copyOf(bytes, at), joined(repeated(bytes, at, random), Arrays.copyOfRange(bytes, at, bytes.length)));
            default -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                yield joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(other, place(other, random), other.length));
            }
        };
    }

    /** Behind the digits or letters that stand at a place. */
    private static int endOfValue(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && Character.isLetterOrDigit(bytes[end])) {
            end++;
        }
        return end;
    }

    /** A few bytes again and again, as where arrays stand within arrays. */
    private static byte[] repeated(byte[] bytes, int at, RandomGenerator random) {
        int length = 1 + random.nextInt(Math.min(4, bytes.length - at));
        byte[] repeated = new byte[length * (1 + random.nextInt(random.nextInt(16) == 0 ? DEEP : 16))];
        for (int i = 0; i < repeated.length; i++) {
            repeated[i] = bytes[at + i % length];
        }
        return repeated;
    }

    /** The beginning holds most of what a reader believes, so that half of all changes are there. */
    private static int place(byte[] bytes, RandomGenerator random) {
        return random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 256));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}

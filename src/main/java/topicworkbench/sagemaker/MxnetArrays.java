package topicworkbench.sagemaker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import topicworkbench.math.FloatMatrix;

/**
 * Reads and writes MXNet's lists of named arrays, the {@code params} of SageMaker's artifacts. Reads the dense form of
 * versions 0, 1, 2 and 3; writes version 2. Lengths in a file are never trusted: nothing is allocated that the file
 * does not hold.
 *
 * @see <a href="https://github.com/apache/mxnet/blob/1.5.0/src/ndarray/ndarray.cc">MXNet 1.5.0, ndarray.cc</a>
 */
public final class MxnetArrays {
    private static final long LIST_MAGIC = 0x112;
    private static final int V1_MAGIC = 0xF993FAC8;
    private static final int V2_MAGIC = 0xF993FAC9;
    private static final int V3_MAGIC = 0xF993FACA;
    private static final int MAX_DIMENSIONS = 32;
    /** Of a list; a model of many layers has hundreds. An empty array takes four bytes in a file and a hundred in memory. */
    private static final int MAX_ARRAYS = 10_000;

    private MxnetArrays() { }

    /** Whether these are the first bytes of such a list. */
    static boolean begins(byte[] bytes) {
        return bytes.length >= Long.BYTES && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() == LIST_MAGIC;
    }

    /**
     * @return the arrays by name in the file's order; arrays of a file without names are called "0", "1", …
     * @throws IOException if the bytes are no such list, are cut short, or hold a sparse array
     */
    public static Map<String, MxnetArray> read(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            require(in.getLong() == LIST_MAGIC, "it does not begin like one");
            in.getLong();
            List<MxnetArray> arrays = readArrays(in);
            return named(arrays, readNames(in));
        } catch (BufferUnderflowException e) {
            throw new IOException("This is no MXNet array list: it is cut short.", e);
        }
    }

    /**
     * The trained arrays of a model, by their names without {@code arg:} and {@code aux:}; vectors are 1 x n.
     *
     * @throws IOException as {@link #read}, and if an array is no matrix or two have the same name
     */
    public static Map<String, FloatMatrix> matrices(byte[] file) throws IOException {
        Map<String, FloatMatrix> matrices = new LinkedHashMap<>();
        for (Map.Entry<String, MxnetArray> array : read(file).entrySet()) {
            List<Integer> shape = array.getValue().shape();
            require(shape.size() == 1 || shape.size() == 2, "the array " + array.getKey() + " is no matrix");
            String name = array.getKey().substring(array.getKey().indexOf(':') + 1);
            require(matrices.put(name, array.getValue().matrix()) == null, "the name " + name + " stands twice");
        }
        return matrices;
    }

    private static List<MxnetArray> readArrays(ByteBuffer in) throws IOException {
        int count = count(in, Integer.BYTES);
        require(count <= MAX_ARRAYS, "it announces " + count + " arrays");
        List<MxnetArray> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrays.add(readArray(in));
        }
        return arrays;
    }

    /** A number of things that each take at least {@code leastBytes} of what is left. */
    private static int count(ByteBuffer in, int leastBytes) throws IOException {
        long count = in.getLong();
        require(count >= 0 && count <= in.remaining() / leastBytes, "it announces " + count + " entries in "
                + in.remaining() + " bytes");
        return (int) count;
    }

    private static MxnetArray readArray(ByteBuffer in) throws IOException {
        int magic = in.getInt();
        if (magic == V2_MAGIC || magic == V3_MAGIC) {
            int storage = in.getInt();
            require(storage == 0, "array storage type " + storage + " is not the dense one");
        }
        boolean wide = magic == V1_MAGIC || magic == V2_MAGIC || magic == V3_MAGIC;
        // the oldest arrays have no magic: they begin with the number of dimensions
        int dimensions = wide ? in.getInt() : magic;
        // in version 3 an unknown shape is -1 and 0 is a scalar
        if (dimensions == (magic == V3_MAGIC ? -1 : 0)) {
            return new MxnetArray(List.of(), MxnetArray.Type.FLOAT32, new byte[0]);
        }
        require(dimensions >= 0 && dimensions <= MAX_DIMENSIONS, "an array has " + dimensions + " dimensions");
        List<Integer> shape = new ArrayList<>();
        long size = 1;
        for (int i = 0; i < dimensions; i++) {
            long extent = wide ? in.getLong() : Integer.toUnsignedLong(in.getInt());
            require(extent >= 0 && extent <= Integer.MAX_VALUE, "an array's extent is " + extent);
            shape.add((int) extent);
            size *= extent;
            require(size <= in.remaining(), "an array of shape " + shape + "… is larger than the file");
        }
        in.getInt();
        in.getInt();
        int code = in.getInt();
        require(code >= 0 && code < MxnetArray.Type.values().length, "array element type " + code + " is unknown");
        MxnetArray.Type type = MxnetArray.Type.values()[code];
        require(size * type.bytes <= in.remaining(), "an array of shape " + shape + " is larger than the file");
        byte[] data = new byte[(int) size * type.bytes];
        in.get(data);
        return new MxnetArray(shape, type, data);
    }

    private static List<String> readNames(ByteBuffer in) throws IOException {
        int count = count(in, Long.BYTES);
        require(count <= MAX_ARRAYS, "it announces " + count + " names");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int length = count(in, 1);
            try {
                names.add(StandardCharsets.UTF_8.newDecoder().decode(in.slice(in.position(), length)).toString());
            } catch (CharacterCodingException e) {
                throw new IOException("This is no MXNet array list: a name is not UTF-8.", e);
            }
            in.position(in.position() + length);
        }
        return names;
    }

    private static Map<String, MxnetArray> named(List<MxnetArray> arrays, List<String> names) throws IOException {
        require(names.isEmpty() || names.size() == arrays.size(), names.size() + " names for " + arrays.size()
                + " arrays");
        Map<String, MxnetArray> result = new LinkedHashMap<>();
        for (int i = 0; i < arrays.size(); i++) {
            String name = names.isEmpty() ? Integer.toString(i) : names.get(i);
            require(result.put(name, arrays.get(i)) == null, "the name " + name + " stands twice");
        }
        return result;
    }

    private static void require(boolean holds, String fault) throws IOException {
        if (!holds) {
            throw new IOException("This is no MXNet array list: " + fault + ".");
        }
    }

    /** The bytes of a list, arrays in the map's order, all on the CPU. */
    public static byte[] write(Map<String, MxnetArray> arrays) {
        return write(arrays.values(), arrays.keySet());
    }

    /** The bytes of a list without names. */
    static byte[] write(List<MxnetArray> arrays) {
        return write(arrays, List.of());
    }

    private static byte[] write(Collection<MxnetArray> arrays, Collection<String> names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        putLong(out, LIST_MAGIC);
        putLong(out, 0);
        putLong(out, arrays.size());
        arrays.forEach(array -> put(out, array));
        putLong(out, names.size());
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            putLong(out, bytes.length);
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static void put(ByteArrayOutputStream out, MxnetArray array) {
        putInt(out, V2_MAGIC);
        putInt(out, 0);
        putInt(out, array.shape().size());
        if (array.shape().isEmpty()) {
            return;
        }
        array.shape().forEach(extent -> putLong(out, extent));
        putInt(out, 1);
        putInt(out, 0);
        putInt(out, array.type().ordinal());
        out.writeBytes(array.data());
    }

    private static void putLong(ByteArrayOutputStream out, long value) {
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    private static void putInt(ByteArrayOutputStream out, int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }
}

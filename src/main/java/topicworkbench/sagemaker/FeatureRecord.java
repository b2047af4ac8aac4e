package topicworkbench.sagemaker;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * One document as SageMaker's algorithms take it: the tensor under the feature key {@code values} of an
 * {@code aialgs.data.Record}. Labels and whatever else a record carries are passed over.
 *
 * @param keys      columns of the values, or null for a dense record
 * @param values    counts
 * @param dimension number of columns, or -1 where the record does not say
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/dg/cdf-training.html">Common data formats for training</a>
 */
public record FeatureRecord(int[] keys, float[] values, long dimension) {
    private static final String FEATURES = "values";
    private static final int RECORD_FEATURES = 1;
    private static final int ENTRY_KEY = 1;
    private static final int ENTRY_VALUE = 2;
    private static final int VALUE_FLOAT32 = 2;
    private static final int VALUE_FLOAT64 = 3;
    private static final int VALUE_INT32 = 7;
    private static final int TENSOR_VALUES = 1;
    private static final int TENSOR_KEYS = 2;
    private static final int TENSOR_SHAPE = 3;

    public FeatureRecord {
        if (keys != null && keys.length != values.length) {
            throw new IllegalArgumentException(keys.length + " keys for " + values.length + " values");
        }
    }

    /** The record's bytes, values as 32-bit floats. */
    public byte[] encoded() {
        try {
            byte[] tensor = tensor();
            byte[] value = field(VALUE_FLOAT32, tensor);
            ByteArrayOutputStream entry = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(entry);
            out.writeString(ENTRY_KEY, FEATURES);
            out.writeByteArray(ENTRY_VALUE, value);
            out.flush();
            return field(RECORD_FEATURES, entry.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    private byte[] tensor() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 + 8 * values.length);
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeTag(TENSOR_VALUES, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt32NoTag(Math.multiplyExact(Float.BYTES, values.length));
        for (float value : values) {
            out.writeFloatNoTag(value);
        }
        if (keys != null) {
            out.writeTag(TENSOR_KEYS, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(Arrays.stream(keys).map(CodedOutputStream::computeUInt32SizeNoTag).sum());
            for (int key : keys) {
                out.writeUInt32NoTag(key);
            }
        }
        if (dimension >= 0) {
            out.writeTag(TENSOR_SHAPE, WireFormat.WIRETYPE_LENGTH_DELIMITED);
            out.writeUInt32NoTag(CodedOutputStream.computeUInt64SizeNoTag(dimension));
            out.writeUInt64NoTag(dimension);
        }
        out.flush();
        return bytes.toByteArray();
    }

    private static byte[] field(int number, byte[] bytes) throws IOException {
        ByteArrayOutputStream field = new ByteArrayOutputStream(bytes.length + 8);
        CodedOutputStream out = CodedOutputStream.newInstance(field);
        out.writeByteArray(number, bytes);
        out.flush();
        return field.toByteArray();
    }

    /** @throws IOException if the bytes are no such record, or have no features under {@code values} */
    public static FeatureRecord decoded(byte[] payload) throws IOException {
        FeatureRecord[] found = {null};
        fields(CodedInputStream.newInstance(payload), (number, in) -> {
            if (number != RECORD_FEATURES) {
                return false;
            }
            FeatureRecord entry = entry(nested(in));
            found[0] = entry == null ? found[0] : entry;
            return true;
        });
        if (found[0] == null) {
            throw new IOException("The record has no features under the key " + FEATURES + ".");
        }
        return found[0];
    }

    /** Null where the key is another one. */
    private static FeatureRecord entry(CodedInputStream entry) throws IOException {
        String[] key = {""};
        FeatureRecord[] value = {null};
        fields(entry, (number, in) -> {
            switch (number) {
                case ENTRY_KEY -> key[0] = in.readString();
                case ENTRY_VALUE -> value[0] = value(nested(in));
                default -> {
                    return false;
                }
            }
            return true;
        });
        return key[0].equals(FEATURES) ? value[0] : null;
    }

    private static FeatureRecord value(CodedInputStream value) throws IOException {
        FeatureRecord[] found = {null};
        fields(value, (number, in) -> {
            if (number != VALUE_FLOAT32 && number != VALUE_FLOAT64 && number != VALUE_INT32) {
                return false;
            }
            found[0] = tensor(nested(in), number);
            return true;
        });
        return found[0];
    }

    private static FeatureRecord tensor(CodedInputStream tensor, int kind) throws IOException {
        Numbers values = new Numbers();
        Numbers keys = new Numbers();
        long[] shape = {-1};
        fields(tensor, (number, in) -> {
            switch (number) {
                case TENSOR_VALUES -> repeated(in, () -> values.add(Float.floatToRawIntBits(switch (kind) {
                    case VALUE_FLOAT32 -> in.readFloat();
                    case VALUE_FLOAT64 -> (float) in.readDouble();
                    default -> (float) in.readInt32();
                })));
                case TENSOR_KEYS -> repeated(in, () -> keys.add(key(in.readUInt64())));
                case TENSOR_SHAPE -> repeated(in, () -> shape[0] = in.readUInt64());
                default -> {
                    return false;
                }
            }
            return true;
        });
        if (keys.size > 0 && keys.size != values.size) {
            throw new IOException("The record has " + keys.size + " keys for " + values.size + " values.");
        }
        float[] numbers = new float[values.size];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(values.bits[i]);
        }
        boolean sparse = keys.size > 0 || values.size == 0;
        return new FeatureRecord(sparse ? Arrays.copyOf(keys.bits, keys.size) : null, numbers, shape[0]);
    }

    /** Grows as they come: four bytes each, where a list would take twenty. */
    private static final class Numbers {
        private int[] bits = new int[16];
        private int size;

        void add(int number) {
            if (size == bits.length) {
                bits = Arrays.copyOf(bits, 2 * size);
            }
            bits[size++] = number;
        }
    }

    private static int key(long key) throws IOException {
        if (key < 0 || key > Integer.MAX_VALUE) {
            throw new IOException("The record has the key " + Long.toUnsignedString(key) + ".");
        }
        return (int) key;
    }

    /** Reads a field, or leaves it and returns false. */
    @FunctionalInterface
    private interface FieldReader {
        boolean read(int number, CodedInputStream in) throws IOException;
    }

    /** Reads one element. */
    @FunctionalInterface
    private interface ElementReader {
        void read() throws IOException;
    }

    private static void fields(CodedInputStream in, FieldReader reader) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (!reader.read(WireFormat.getTagFieldNumber(tag), in)) {
                in.skipField(tag);
            }
        }
    }

    private static CodedInputStream nested(CodedInputStream in) throws IOException {
        return CodedInputStream.newInstance(in.readByteBuffer());
    }

    /** The elements of a repeated field: all of them where it is packed, else the next one. */
    private static void repeated(CodedInputStream in, ElementReader element) throws IOException {
        if (WireFormat.getTagWireType(in.getLastTag()) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
            element.read();
            return;
        }
        int before = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            element.read();
        }
        in.popLimit(before);
    }
}

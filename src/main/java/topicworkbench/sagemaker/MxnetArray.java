package topicworkbench.sagemaker;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import topicworkbench.math.FloatMatrix;

/**
 * One dense array of MXNet, as stored.
 *
 * @param shape extent of each dimension; empty for an array that holds nothing
 * @param type  of the elements
 * @param data  the elements, little-endian, the last dimension running fastest
 */
public record MxnetArray(List<Integer> shape, Type type, byte[] data) {

    /** MXNet's element types; the ordinal is the code in the file. */
    public enum Type {
        FLOAT32(4), FLOAT64(8), FLOAT16(2), UINT8(1), INT32(4), INT8(1), INT64(8);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    public MxnetArray {
        shape = List.copyOf(shape);
    }

    public static MxnetArray of(FloatMatrix matrix) {
        return ofFloats(List.of(matrix.rows(), matrix.columns()), matrix.values());
    }

    /** @param shape whose product is the number of values */
    public static MxnetArray ofFloats(List<Integer> shape, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(4, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return new MxnetArray(shape, Type.FLOAT32, bytes.array());
    }

    public int size() {
        return data.length / type.bytes;
    }

    /** The elements as numbers; 64-bit integers beyond 2^53 are rounded. */
    public double[] values() {
        ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (type) {
                case FLOAT32 -> bytes.getFloat();
                case FLOAT64 -> bytes.getDouble();
                case FLOAT16 -> Float.float16ToFloat(bytes.getShort());
                case UINT8 -> bytes.get() & 0xFF;
                case INT32 -> bytes.getInt();
                case INT8 -> bytes.get();
                case INT64 -> bytes.getLong();
            };
        }
        return values;
    }

    /** The elements as a matrix; a vector is 1 x n. */
    public FloatMatrix matrix() {
        if (shape.isEmpty() || shape.size() > 2) {
            throw new IllegalStateException("an array of shape " + shape + " is no matrix");
        }
        float[] floats = new float[size()];
        if (type == Type.FLOAT32) {
            ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        } else {
            double[] values = values();
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
        }
        return shape.size() == 1 ? new FloatMatrix(1, shape.getFirst(), floats)
                : new FloatMatrix(shape.get(0), shape.get(1), floats);
    }
}

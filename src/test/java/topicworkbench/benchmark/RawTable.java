package topicworkbench.benchmark;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import topicworkbench.math.FloatMatrix;

/** Tables as raw little-endian doubles, row after row: what the peers' scripts write and read. */
final class RawTable {
    private static final int BUFFER = 1 << 16;

    private RawTable() { }

    static FloatMatrix read(Path file, int rows, int columns) throws IOException {
        FloatMatrix points = FloatMatrix.zeros(rows, columns);
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < points.values().length; bytes.compact()) {
                if (channel.read(bytes) < 0) {
                    throw new EOFException(file + " ends after " + i + " numbers");
                }
                bytes.flip();
                while (bytes.remaining() >= Double.BYTES && i < points.values().length) {
                    points.values()[i++] = (float) bytes.getDouble();
                }
            }
        }
        return points;
    }

    static void write(Path file, FloatMatrix map) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(map.values().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : map.values()) {
            bytes.putDouble(value);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(bytes.flip());
        }
    }
}

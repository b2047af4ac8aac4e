package topicworkbench.run.aws.transfer;

import java.util.zip.Checksum;

/**
 * The checksum that S3 keeps of every object whose writer gave none.
 *
 * @see <a href="https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-64-nvme">CRC-64/NVME</a>
 */
final class Crc64Nvme implements Checksum {
    private static final long POLYNOMIAL = 0x9a6c9329ac4bc9b5L; // reflected
    private static final long[] TABLE = table();

    private long value = ~0L;

    private static long[] table() {
        long[] table = new long[256];
        for (int i = 0; i < table.length; i++) {
            long entry = i;
            for (int bit = 0; bit < 8; bit++) {
                entry = (entry & 1) == 0 ? entry >>> 1 : entry >>> 1 ^ POLYNOMIAL;
            }
            table[i] = entry;
        }
        return table;
    }

    @Override
    public void update(int b) {
        value = TABLE[(int) (value ^ b) & 0xff] ^ value >>> 8;
    }

    @Override
    public void update(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            update(bytes[i]);
        }
    }

    @Override
    public long getValue() {
        return ~value;
    }

    @Override
    public void reset() {
        value = ~0L;
    }
}

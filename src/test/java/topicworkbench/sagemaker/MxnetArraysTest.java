package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.math.FloatMatrix;
import topicworkbench.testdata.SharedData;

class MxnetArraysTest {
    /** One array "arg:projection_weight", 3 x 2, values 1 to 6, laid out by hand after MXNet's source. */
    private static final byte[] GOLDEN = HexFormat.of().parseHex("12010000000000000000000000000000"
            + "0100000000000000" + "c9fa93f9" + "00000000" + "02000000" + "0300000000000000" + "0200000000000000"
            + "01000000" + "00000000" + "00000000" + "0000803f000000400000404000008040" + "0000a0400000c040"
            + "0100000000000000" + "1500000000000000" + "6172673a70726f6a656374696f6e5f776569676874");

    @Test
    void readsTheGoldenVector() throws IOException {
        Map<String, MxnetArray> arrays = MxnetArrays.read(GOLDEN);
        assertThat(arrays).containsOnlyKeys("arg:projection_weight");
        FloatMatrix matrix = arrays.get("arg:projection_weight").matrix();
        assertThat(matrix.rows()).isEqualTo(3);
        assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void writesTheGoldenVector() {
        assertThat(GOLDEN).hasSize(125);
        assertThat(MxnetArrays.write(Map.of("arg:projection_weight",
                MxnetArray.of(new FloatMatrix(3, 2, new float[] {1, 2, 3, 4, 5, 6}))))).isEqualTo(GOLDEN);
    }

    /** Sums as NumPy finds them at the offsets of MXNet's layout. */
    @ParameterizedTest
    @CsvSource({
        "census-7cf79d285cedcab09da74f9eea0bfbb8ad2c299f-model_algo-1, 3, v, 34x33, 1.1959676448483378",
        "kmeans-starbucks-model_algo-1, 1, 0, 10x13, 2.353269958170131",
        "linearlearner-covid-mx-mod-0000.params, 2, arg:fc0_weight, 513x1, 441.2396209940281",
        "mtcnn-det1-0001.params, 13, arg:conv2_weight, 16x10x3x3, -38.56578886404168",
        "mxnet-legacy_ndarray.v0, 6, 5, 128, 8128"})
    void readsRealFiles(String file, int count, String name, String shape, double sum) throws IOException {
        byte[] bytes = Files.readAllBytes(SharedData.require("sagemaker/mxnet-params/" + file));
        Map<String, MxnetArray> arrays = MxnetArrays.read(bytes);
        assertThat(arrays).hasSize(count).containsKey(name);
        MxnetArray array = arrays.get(name);
        assertThat(array.shape().stream().map(String::valueOf).collect(Collectors.joining("x"))).isEqualTo(shape);
        assertThat(Arrays.stream(array.values()).sum()).isCloseTo(sum, within(1e-9));
    }

    @Test
    void writesWhatItReads() throws IOException {
        Map<String, MxnetArray> arrays = new LinkedHashMap<>();
        arrays.put("half", new MxnetArray(List.of(2), MxnetArray.Type.FLOAT16, new byte[] {0, 0x3C, 0, (byte) 0xC0}));
        arrays.put("bytes", new MxnetArray(List.of(1, 3), MxnetArray.Type.UINT8, new byte[] {1, 2, (byte) 255}));
        arrays.put("none", new MxnetArray(List.of(), MxnetArray.Type.FLOAT32, new byte[0]));
        arrays.put("größe", MxnetArray.ofFloats(List.of(2, 1, 2), new float[] {1, -2, 3.5f, Float.NaN}));
        Map<String, MxnetArray> read = MxnetArrays.read(MxnetArrays.write(arrays));
        assertThat(read.keySet()).containsExactlyElementsOf(arrays.keySet());
        assertThat(read.get("half").values()).containsExactly(1, -2);
        assertThat(read.get("bytes").values()).containsExactly(1, 2, 255);
        assertThat(read.get("none").shape()).isEmpty();
        assertThat(read.get("größe").shape()).containsExactly(2, 1, 2);
        assertThat(read.get("größe").values()).containsExactly(1, -2, 3.5, Double.NaN);
    }

    @Test
    void readsVersionOne() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(GOLDEN.clone()).order(ByteOrder.LITTLE_ENDIAN);
        // version 1 has no storage type
        byte[] v1 = new byte[GOLDEN.length - 4];
        bytes.putInt(24, 0xF993FAC8);
        System.arraycopy(bytes.array(), 0, v1, 0, 28);
        System.arraycopy(bytes.array(), 32, v1, 28, v1.length - 28);
        assertThat(MxnetArrays.read(v1).get("arg:projection_weight").values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void everyCutIsNoticed() {
        for (int length = 0; length < GOLDEN.length; length++) {
            byte[] cut = Arrays.copyOf(GOLDEN, length);
            assertThatThrownBy(() -> MxnetArrays.read(cut)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    /** Any eight bytes may become a huge or negative number: never more than a clear refusal. */
    @Test
    void hostileLengthsAreRefusedWithoutAllocating() {
        for (long hostile : new long[] {-1, Long.MAX_VALUE, Integer.MAX_VALUE, 0x7FFFFFFF7FFFFFFFL, 1L << 40}) {
            for (int at = 16; at <= GOLDEN.length - 8; at++) {
                byte[] changed = GOLDEN.clone();
                ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putLong(at, hostile);
                try {
                    MxnetArrays.read(changed);
                } catch (IOException e) {
                    assertThat(e).hasMessageStartingWith("This is no MXNet array list");
                }
            }
        }
    }

    @Test
    void sparseArraysAreRefused() {
        byte[] sparse = GOLDEN.clone();
        sparse[28] = 1;
        assertThatThrownBy(() -> MxnetArrays.read(sparse)).isInstanceOf(IOException.class)
                .hasMessageContaining("dense");
    }

    @Test
    void aModelsMatricesGoByTheirNamesAlone() throws IOException {
        Map<String, MxnetArray> arrays = new LinkedHashMap<>();
        arrays.put("arg:weight", MxnetArray.ofFloats(List.of(2, 3), new float[] {1, 2, 3, 4, 5, 6}));
        arrays.put("aux:mean", MxnetArray.ofFloats(List.of(3), new float[] {7, 8, 9}));
        arrays.put("wide", new MxnetArray(List.of(1, 2), MxnetArray.Type.FLOAT64,
                ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putDouble(0.5).putDouble(-1.5).array()));
        Map<String, FloatMatrix> matrices = MxnetArrays.matrices(MxnetArrays.write(arrays));
        assertThat(matrices).containsOnlyKeys("weight", "mean", "wide");
        assertThat(matrices.get("weight").rows()).isEqualTo(2);
        assertThat(matrices.get("weight").row(1)).containsExactly(4, 5, 6);
        assertThat(matrices.get("mean").rows()).isEqualTo(1);
        assertThat(matrices.get("mean").values()).containsExactly(7, 8, 9);
        assertThat(matrices.get("wide").values()).containsExactly(0.5f, -1.5f);
    }

    @Test
    void arraysThatAreNoMatricesOfAModelAreRefused() {
        MxnetArray one = MxnetArray.ofFloats(List.of(1), new float[] {1});
        assertThatThrownBy(() -> MxnetArrays.matrices(MxnetArrays.write(Map.of("arg:x", one, "aux:x", one))))
                .isInstanceOf(IOException.class).hasMessageContaining("the name x stands twice");
        assertThatThrownBy(() -> MxnetArrays.matrices(MxnetArrays.write(Map.of("cube",
                MxnetArray.ofFloats(List.of(1, 1, 1), new float[1])))))
                .isInstanceOf(IOException.class).hasMessageContaining("cube is no matrix");
        assertThatThrownBy(() -> MxnetArrays.matrices(MxnetArrays.write(Map.of("nothing",
                new MxnetArray(List.of(), MxnetArray.Type.INT8, new byte[0])))))
                .isInstanceOf(IOException.class).hasMessageContaining("nothing is no matrix");
    }

    /** Each of these changes one field of a sound file, named by where it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | 13   | does not begin like one
            16  | ff   | it announces 255 entries
            28  | 1    | storage type 1
            32  | 21   | 33 dimensions
            36  | ff   | is larger than the file
            43  | 80   | an array's extent is
            60  | 07   | element type 7 is unknown
            63  | 80   | is unknown
            36  | 0c   | is larger than the file
            88  | 05   | it announces 5 entries
            """)
    void oneWrongFieldIsRefusedInWords(int at, String value, String why) {
        byte[] wrong = GOLDEN.clone();
        wrong[at] = (byte) Integer.parseInt(value, 16);
        assertThatThrownBy(() -> MxnetArrays.read(wrong)).isInstanceOf(IOException.class).hasMessageContaining(why);
    }
}

package topicworkbench.run.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import topicworkbench.run.local.NvidiaSmi.Gpu;

/** Output as NVIDIA documents it for {@code --format=csv,noheader,nounits}. */
class NvidiaSmiTest {
    private static final String TWO_DEVICES = """
            0, 37, 10240, NVIDIA A10G
            1, 100, 22731, NVIDIA A10G
            0, 41, 10242, NVIDIA A10G
            1, 99, 22731, NVIDIA A10G
            """;

    private static List<Gpu> parse(String output) {
        return output.lines().map(NvidiaSmi::parse).flatMap(Optional::stream).toList();
    }

    @Test
    void readsEveryDeviceOfEverySecond() {
        assertThat(parse(TWO_DEVICES)).containsExactly(new Gpu(0, 0.37, 10240), new Gpu(1, 1, 22731),
                new Gpu(0, 0.41, 10242), new Gpu(1, 0.99, 22731));
    }

    @Test
    void whatADeviceDoesNotTellIsNoNumber() {
        assertThat(parse("0, [N/A], 512, NVIDIA GeForce GT 710\n1, [Not Supported], [Unknown Error], Tesla K10\n"
                + "2, N/A, 3, NVIDIA H200 MIG 1g.18gb, second slice\n")).containsExactly(new Gpu(0, Double.NaN, 512),
                        new Gpu(1, Double.NaN, Double.NaN), new Gpu(2, Double.NaN, 3));
    }

    @Test
    void complaintsAreNoDevices() {
        assertThat(parse("""
                NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the \
                latest NVIDIA driver is installed and running.

                No devices were found
                Unable to determine the device handle for GPU 0000:01:00.0: GPU is lost.  Reboot the system, please, now
                0, 12
                """)).isEmpty();
    }
}

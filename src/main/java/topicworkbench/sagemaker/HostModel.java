package topicworkbench.sagemaker;

import java.io.IOException;

/** The model that one host of a training job left: each host leaves its own, nobody merges them. */
public sealed interface HostModel permits NtmModel, LdaModel {

    /** {@code ntm} or {@code lda}. */
    String algorithm();

    int topics();

    /** Of the vocabulary it was trained with. */
    int terms();

    /** As the service's container leaves it; reading it back gives the same bits. */
    byte[] bytes() throws IOException;

    /**
     * Tells by the first bytes which algorithm left it.
     *
     * @throws IOException if it is neither, or is damaged; the message is a part of a sentence
     */
    static HostModel of(byte[] bytes) throws IOException {
        if (NtmModel.begins(bytes)) {
            return NtmModel.of(bytes);
        }
        if (MxnetArrays.begins(bytes)) {
            return LdaModel.of(bytes);
        }
        throw new IOException("its model is neither the zip of NTM nor the arrays of LDA");
    }
}

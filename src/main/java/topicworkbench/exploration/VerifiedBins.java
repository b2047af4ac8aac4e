package topicworkbench.exploration;

/**
 * Documents by whether the purchase was verified.
 *
 * @param verified of each document: 1 yes, 0 no, -1 missing
 */
public record VerifiedBins(byte[] verified) implements Bins {
    @Override
    public Dimension dimension() {
        return Dimension.VERIFIED;
    }

    @Override
    public int count() {
        return 2;
    }

    @Override
    public int of(int document) {
        return verified[document] < 0 ? NONE : 1 - verified[document];
    }

    @Override
    public String name(int bin) {
        return bin == 0 ? "Verified" : "Not verified";
    }

    @Override
    public Filter filter(int first, int last) {
        return new Filter.Verified(first == 0);
    }
}

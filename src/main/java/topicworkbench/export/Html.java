package topicworkbench.export;

/** Text made safe for HTML, in elements and in quoted attributes. */
public final class Html {

    private Html() { }

    /** Also takes out control characters and those that turn the direction of text around. */
    public static String escape(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]", "").replace("&", "&amp;").replace("<", "&lt;")
                .replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}

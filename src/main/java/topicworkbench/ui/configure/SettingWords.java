package topicworkbench.ui.configure;

import java.util.Map;
import topicworkbench.corpus.ReviewField;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Setting;
import topicworkbench.run.SettingKind;

/** What the form calls settings and their values; the names that files and commands use stand beside them. */
final class SettingWords {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("min_stars", "Fewest stars"), Map.entry("max_stars", "Most stars"),
            Map.entry("from", "First day"), Map.entry("to", "Last day"),
            Map.entry("verified_only", "Verified purchases only"),
            Map.entry("min_characters", "Least characters"), Map.entry("max_characters", "Most characters"),
            Map.entry("exact_duplicates", "Drop exact duplicates"), Map.entry("near_duplicates", "Drop near duplicates"),
            Map.entry("keep_columns", "Other columns to keep"), Map.entry("max_ngram", "Words in a term"),
            Map.entry("extra_stop_words", "Your stop words"),
            Map.entry("normalization", "Word forms"), Map.entry("min_word_length", "Least word length"),
            Map.entry("min_df", "Fewest documents"), Map.entry("max_df", "Most documents"),
            Map.entry("max_features", "Vocabulary size"), Map.entry("min_tokens", "Least tokens of a document"),
            Map.entry("num_topics", "Topics"), Map.entry("encoder_layers_activation", "Encoder activation"),
            Map.entry("mini_batch_size", "Mini-batch size"), Map.entry("num_patience_epochs", "Patience epochs"),
            Map.entry("batch_norm", "Batch normalization"), Map.entry("kl_warmup_epochs", "KL warm-up epochs"),
            Map.entry("background", "Background word frequencies"), Map.entry("log_input", "Logarithmic input"),
            Map.entry("latent", "Topic weights"), Map.entry("alpha", "Alpha, the document-topic prior"),
            Map.entry("tol", "Tolerance"), Map.entry("beta", "Beta, the topic-word prior"), Map.entry("embeddings", "Word vectors"),
            Map.entry("relevance_lambda", "Relevance λ"), Map.entry("min_wetc", "Least WETC"),
            Map.entry("min_tu", "Least TU"), Map.entry("volume_gb", "Disk (GB)"), Map.entry("max_cost", "Most it may cost (USD)"),
            Map.entry("lda_instance_type", "LDA instance type"), Map.entry("endpoint_memory_mb", "Endpoint memory (MB)"),
            Map.entry("map", "Map of the reviews"));

    private static final Map<String, String> VALUES = Map.of(RunSpecs.NTM, "Neural topic model (NTM)",
            RunSpecs.LDA, "Latent Dirichlet allocation (LDA)", RunSpecs.NMF, "Matrix factorization (NMF)",
            "recommended", "Recommended", "sagemaker", "SageMaker's defaults", "this_computer", "This computer", "aws", "AWS",
            "real_time", "Real time");

    private SettingWords() { }

    static String title(Setting setting) {
        String map = "map_";
        String name = setting.name().startsWith(map) ? setting.name().substring(map.length()) : setting.name();
        return TITLES.getOrDefault(name, inWords(name));
    }

    static String title(ReviewField field) {
        return inWords(field.key());
    }

    /** A value as a choice shows it. */
    static String value(String value) {
        return VALUES.getOrDefault(value, value);
    }

    /** Which values are accepted, and the one to go back to. */
    static String range(Setting setting, String base) {
        String byDefault = base.isEmpty() ? "" : "default " + (setting.kind() == SettingKind.FLAG
                ? base.equals("true") ? "on" : "off" : value(base));
        if (RunForm.isChoiceOfBase(setting.name())) {
            return "";
        }
        boolean said = setting.kind() == SettingKind.FLAG || setting.kind() == SettingKind.CHOICE;
        return said ? byDefault : setting.range() + (byDefault.isEmpty() ? "" : " · " + byDefault);
    }

    private static String inWords(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}

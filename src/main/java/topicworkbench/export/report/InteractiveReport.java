package topicworkbench.export.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import topicworkbench.export.Findings;
import topicworkbench.export.Html;
import topicworkbench.export.SkippedReviews;
import topicworkbench.export.TopicFinding;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.SpecInWords;
import topicworkbench.wording.Figures;

/**
 * A run as one page to be explored: topics, words at any lambda, map, reviews. The file needs nothing else. Its policy
 * lets only the style and the script within run, which it knows by their hashes; strangers' text is data that they
 * show as text.
 */
public final class InteractiveReport {
    private static final List<String> SCRIPTS = List.of("report.js", "topics.js", "words.js", "map.js", "reviews.js", "start.js");
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final Findings findings;

    private InteractiveReport(Findings findings) {
        this.findings = findings;
    }

    /** Writes the page to a file that is moved into place later, or is in its place already. */
    public static void write(Findings findings, Path file) throws IOException {
        Files.writeString(file, page(findings), StandardCharsets.UTF_8);
    }

    static String page(Findings findings) {
        return new InteractiveReport(findings).page();
    }

    private String page() {
        String style = resource("report.css");
        String script = "\n\"use strict\";\n" + SCRIPTS.stream().map(InteractiveReport::resource).collect(Collectors.joining("\n"));
        Map<String, String> parts = Map.ofEntries(
                Map.entry("policy", "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '" + hash(style)
                        + "'; script-src '" + hash(script) + "'"),
                Map.entry("title", Html.escape(findings.run().summary().name())),
                Map.entry("style", style), Map.entry("script", script),
                Map.entry("subtitle", Html.escape(subtitle())), Map.entry("notice", notice()), Map.entry("tiles", tiles()),
                Map.entry("head", head()), Map.entry("rows", findings.topics().stream().map(this::row).collect(Collectors.joining())),
                Map.entry("lambda", String.format(Locale.ROOT, "%.2f", ReportData.lambda(findings))),
                Map.entry("facts", facts()),
                Map.entry("spec", findings.run().summary().spec() == null ? ""
                        : Html.escape(RunSpecJson.write(findings.run().summary().spec()))),
                Map.entry("data", new ReportData(findings).json()));
        return PLACE.matcher(resource("report.html")).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    private String subtitle() {
        return (findings.run().summary().spec() == null ? "" : SpecInWords.corpus(findings.run().summary().spec()) + " · "
                + SpecInWords.model(findings.run().summary().spec()) + " · ") + findings.source();
    }

    private String notice() {
        return findings.report().isSynthetic()
                ? "<p class=\"notice\">These reviews are synthetic: they were invented, no customer wrote them.</p>" : "";
    }

    private String tiles() {
        Quality quality = findings.report().quality();
        return tile("Reviews", Figures.count(findings.run().documents())) + tile("Topics", Figures.count(findings.topics().size()))
                + tile("Terms", Figures.count(findings.report().counts().terms())) + tile("WETC", Figures.shortScore(quality.wetc()))
                + tile("Uniqueness (TU)", Figures.shortScore(quality.tu())) + tile("NPMI", Figures.shortScore(quality.npmi()))
                + tile("Held-out perplexity", Figures.perplexity(quality.perplexity()))
                + (Double.isNaN(quality.stability()) ? "" : tile("Stability", Figures.shortScore(quality.stability())));
    }

    private static String tile(String name, String value) {
        return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
    }

    private static String head() {
        return "<th><button type=\"button\">Topic</button></th>" + List.of("Share", "Stars", "WETC", "Impact").stream()
                .map(name -> "<th class=\"number\"><button type=\"button\">" + name + "</button></th>").collect(Collectors.joining());
    }

    private String row(TopicFinding topic) {
        double stars = topic.impact() == null ? Double.NaN : topic.impact().meanStars();
        double impact = topic.impact() == null ? Double.NaN : topic.impact().score();
        return "<tr data-topic=\"" + topic.id() + "\"><td class=\"name\"><button type=\"button\">" + mark(topic)
                + Html.escape(topic.name()) + "</button></td>" + cell(topic.share(), Figures.percent(topic.share()))
                + cell(stars, Figures.stars(stars)) + cell(topic.topic().wetc(), Figures.shortScore(topic.topic().wetc()))
                + cell(impact, Double.isNaN(impact) ? Figures.NONE : Figures.count(Math.round(impact))) + "</tr>\n";
    }

    /** Drawn as a picture within the page, since the policy allows no style beside the sheet. */
    private static String mark(TopicFinding topic) {
        return "<svg class=\"dot\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><circle cx=\"5\" cy=\"5\" r=\"5\" fill=\""
                + ReportData.web(topic.color()) + "\"/></svg>";
    }

    private static String cell(double value, String words) {
        return "<td class=\"number\" data-value=\"" + value + "\">" + words + "</td>";
    }

    private String facts() {
        List<String> facts = new ArrayList<>();
        facts.add(fact("Read", Figures.count(findings.report().counts().read())));
        for (SkippedReviews skipped : findings.report().skipped()) {
            facts.add(fact("Left out", Figures.count(skipped.count()) + " " + skipped.reason()));
        }
        facts.add(fact("Vectors behind WETC", String.valueOf(findings.report().quality().vectors())));
        Provenance provenance = findings.report().provenance();
        if (provenance != null) {
            facts.add(fact("Made by", provenance.application()));
            facts.add(fact("Machine", provenance.machine()));
            new TreeMap<>(provenance.versions()).forEach((name, version) -> facts.add(fact(name, version)));
            facts.add(fact("Seed", Long.toString(provenance.seed())));
            facts.add(fact("Corpus SHA-256", String.valueOf(provenance.corpusHash())));
        }
        return String.join("", facts);
    }

    private static String fact(String name, String value) {
        return "<dt>" + Html.escape(name) + "</dt><dd>" + Html.escape(value) + "</dd>\n";
    }

    private static String hash(String text) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = InteractiveReport.class.getResourceAsStream("/topicworkbench/export/report/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

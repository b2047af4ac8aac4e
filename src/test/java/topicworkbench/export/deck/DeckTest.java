package topicworkbench.export.deck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFPictureShape;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.Comparison;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.HostileReviews;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A deck of hostile reviews, read back. */
class DeckTest {
    private static final int BEFORE_TOPICS = 4;
    private static final int MINUTES_TO_CONVERT = 3;

    @TempDir
    private static Path folder;
    private static Findings findings;
    private static Path file;

    @BeforeAll
    static void writeDeck() throws IOException, InterruptedException {
        RunFolder run = HostileReviews.run(new Workspace(folder.resolve("workspace")));
        try (Threads threads = new Threads(1)) {
            findings = Findings.of(run, 5, threads, ProgressListener.NONE);
            Comparison itself = Comparison.of(List.of(run, run), threads, ProgressListener.NONE);
            AlignedTopics pairs = AlignedTopics.of(itself.runs().get(0), itself.runs().get(1), threads);
            file = folder.resolve("deck.pptx");
            try (OutputStream out = Files.newOutputStream(file)) {
                Deck.write(findings, Optional.of(pairs), out, ProgressListener.NONE);
            }
        }
    }

    private static XMLSlideShow open() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XMLSlideShow(in);
        }
    }

    @Test
    void everyPartHasItsSlideAndEveryTopicOneOfItsOwn() throws IOException {
        try (XMLSlideShow show = open()) {
            List<String> titles = show.getSlides().stream().map(XSLFSlide::getTitle).toList();
            assertThat(titles).contains("How the topics were found", "What the reviews speak of", "What hurts most",
                    "Every review on one map", "Appendix: specification", "Appendix: provenance");
            assertThat(titles).anyMatch(title -> title.startsWith("Beside <b>Hostile</b>"));
            assertThat(titles.subList(BEFORE_TOPICS, BEFORE_TOPICS + HostileReviews.TOPICS)).allSatisfy(title -> assertThat(title)
                    .isNotBlank());
            assertThat(show.getSlides().stream().flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFPictureShape.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void chartsHoldTheirNumbersInASheet() throws Exception {
        try (XMLSlideShow show = open()) {
            assertThat(show.getCharts()).hasSize(1 + 2 * HostileReviews.TOPICS);
            Sheet shares = show.getSlides().get(2).getRelations().stream().filter(XSLFChart.class::isInstance)
                    .map(XSLFChart.class::cast).findFirst().orElseThrow().getWorkbook().getSheetAt(0);
            for (int row = 0; row < findings.topics().size(); row++) {
                assertThat(shares.getRow(row + 1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
                assertThat(shares.getRow(row + 1).getCell(1).getNumericCellValue())
                        .isCloseTo(findings.topics().get(row).share(), within(1e-12));
            }
            for (XSLFChart chart : show.getCharts()) {
                XDDFChartData.Series drawn = chart.getChartSeries().getFirst().getSeries(0);
                Sheet sheet = chart.getWorkbook().getSheetAt(0);
                assertThat(sheet.getLastRowNum()).isEqualTo(drawn.getValuesData().getPointCount());
                for (int point = 0; point < sheet.getLastRowNum(); point++) {
                    Number value = (Number) drawn.getValuesData().getPointAt(point);
                    Cell cell = sheet.getRow(point + 1).getCell(1);
                    if (value == null) { // a stretch of time of too few reviews
                        assertThat(cell == null || cell.getCellType() == CellType.BLANK).isTrue();
                    } else {
                        assertThat(value.doubleValue()).isEqualTo(cell.getNumericCellValue());
                    }
                }
            }
        }
    }

    @Test
    void everySlideSaysWhereItsNumbersComeFrom() throws IOException {
        try (XMLSlideShow show = open()) {
            for (XSLFSlide slide : show.getSlides()) {
                if (!slide.getTitle().startsWith("Appendix")) {
                    assertThat(slide.getNotes()).as("notes of " + slide.getTitle()).isNotNull();
                }
                assertThat(texts(slide)).anyMatch(text -> text.startsWith("Run " + findings.run().summary().id()));
            }
        }
    }

    @Test
    void nothingLeavesItsPlaceHoweverLongItsWords() throws IOException {
        Rectangle2D page = new Rectangle2D.Double(-1, -1, DeckStyle.WIDTH + 2, DeckStyle.HEIGHT + 2);
        try (XMLSlideShow show = open()) {
            for (XSLFSlide slide : show.getSlides()) {
                for (XSLFShape shape : slide.getShapes()) {
                    if (!(shape instanceof XSLFTable)) {
                        assertThat(page.contains(shape.getAnchor())).as(slide.getTitle() + ": " + shape.getAnchor()).isTrue();
                    }
                    if (shape instanceof XSLFTextShape text && !text.getText().isBlank()) {
                        assertThat(height(text)).as(slide.getTitle() + ": " + text.getText())
                                .isLessThanOrEqualTo(text.getAnchor().getHeight() + 1);
                    }
                }
            }
        }
    }

    /** Of its lines, broken between words as an office program does, in Arial, whose letters are as wide as Helvetica's. */
    private static double height(XSLFTextShape shape) throws IOException {
        double height = 0;
        for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
            XSLFTextRun run = paragraph.getTextRuns().getFirst();
            PDType1Font letters = new PDType1Font(run.isBold() ? FontName.HELVETICA_BOLD : FontName.HELVETICA);
            int lines = 1;
            double x = 0;
            for (String word : run.getRawText().split(" ")) {
                double width = letters.getStringWidth(word.replace('\u00a0', ' ').replaceAll("[^\\p{ASCII}]",
                        "W")) * run.getFontSize() / 1000;
                if (x > 0 && x + width > shape.getAnchor().getWidth() + 1) {
                    lines++;
                    x = 0;
                }
                assertThat(width).isLessThanOrEqualTo(shape.getAnchor().getWidth() + 1);
                x += width + letters.getSpaceWidth() * run.getFontSize() / 1000;
            }
            height += lines * run.getFontSize() * 1.2;
        }
        return height;
    }

    @Test
    void hostileTextIsTextWithoutMarksThatCannotBeSeen() throws IOException {
        try (XMLSlideShow show = open()) {
            String all = String.join("\n", show.getSlides().stream().flatMap(slide -> texts(slide).stream()).toList());
            assertThat(all).contains("</script><script>alert(1)</script>]]>").doesNotContain("\u202e", "\u0007");
        }
    }

    private static List<String> texts(XSLFSlide slide) {
        return slide.getShapes().stream().filter(XSLFTextShape.class::isInstance).map(shape -> ((XSLFTextShape) shape).getText())
                .toList();
    }

    /** LibreOffice reads the deck as an office program does. */
    @Test
    void anOfficeProgramShowsEverySlide() throws IOException, InterruptedException {
        Optional<Path> office = onPath("soffice");
        assumeTrue(office.isPresent(), "skipped: LibreOffice (soffice) is not installed");
        Process converting = new ProcessBuilder(office.orElseThrow().toString(), "--headless",
                "-env:UserInstallation=" + folder.resolve("office").toUri(), "--convert-to", "pdf", "--outdir",
                folder.toString(), file.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("office.log").toFile())
                .start();
        assertThat(converting.waitFor(MINUTES_TO_CONVERT, TimeUnit.MINUTES)).isTrue();
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("deck.pdf").toFile()); XMLSlideShow show = open()) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(show.getSlides().size());
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(BEFORE_TOPICS + 1);
            stripper.setEndPage(BEFORE_TOPICS + HostileReviews.TOPICS);
            String topics = stripper.getText(pdf);
            for (TopicFinding topic : findings.topics()) {
                assertThat(topics).as("the chart's words").contains(topic.topic().words().getFirst().term());
            }
        }
    }

    private static Optional<Path> onPath(String program) {
        return java.util.Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, program)).filter(Files::isExecutable).findFirst();
    }
}

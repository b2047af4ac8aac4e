package topicworkbench.export.deck;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSheet;
import org.apache.poi.xslf.usermodel.XSLFSlideMaster;
import org.openxmlformats.schemas.drawingml.x2006.main.CTFontScheme;
import topicworkbench.chart.FittedText;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.ProgressListener;

/**
 * A run as slides for a meeting: what was asked and found, each topic with its words, its course and its customers'
 * words, the map, how it compares, and where every number comes from. Charts are the office program's own, to be edited
 * there.
 */
public final class Deck {
    private final XMLSlideShow show = new XMLSlideShow();
    private final Findings findings;

    private Deck(Findings findings) {
        this.findings = findings;
        show.setPageSize(new Dimension(DeckStyle.WIDTH, DeckStyle.HEIGHT));
        show.getSlideMasters().forEach(this::dress);
        show.getProperties().getCoreProperties().setTitle(FittedText.visible(findings.run().summary().name()));
        show.getProperties().getCoreProperties().setCreator("Topic Workbench");
    }

    /**
     * @param compared the run beside another, if that is wanted; the first of the two is this run
     * @param listener hears slide by slide how far it is, may cancel
     */
    public static void write(Findings findings, Optional<AlignedTopics> compared, OutputStream out,
            ProgressListener listener) throws IOException {
        Deck deck = new Deck(findings);
        try (XMLSlideShow show = deck.show) {
            deck.addSlides(compared, listener);
            show.write(out);
        }
    }

    private void addSlides(Optional<AlignedTopics> compared, ProgressListener listener) {
        FrontSlides front = new FrontSlides(show, findings);
        front.title();
        front.method();
        new OverviewSlides(show, findings).add();
        int done = 0;
        for (TopicFinding topic : findings.topics()) {
            listener.progress(done++, findings.topics().size());
            new TopicSlide(show, findings).add(topic);
        }
        findings.run().map().ifPresent(map -> new MapSlide(show, findings).add(map));
        compared.ifPresent(pairs -> new ComparisonSlide(show, findings).add(pairs));
        new AppendixSlides(show, findings).add();
        listener.progress(done, done);
    }

    /** Slides that people add later look like these: the master is of the old format and another typeface. */
    private void dress(XSLFSlideMaster master) {
        CTFontScheme fonts = master.getTheme().getXmlObject().getThemeElements().getFontScheme();
        fonts.getMajorFont().getLatin().setTypeface(DeckStyle.TYPEFACE);
        fonts.getMinorFont().getLatin().setTypeface(DeckStyle.TYPEFACE);
        widen(master);
        for (var layout : master.getSlideLayouts()) {
            widen(layout);
        }
    }

    private static void widen(XSLFSheet sheet) {
        double factor = DeckStyle.WIDTH / 720.0;
        for (XSLFShape shape : sheet.getShapes()) {
            if (shape instanceof org.apache.poi.xslf.usermodel.XSLFTextShape text && text.getAnchor() != null) {
                Rectangle2D place = text.getAnchor();
                text.setAnchor(new Rectangle2D.Double(place.getX() * factor, place.getY(), place.getWidth() * factor,
                        place.getHeight()));
            }
        }
    }
}

package topicworkbench.export.deck;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import topicworkbench.chart.Figure;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.PictureFile;
import topicworkbench.chart.PictureOptions;
import topicworkbench.export.Findings;
import topicworkbench.export.picture.ReviewMap;
import topicworkbench.topic.DocumentMap;
import topicworkbench.wording.Figures;

/** The map of all reviews, as a picture. */
final class MapSlide {
    private final XMLSlideShow show;
    private final Findings findings;

    MapSlide(XMLSlideShow show, Findings findings) {
        this.show = show;
        this.findings = findings;
    }

    void add(DocumentMap map) {
        Page page = new Page(show, "Every review on one map", "Near points speak of the same; colors are topics");
        double height = DeckStyle.BOTTOM - 96;
        double width = height * DeckStyle.WIDTH / DeckStyle.HEIGHT;
        page.picture(png(map), new Rectangle2D.Double((DeckStyle.WIDTH - width) / 2, 100, width, height),
                "Map of " + Figures.count(map.documents()) + " reviews, colored by topic");
        page.foot(findings.source());
        page.notes("Places: x and y in map.parquet, by t-SNE on Hellinger distances between the topic shares of the reviews; "
                + "directions and distances between far points mean nothing. Colors: the strongest topic of each review.");
    }

    private byte[] png(DocumentMap map) {
        PictureOptions options = new PictureOptions(PictureOptions.Format.PNG, PictureOptions.Size.SLIDE, 2,
                HouseStyle.LIGHT, false, false, false);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            PictureFile.write(new Figure("", style -> List.of(), "", new ReviewMap(findings, map)), options, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}

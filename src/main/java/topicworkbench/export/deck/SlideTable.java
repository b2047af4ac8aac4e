package topicworkbench.export.deck;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTableRow;
import org.apache.poi.xslf.usermodel.XSLFTextRun;

/** A table of the office program: words at the left, numbers at the right, lines between the rows. */
final class SlideTable {
    private static final double ROW = 27;

    private final XSLFTable table;
    private final double[] widths;

    /** @param widths of the columns; the first holds words */
    SlideTable(Page page, double[] widths) {
        this.widths = widths;
        table = page.slide().createTable();
        double width = Arrays.stream(widths).sum();
        table.setAnchor(new Rectangle2D.Double(DeckStyle.MARGIN, DeckStyle.TOP, width, ROW));
    }

    void head(String... cells) {
        row(null, DeckStyle.MUTED, cells);
        for (int column = 0; column < widths.length; column++) {
            table.setColumnWidth(column, widths[column]);
        }
    }

    /** @param color of the topic that the row is about */
    void row(Color color, String... cells) {
        row(color, DeckStyle.TEXT, cells);
    }

    private void row(Color color, Color ink, String... cells) {
        XSLFTableRow row = table.addRow();
        row.setHeight(ROW);
        for (int column = 0; column < cells.length; column++) {
            XSLFTableCell cell = row.addCell();
            cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
            cell.setLeftInset(column == 0 ? 0 : 4);
            cell.setRightInset(4);
            cell.setTopInset(2);
            cell.setBottomInset(2);
            cell.setBorderColor(BorderEdge.bottom, DeckStyle.LINE);
            cell.setBorderWidth(BorderEdge.bottom, 0.75);
            var paragraph = cell.addNewTextParagraph();
            paragraph.setTextAlign(column == 0 ? TextAlign.LEFT : TextAlign.RIGHT);
            List<XSLFTextRun> runs = new ArrayList<>();
            double room = widths[column] - 12;
            if (column == 0 && color != null) {
                XSLFTextRun mark = paragraph.addNewTextRun();
                mark.setText("■ ");
                mark.setFontColor(color);
                runs.add(mark);
                room -= 18;
            }
            XSLFTextRun words = paragraph.addNewTextRun();
            words.setText(DeckStyle.line(cells[column], DeckStyle.SMALL + 1, false, room));
            words.setFontColor(ink);
            runs.add(words);
            runs.forEach(run -> {
                run.setFontSize(DeckStyle.SMALL + 1);
                run.setFontFamily(DeckStyle.TYPEFACE);
            });
        }
    }
}

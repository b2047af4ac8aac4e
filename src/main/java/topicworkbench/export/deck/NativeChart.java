package topicworkbench.export.deck;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import topicworkbench.chart.FittedText;

/** Charts that PowerPoint and LibreOffice edit: each holds its own small sheet of numbers. */
final class NativeChart {
    private static final int LONGEST_NAME = 60;
    private static final double LINE_POINTS = 2.25;
    /** Names that find room side by side below a line. */
    private static final int NAMES_BELOW = 6;
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    private final XSLFChart chart;
    private final String[] names;
    private final XDDFCategoryDataSource categories;

    private NativeChart(Page page, List<String> categoryNames, Rectangle2D place) {
        chart = page.show().createChart(page.slide());
        page.slide().addChart(chart, new Rectangle2D.Double(Units.toEMU(place.getX()), Units.toEMU(place.getY()),
                Units.toEMU(place.getWidth()), Units.toEMU(place.getHeight())));
        names = categoryNames.stream().map(name -> FittedText.shortened(name, LONGEST_NAME)).toArray(String[]::new);
        categories = XDDFDataSourcesFactory.fromArray(names, range(0), 0);
        chart.setAutoTitleDeleted(true);
    }

    /**
     * Bars from left to right, the first on top, each with its number at its end.
     *
     * @param colors of each bar
     * @param format of the numbers, as in a sheet: {@code 0.0%}
     */
    static void bars(Page page, Rectangle2D place, String what, List<String> names, double[] values, List<Color> colors,
            String format) {
        NativeChart chart = new NativeChart(page, names, place);
        XDDFCategoryAxis down = chart.chart.createCategoryAxis(AxisPosition.LEFT);
        down.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis across = chart.chart.createValueAxis(AxisPosition.BOTTOM);
        across.setCrosses(AxisCrosses.AUTO_ZERO);
        across.setMinimum(0);
        chart.quiet(down, false);
        across.setVisible(false);
        XDDFBarChartData bars = (XDDFBarChartData) chart.chart.createData(ChartTypes.BAR, down, across);
        bars.setBarDirection(BarDirection.BAR);
        bars.setVaryColors(false);
        bars.setGapWidth(45);
        XDDFChartData.Series series = chart.add(bars, what, values, format);
        series.setFillProperties(fill(colors.getFirst()));
        for (int bar = 0; bar < values.length; bar++) {
            series.getDataPoint(bar).setFillProperties(fill(colors.get(bar)));
        }
        CTBarSer drawn = ((XDDFBarChartData.Series) series).getCTBarSer();
        numbersAtEnds(drawn.isSetDLbls() ? drawn.getDLbls() : drawn.addNewDLbls(), format);
        chart.finish(bars);
    }

    /** A line over names that follow one another, as months do; where there is no number it has a gap. */
    static void line(Page page, Rectangle2D place, String what, List<String> names, double[] values, Color color,
            String format) {
        NativeChart chart = new NativeChart(page, names, place);
        XDDFCategoryAxis below = chart.chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis left = chart.chart.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setMinimum(0);
        left.setNumberFormat(format);
        chart.quiet(below, true);
        chart.quiet(left, false);
        XDDFLineProperties grid = new XDDFLineProperties(fill(DeckStyle.LINE));
        grid.setWidth(0.5);
        left.getOrAddMajorGridProperties().setLineProperties(grid);
        XDDFLineChartData lines = (XDDFLineChartData) chart.chart.createData(ChartTypes.LINE, below, left);
        lines.setVaryColors(false);
        XDDFLineChartData.Series series = (XDDFLineChartData.Series) chart.add(lines, what, values, format);
        series.setSmooth(false);
        chart.chart.displayBlanksAs(DisplayBlanks.GAP);
        series.setMarkerStyle(values.length == 1 ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
        XDDFLineProperties pen = new XDDFLineProperties(fill(color));
        pen.setWidth(LINE_POINTS);
        series.setLineProperties(pen);
        chart.finish(lines);
        showSomeNames(chart.chart.getCTChart().getPlotArea().getCatAxArray(0), Math.ceilDiv(names.size(), NAMES_BELOW));
    }

    private XDDFChartData.Series add(XDDFChartData data, String what, double[] values, String format) {
        XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                IntStream.range(0, values.length).mapToObj(i -> Double.isNaN(values[i]) ? null : values[i]).toArray(Double[]::new),
                range(1), 1);
        numbers.setFormatCode(format);
        XDDFChartData.Series series = data.addSeries(categories, numbers);
        series.setTitle(what, chart.setSheetTitle(what, 1));
        return series;
    }

    private void finish(XDDFChartData data) {
        chart.plot(data);
        XDDFShapeProperties bare = chart.getOrAddShapeProperties();
        bare.setFillProperties(new XDDFNoFillProperties());
        bare.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        text(chart.getCTChartSpace().isSetTxPr() ? chart.getCTChartSpace().getTxPr() : chart.getCTChartSpace().addNewTxPr());
    }

    private static void text(CTTextBody body) {
        body.addNewBodyPr();
        body.addNewLstStyle();
        CTTextCharacterProperties letters = body.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz((int) (DeckStyle.SMALL * 100));
        letters.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {(byte) DeckStyle.MUTED.getRed(),
            (byte) DeckStyle.MUTED.getGreen(), (byte) DeckStyle.MUTED.getBlue()});
        letters.addNewLatin().setTypeface(DeckStyle.TYPEFACE);
    }

    private void quiet(XDDFChartAxis axis, boolean withLine) {
        axis.setMajorTickMark(AxisTickMark.NONE);
        axis.setMinorTickMark(AxisTickMark.NONE);
        axis.getOrAddShapeProperties().setLineProperties(new XDDFLineProperties(
                withLine ? fill(DeckStyle.LINE) : new XDDFNoFillProperties()));
    }

    /** One name in so many, since all would stand upon one another; POI's small set of schema classes lacks the element. */
    private static void showSomeNames(CTCatAx axis, int oneIn) {
        try (XmlCursor cursor = axis.newCursor()) {
            if (!cursor.toChild(NAMESPACE, "noMultiLvlLbl")) { // the only one that stands behind it
                cursor.toEndToken();
            }
            cursor.beginElement("tickLblSkip", NAMESPACE);
            cursor.insertAttributeWithValue("val", Integer.toString(oneIn));
        }
    }

    private static void numbersAtEnds(CTDLbls labels, String format) {
        var code = labels.isSetNumFmt() ? labels.getNumFmt() : labels.addNewNumFmt();
        code.setFormatCode(format);
        code.setSourceLinked(false);
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private String range(int column) {
        return chart.formatRange(new CellRangeAddress(1, names == null ? 1 : names.length, column, column));
    }

    private static XDDFSolidFillProperties fill(Color color) {
        return new XDDFSolidFillProperties(XDDFColor.from(new byte[] {(byte) color.getRed(), (byte) color.getGreen(),
            (byte) color.getBlue()}));
    }
}

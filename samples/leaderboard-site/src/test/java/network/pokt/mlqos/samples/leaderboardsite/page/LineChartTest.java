package network.pokt.mlqos.samples.leaderboardsite.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import network.pokt.mlqos.samples.leaderboardsite.page.LineChart.Point;
import network.pokt.mlqos.samples.leaderboardsite.page.LineChart.Series;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LineChartTest {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void an_axis_begins_at_nought_and_reaches_the_data_in_round_steps() throws Exception {
        Document chart = draw(List.of(), 0.31, 0.62, 0.47);

        assertThat(texts(chart, "y")).containsExactly("0", "0.2", "0.4", "0.6", "0.8");
        assertThat(texts(chart, "x")).containsExactly("1 Jan", "2 Jan", "3 Jan");
    }

    @Test
    void higher_values_stand_higher_and_later_ones_further_right() throws Exception {
        NodeList dots = draw(List.of(), 1, 3, 2).getElementsByTagName("circle");

        assertThat(number(dots, 1, "cy")).isLessThan(number(dots, 2, "cy")).isLessThan(number(dots, 0, "cy"));
        assertThat(number(dots, 0, "cx")).isLessThan(number(dots, 1, "cx"));
    }

    @Test
    void moments_outside_the_picture_are_not_drawn() throws Exception {
        List<Instant> moments = List.of(FIRST.plus(Duration.ofHours(30)), FIRST.minusSeconds(1));

        assertThat(count(draw(moments, 1, 2, 3), "moment")).isEqualTo(1);
    }

    @Test
    void one_day_nothing_but_noughts_and_no_day_at_all_are_charts_too() throws Exception {
        assertThat(texts(draw(List.of(), 5), "x")).containsExactly("1 Jan");
        assertThat(texts(draw(List.of(), 0, 0), "y")).startsWith("0");
        assertThat(new LineChart("t", List.of(), List.of(), Svg::decimal, 0)
                        .draw()
                        .toString())
                .contains("Nothing was measured yet.");
    }

    private static Document draw(List<Instant> moments, double... values) throws Exception {
        List<Point> points = IntStream.range(0, values.length)
                .mapToObj(day -> Point.of(FIRST.plus(Duration.ofDays(day)), values[day]))
                .toList();
        String svg = new LineChart("<t>", List.of(new Series("first", points)), moments, Svg::decimal, 0)
                .draw()
                .toString();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document chart, String kind) {
        NodeList all = chart.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i).getAttributes().getNamedItem("class").getNodeValue().equals(kind)) {
                texts.add(all.item(i).getTextContent());
            }
        }
        return texts;
    }

    private static long count(Document chart, String kind) {
        NodeList lines = chart.getElementsByTagName("line");
        return IntStream.range(0, lines.getLength())
                .filter(i -> lines.item(i)
                        .getAttributes()
                        .getNamedItem("class")
                        .getNodeValue()
                        .equals(kind))
                .count();
    }

    private static double number(NodeList elements, int index, String attribute) {
        return Double.parseDouble(
                elements.item(index).getAttributes().getNamedItem(attribute).getNodeValue());
    }
}

package network.pokt.mlqos.samples.leaderboardsite.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.leaderboard.RankInterval;
import network.pokt.mlqos.leaderboard.Service;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.samples.leaderboardsite.web.AnswerCache;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Routes;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.store.Digest;
import network.pokt.mlqos.store.LedgerHead;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.time.VirtualTime;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
    private static final String HOSTILE = "<script>alert(1)</script>\"' onload=x {{title}} \u202Egnp.exe\u0000";

    @Test
    void names_that_nodes_give_themselves_never_become_markup() throws IOException {
        Routes routes = pages(List.of(card(0, HOSTILE)));
        for (String path : List.of("/", "/nodes/llm/" + Format.encoded(HOSTILE), "/compare", "/alarms")) {
            String page = page(routes, path);

            assertThat(page)
                    .as(path)
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x {{title}} \uFFFDgnp.exe\uFFFD")
                    .doesNotContain("<script>alert", "\u202E", "\u0000");
        }
    }

    @Test
    void what_is_searched_for_never_becomes_markup() throws IOException {
        String page = page(pages(List.of(card(0, "a"))), "/?q=%22%3E%3Cscript%3E");

        assertThat(page).contains("value=\"&quot;&gt;&lt;script&gt;\"").doesNotContain("\"><script>");
    }

    @Test
    void a_long_board_comes_in_pages_below_200_kb() throws IOException {
        List<NodeCard> many = IntStream.range(0, 250)
                .mapToObj(i -> card(i, "pokt1" + "q".repeat(30) + i))
                .toList();
        Routes routes = pages(many);

        assertThat(page(routes, "/").length()).isLessThan(200_000);
        assertThat(page(routes, "/")).contains("data-whole=\"false\"", "Further rows");
        assertThat(rows(page(routes, "/?after=200"))).isEqualTo(50);
    }

    @Test
    void without_a_script_the_links_sort_and_the_form_filters() throws IOException {
        Routes routes = pages(List.of(card(0, "first"), card(1, "second"), card(2, "third")));

        String slowestFirst = page(routes, "/?sort=latency&dir=desc");
        assertThat(slowestFirst.indexOf("third")).isLessThan(slowestFirst.indexOf("first</bdi>"));
        assertThat(slowestFirst).contains("class=\"latency\" aria-sort=\"descending\"");
        assertThat(rows(page(routes, "/?q=SECOND"))).isEqualTo(1);
        assertThat(page(routes, "/?q=SECOND")).contains("1 of 3 nodes");
        assertThat(page(routes, "/?q=nobody")).contains("No node is named so.");
    }

    private static long rows(String page) {
        return page.lines().filter(line -> line.startsWith("<tr data-text")).count();
    }

    private static NodeCard card(int i, String supplier) {
        NodeId id = new NodeId(supplier, "llm");
        Alarm alarm = new Alarm(Alarm.Kind.ACCURACY, NOW, 120, "detail " + HOSTILE);
        NodeProfile profile = NodeProfile.builder(id, NOW)
                .accuracy("sums", Estimate.ofProportion(40 - i % 40, 50))
                .alarm(alarm)
                .build();
        Service service = new Service(
                Optional.of(Duration.ofMillis(100 + i)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Board.Line line = new Board.Line(
                id, Estimate.ofProportion(40 - i % 40, 50), new RankInterval(i + 1, i + 1), 1, 0.9, service);
        return new NodeCard(
                i + 1,
                profile,
                line,
                Optional.of(HOSTILE),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new RaisedAlarm(id, alarm, NOW)));
    }

    private static Routes pages(List<NodeCard> cards) {
        Digest zero = Digest.parse("0".repeat(64));
        List<RaisedAlarm> alarms = new ArrayList<>();
        cards.forEach(card -> alarms.addAll(card.alarms()));
        View view = new View(NOW, Map.of("llm", cards), alarms, new LedgerHead(0, zero, zero, NOW, ""), 0);
        Routes routes = new Routes();
        ProfileBook book = ProfileBook.builder(new VirtualTime()).build();
        new Pages(() -> view, book, ResultStore.inMemory(1), "key").on(routes, new AnswerCache(() -> view));
        return routes;
    }

    private static String page(Routes routes, String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        routes.answer(Request.parse(path)).body().writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

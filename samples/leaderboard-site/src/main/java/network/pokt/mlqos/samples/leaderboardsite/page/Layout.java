package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;

/** What all pages have in common: head, navigation, the notice about simulated nodes, foot. */
final class Layout {

    private static final Template PAGE = Template.of("page.html");
    private static final Template ENTRY = Template.of("page-nav.html");
    private static final Template NOTICE = Template.of("page-simulated.html");
    private static final Map<String, String> ENTRIES = entries();

    private Layout() {}

    private static Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("/", "Leaderboard");
        entries.put("/compare", "Compare");
        entries.put("/alarms", "Alarms");
        entries.put("/ledger", "Ledger");
        entries.put("/about", "About");
        return entries;
    }

    /** Returns a whole page. */
    static Response page(View view, int status, String here, String title, Html content) {
        List<Html> entries = new ArrayList<>();
        ENTRIES.forEach((href, name) -> entries.add(
                ENTRY.fill(Map.of("href", href, "name", name, "current", href.equals(here) ? "page" : "false"))));
        Map<String, Object> values = new HashMap<>();
        values.put("title", title);
        values.put("entries", Html.join(entries));
        values.put("notice", view.nodes().stream().anyMatch(NodeCard::simulated) ? NOTICE.fill(Map.of()) : Html.NONE);
        values.put("content", content);
        values.put("asOf", Format.time(view.asOf()));
        values.put("measurements", Format.count(view.measurements()));
        return Response.of(status, Response.HTML, PAGE.fill(values).toString());
    }
}

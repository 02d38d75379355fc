package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.Map;
import java.util.function.Supplier;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.web.AnswerCache;
import network.pokt.mlqos.samples.leaderboardsite.web.HttpProblem;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;
import network.pokt.mlqos.samples.leaderboardsite.web.Routes;
import network.pokt.mlqos.store.LedgerHead;
import network.pokt.mlqos.store.ResultStore;

/** All pages and the files that belong to them. Thread-safe. */
public final class Pages {

    private static final Template LEDGER = Template.of("ledger.html");
    private static final Template ABOUT = Template.of("about.html");
    private static final Template PROBLEM = Template.of("problem.html");

    private final Supplier<View> view;
    private final ProfileBook book;
    private final ResultStore store;
    private final String publicKey;

    /**
     * Begins with what says what is public now, where single measurements are, and the text of the ledger's public key.
     *
     * @param book where two nodes are compared question by question
     */
    public Pages(Supplier<View> view, ProfileBook book, ResultStore store, String publicKey) {
        this.view = view;
        this.book = book;
        this.store = store;
        this.publicKey = publicKey;
    }

    /** Adds the addresses of all pages. */
    public void on(Routes routes, AnswerCache cache) {
        routes.on("/", cache.keeping(new BoardPage(view)::answer))
                .on("/nodes/*/*", cache.keeping(new NodePage(view, store)::answer))
                .on("/compare", cache.keeping(new ComparePage(view, book, store)::answer))
                .on("/alarms", cache.keeping(new AlarmsPage(view)::answer))
                .on("/ledger", cache.keeping(this::ledger))
                .on("/about", cache.keeping(this::about));
        file(routes, "/site.css", "text/css; charset=utf-8");
        file(routes, "/site.js", "text/javascript; charset=utf-8");
        file(routes, "/ledger.js", "text/javascript; charset=utf-8");
        file(routes, "/icon.svg", "image/svg+xml");
        file(routes, "/openapi.json", Response.JSON);
    }

    private static void file(Routes routes, String path, String type) {
        Response file = Response.of(type, Template.resource(path.substring(1)));
        routes.on(path, request -> file);
    }

    private Response ledger(Request request) {
        View now = view.get();
        LedgerHead head = now.head();
        return Layout.page(
                now,
                200,
                "/ledger",
                "Ledger",
                LEDGER.fill(Map.of(
                        "size", head.size(),
                        "entries", Format.count(head.size()),
                        "root", head.root(),
                        "at", Format.time(head.at()),
                        "key", publicKey)));
    }

    private Response about(Request request) {
        return Layout.page(view.get(), 200, "/about", "About", ABOUT.fill(Map.of()));
    }

    /** Returns the page for a request that went wrong. */
    public Response problem(HttpProblem problem) {
        String title = HttpProblem.title(problem.status());
        return Layout.page(
                view.get(),
                problem.status(),
                "",
                title,
                PROBLEM.fill(Map.of("title", title, "detail", problem.detail())));
    }
}

package network.pokt.mlqos.samples.leaderboardsite.api;

import java.nio.file.Path;
import java.util.function.Supplier;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.web.HttpProblem;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;
import network.pokt.mlqos.samples.leaderboardsite.web.Routes;
import network.pokt.mlqos.store.InclusionProof;
import network.pokt.mlqos.store.Ledger;
import network.pokt.mlqos.store.LedgerHead;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ledger for whoever wants to check it: its lines, its head, and proofs of single entries. Thread-safe. */
public final class LedgerApi {

    private final Supplier<View> view;
    private final Ledger ledger;
    private final Path file;
    private final String publicKey;
    private final JsonMapper json = new JsonMapper();

    public LedgerApi(Supplier<View> view, Ledger ledger, Path file, String publicKey) {
        this.view = view;
        this.ledger = ledger;
        this.file = file;
        this.publicKey = publicKey;
    }

    /** Adds the ledger's addresses. */
    public void on(Routes routes) {
        routes.on("/api/v1/ledger", this::head)
                .on("/api/v1/ledger/proofs/*", this::proof)
                .on("/ledger.jsonl", this::lines);
    }

    private Response head(Request request) {
        LedgerHead head = view.get().head();
        ObjectNode body = Shapes.object().put("publicKey", publicKey);
        body.setAll((ObjectNode) json.readTree(head.json()));
        return Response.of(Response.JSON, json.writeValueAsBytes(body.put("lines", "/ledger.jsonl")));
    }

    private Response proof(Request request) {
        LedgerHead head = view.get().head();
        String index = request.segments().get(4);
        long entry = index.matches("\\d{1,18}") ? Long.parseLong(index) : -1;
        if (entry < 0 || entry >= head.size()) {
            throw HttpProblem.notFound("The ledger's head is over " + head.size() + " entries, counted from 0.");
        }
        InclusionProof proof = ledger.inclusion(entry, head.size());
        ObjectNode body = Shapes.object().put("index", proof.index()).put("size", proof.size());
        ArrayNode path = body.putArray("path");
        proof.path().forEach(hash -> path.add(hash.toString()));
        return Response.of(
                Response.JSON,
                json.writeValueAsBytes(body.put("root", head.root().toString())));
    }

    /** All lines up to the end of the latest batch; a line that is being written is not among them. */
    private Response lines(Request request) {
        LedgerLength.Measured end = LedgerLength.of(file);
        return Response.file("application/x-ndjson", end.tag(), file, end.bytes());
    }
}

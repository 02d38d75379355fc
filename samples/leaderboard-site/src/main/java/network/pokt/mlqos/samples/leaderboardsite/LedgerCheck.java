package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import network.pokt.mlqos.store.Ledger;
import network.pokt.mlqos.store.LedgerHead;
import network.pokt.mlqos.store.LedgerKey;
import network.pokt.mlqos.store.LedgerReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The command with which anybody checks a copy of a ledger: {@code verify LEDGER PUBLIC-KEY [HEAD]}. */
final class LedgerCheck {

    private LedgerCheck() {}

    /** Returns 0 if the ledger is sound and 1 if it is not. */
    static int run(PrintStream out, List<String> args) throws IOException {
        if (args.size() < 2 || args.size() > 3) {
            throw new IllegalArgumentException(
                    "Give the file of the ledger, the owner's public key and, if you have one, a head from earlier:"
                            + " verify ledger.jsonl MCowBQYDK2Vw... head.json");
        }
        List<LedgerHead> published = args.size() < 3 ? List.of() : List.of(head(Path.of(args.get(2))));
        LedgerReport report = Ledger.verify(Path.of(args.get(0)), LedgerKey.publicKey(args.get(1)), published);
        if (report instanceof LedgerReport.Broken broken) {
            out.println("BROKEN at line " + broken.line() + ", after " + broken.entry()
                    + " entries that are as they were" + " written: " + broken.reason());
            return 1;
        }
        LedgerReport.Sound sound = (LedgerReport.Sound) report;
        out.println("sound: " + sound.entries() + " entries, each linked to the one before"
                + sound.head()
                        .map(head -> "; the last head is of " + head.size() + " entries, signed at " + head.at())
                        .orElse("; no head"));
        if (sound.unsigned() > 0) {
            out.println(sound.unsigned() + " entries behind the last head are linked, but not signed yet");
        }
        published.forEach(head -> out.println("it has grown out of the published head of " + head.size() + " entries"));
        return 0;
    }

    /** Reads a head as {@code /api/v1/ledger} gives it, or as it stands in a ledger. */
    private static LedgerHead head(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        try {
            return LedgerHead.parse("{\"head\":"
                    + json.writeValueAsString(
                            json.readTree(Files.readString(file)).path("head")) + "}");
        } catch (JacksonException e) {
            throw new IllegalArgumentException("The file " + file + " has no head of a ledger.", e);
        }
    }
}

package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.store.LedgerKey;

/** The files that the site keeps beside its database. */
record Folder(Path path) {

    /** Makes the folder if it is missing. */
    static Folder of(Path path) throws IOException {
        return new Folder(Files.createDirectories(path));
    }

    Path ledger() {
        return path.resolve("ledger.jsonl");
    }

    Path profiles() {
        return path.resolve("profiles.jsonl");
    }

    /** Returns the key of the ledger, which is made if there is none. */
    LedgerKey key() {
        Path file = path.resolve("ledger.key");
        if (Files.exists(file)) {
            return LedgerKey.load(file);
        }
        LedgerKey key = LedgerKey.generate();
        key.save(file);
        return key;
    }
}

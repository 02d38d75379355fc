package network.pokt.mlqos.store;

import java.io.IOException;
import java.security.PublicKey;
import java.util.Collection;
import java.util.Optional;

/** Checks the lines of a ledger one after another and says where the first is that does not fit. */
final class LedgerAudit {

    private final PublicKey key;
    private final Collection<LedgerHead> published;
    private final LedgerLines lines = new LedgerLines();

    LedgerAudit(PublicKey key, Collection<LedgerHead> published) {
        this.key = key;
        this.published = published;
        for (LedgerHead head : published) {
            if (!head.isSignedBy(key)) {
                throw new IllegalArgumentException("The published head of " + head.size()
                        + " entries is not signed by this key, so it is no evidence about this ledger.");
            }
        }
    }

    LedgerReport check(LineReader reader) throws IOException {
        long number = 0;
        for (LineReader.Line line; (line = reader.next()) != null; ) {
            number++;
            long before = lines.tree().size();
            try {
                check(line);
            } catch (IllegalArgumentException e) {
                return new LedgerReport.Broken(number, before, String.valueOf(e.getMessage()));
            }
        }
        long size = lines.tree().size();
        Optional<String> contradiction =
                published.stream().flatMap(head -> contradiction(head).stream()).findFirst();
        if (contradiction.isPresent()) {
            return new LedgerReport.Broken(number + 1, size, contradiction.get());
        }
        return new LedgerReport.Sound(
                size, lines.head(), size - lines.head().map(LedgerHead::size).orElse(0L));
    }

    private void check(LineReader.Line line) {
        if (line.text() == null) {
            throw new IllegalArgumentException(line.ended() ? "it is no text" : "it has no end");
        }
        if (!LedgerLines.isHead(line.text())) {
            MeasurementJson.read(lines.takeEntry(line.text()));
        } else if (!lines.takeHead(line.text()).isSignedBy(key)) {
            throw new IllegalArgumentException("the head is not signed by the owner's key");
        }
    }

    private Optional<String> contradiction(LedgerHead head) {
        long size = lines.tree().size();
        if (head.size() > size) {
            return Optional.of("a head of " + head.size() + " entries was published, the ledger has only " + size);
        }
        return lines.tree().root(head.size()).equals(head.root())
                ? Optional.empty()
                : Optional.of("the first " + head.size() + " entries are not those of the head that was published");
    }
}

package network.pokt.mlqos.samples.leaderboardsite;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.samples.leaderboardsite.board.Publisher;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.measure.ChangeWatch;
import network.pokt.mlqos.samples.leaderboardsite.measure.Intake;
import network.pokt.mlqos.samples.leaderboardsite.measure.Measuring;
import network.pokt.mlqos.samples.leaderboardsite.measure.Snapshots;
import network.pokt.mlqos.store.Ledger;
import network.pokt.mlqos.store.LedgerKey;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.watch.Watcher;

/**
 * Measures and publishes, by whatever clock it is given: the watcher with all that its measurements flow into. It goes on where an
 * earlier one in the same folder and database stopped.
 */
final class Station implements AutoCloseable {

    /** Samples expire also while nothing new comes. */
    private static final Duration OLDEST = Duration.ofMinutes(5);

    private final Folder folder;
    private final TimeSource time;
    private final ProfileBook book;
    private final LedgerKey key;
    private final Ledger ledger;
    private final Intake intake;
    private final Publisher publisher;
    private final Watcher watcher;
    private volatile View view;

    private Station(Folder folder, DataSource database, TimeSource time, Measuring measuring) throws IOException {
        this.folder = folder;
        this.time = time;
        this.book = Measuring.book(time);
        if (Files.exists(folder.profiles())) {
            try (Reader lines = Files.newBufferedReader(folder.profiles())) {
                book.load(lines);
            }
        }
        this.key = folder.key();
        this.ledger = Ledger.open(folder.ledger(), key, time);
        ResultStore store = ResultStore.jdbc(database);
        ChangeWatch changes = new ChangeWatch(book);
        changes.replay(store, time.now());
        this.intake = new Intake(store, ledger, changes);
        this.publisher = new Publisher(book, measuring, changes, new Snapshots(database), intake, ledger);
        this.view = publisher.publish(time.now());
        this.watcher = measuring.start(book, intake, time);
    }

    /** Opens and starts to measure. */
    static Station start(Folder folder, DataSource database, TimeSource time, Measuring measuring) throws IOException {
        return new Station(folder, database, time, measuring);
    }

    ProfileBook book() {
        return book;
    }

    ResultStore store() {
        return intake;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Returns the text of the public key that the ledger is signed with. */
    String publicKey() {
        return key.publicText();
    }

    /** Returns what is public now. */
    View view() {
        return view;
    }

    /** Hands what was measured to the database and the ledger. */
    void flush() {
        intake.flush();
    }

    /** Makes what is known now public, if anything is new; what readers have stays valid otherwise. */
    void publish() {
        flush();
        View shown = view;
        Instant now = time.now();
        if (intake.count() != shown.measurements() || now.isAfter(shown.asOf().plus(OLDEST))) {
            view = publisher.publish(now);
        }
    }

    /** Writes the profiles down, for whoever goes on from here. */
    void save() throws IOException {
        Path fresh = folder.profiles().resolveSibling("profiles.new");
        try (Writer lines = Files.newBufferedWriter(fresh)) {
            book.save(lines);
        }
        Files.move(fresh, folder.profiles(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Stops to measure and writes everything down. */
    @Override
    public void close() throws IOException {
        watcher.close();
        try (intake) {
            publish();
            save();
        } finally {
            key.destroy();
        }
    }
}

package network.pokt.mlqos.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Uses {@link FastBpe} for as long as it gives the ids of the native tokenizer: both must agree on a varied sample at the
 * start, and later on one text in {@value #CHECK_EVERY}. After one difference it is never used again. Thread-safe.
 */
final class FastPath {

    private static final Logger LOG = LoggerFactory.getLogger(FastPath.class);

    /** Checking one text in 1,024 costs 3 % of a path that is 30 times as quick. */
    private static final int CHECK_EVERY = 1024;

    /** A check looks at so many UTF-16 units of a text, so that a long text does not wait for it. */
    private static final int CHECKED_LENGTH = 16_384;

    private final NativeTokenizer exact;
    private final int[] before;
    private final int[] after;
    private volatile @Nullable FastBpe engine;

    /** Not exact between threads, and need not be. */
    private int texts;

    private FastPath(NativeTokenizer exact, @Nullable FastBpe engine, int[] before, int[] after) {
        this.exact = exact;
        this.engine = engine;
        this.before = before;
        this.after = after;
    }

    /** Returns a path that is not used: every text goes to the native tokenizer. */
    static FastPath none(NativeTokenizer exact) {
        return new FastPath(exact, null, new int[0], new int[0]);
    }

    /** Returns a path for a tokenizer; one that is not used if the file is not understood or the sample disagrees. */
    static FastPath proven(TokenizerFile file, NativeTokenizer exact) {
        Optional<FastBpe> engine = FastBpeReader.read(file);
        return engine.isPresent() ? proven(engine.get(), ProofTexts.of(file), exact) : none(exact);
    }

    static FastPath proven(FastBpe engine, List<String> sample, NativeTokenizer exact) {
        int[] plain = exact.encode(sample.get(0), false);
        int[] framed = exact.encode(sample.get(0), true);
        int begin = Math.max(0, indexOf(framed, plain));
        int end = Math.min(framed.length, begin + plain.length);
        FastPath path = new FastPath(
                exact, engine, Arrays.copyOf(framed, begin), Arrays.copyOfRange(framed, end, framed.length));
        for (String text : sample) {
            if (!path.agrees(engine, text)) {
                return none(exact);
            }
        }
        return path;
    }

    boolean isUsed() {
        return engine != null;
    }

    int[] encode(String text, boolean addSpecialTokens) {
        FastBpe fast = usable(text);
        if (fast == null) {
            return exact.encode(text, addSpecialTokens);
        }
        int[] ids = fast.encode(text);
        return addSpecialTokens ? framed(ids) : ids;
    }

    long count(String text) {
        FastBpe fast = usable(text);
        return fast == null ? exact.encode(text, false).length : fast.count(text);
    }

    private @Nullable FastBpe usable(String text) {
        FastBpe fast = engine;
        if (fast == null) {
            return null;
        }
        if (!exact.isOpen()) {
            throw NativeTokenizer.closed();
        }
        if (++texts % CHECK_EVERY == 0 && !agrees(fast, beginning(text))) {
            engine = null;
            LOG.warn(
                    "The quick way to tokenize differs from the native one in a text of {} characters and is not used"
                            + " any more; counts stay exact.",
                    text.length());
            return null;
        }
        return fast;
    }

    private boolean agrees(FastBpe fast, String text) {
        int[] ids = fast.encode(text);
        return ids.length == fast.count(text)
                && Arrays.equals(ids, exact.encode(text, false))
                && Arrays.equals(framed(ids), exact.encode(text, true));
    }

    private int[] framed(int... ids) {
        if (before.length + after.length == 0) {
            return ids;
        }
        int[] framed = Arrays.copyOf(before, before.length + ids.length + after.length);
        System.arraycopy(ids, 0, framed, before.length, ids.length);
        System.arraycopy(after, 0, framed, before.length + ids.length, after.length);
        return framed;
    }

    private static String beginning(String text) {
        if (text.length() <= CHECKED_LENGTH) {
            return text;
        }
        int cut = Character.isHighSurrogate(text.charAt(CHECKED_LENGTH - 1)) ? CHECKED_LENGTH - 1 : CHECKED_LENGTH;
        return text.substring(0, cut);
    }

    /** Returns where {@code part} begins in {@code whole}, or -1. */
    private static int indexOf(int[] whole, int... part) {
        for (int i = 0; i + part.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}

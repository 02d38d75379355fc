package network.pokt.mlqos.token;

import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** A tokenizer of the native library: the reference for ids. Thread-safe; threads do not wait for each other. */
final class NativeTokenizer implements AutoCloseable {

    private final TokenizersLibrary library;
    private final ReadWriteLock lifetime = new ReentrantReadWriteLock();
    private volatile long handle;

    private NativeTokenizer(TokenizersLibrary library, long handle) {
        this.library = library;
        this.handle = handle;
    }

    /**
     * Makes a tokenizer of a {@code tokenizer.json}. What it says about truncation and padding is for training; a count
     * must see the whole text and nothing else.
     *
     * @throws RuntimeException whatever the native library throws for a file that it does not take
     */
    static NativeTokenizer create(TokenizersLibrary library, String json) {
        long handle = library.createTokenizerFromString(json);
        library.disableTruncation(handle);
        library.disablePadding(handle);
        return new NativeTokenizer(library, handle);
    }

    int[] encode(String text, boolean addSpecialTokens) {
        return whileOpen(tokenizer -> {
            long encoding = library.encode(tokenizer, text, addSpecialTokens);
            try {
                return narrowed(library.getTokenIds(encoding));
            } finally {
                library.deleteEncoding(encoding);
            }
        });
    }

    Encoding encodeWithOffsets(String text, boolean addSpecialTokens) {
        return whileOpen(tokenizer -> {
            long encoding = library.encode(tokenizer, text, addSpecialTokens);
            try {
                int[] ids = narrowed(library.getTokenIds(encoding));
                long[] mask = library.getSpecialTokenMask(encoding);
                return located(text, ids, library.getTokenCharSpans(encoding), mask);
            } finally {
                library.deleteEncoding(encoding);
            }
        });
    }

    String decode(long... ids) {
        return whileOpen(tokenizer -> library.decode(tokenizer, ids, false));
    }

    boolean isOpen() {
        return handle != 0;
    }

    /** Frees the memory outside the heap, after calls under way have ended; calling it again has no effect. */
    @Override
    public void close() {
        Lock lock = lifetime.writeLock();
        lock.lock();
        try {
            if (handle != 0) {
                library.deleteTokenizer(handle);
                handle = 0;
            }
        } finally {
            lock.unlock();
        }
    }

    static IllegalStateException closed() {
        return new IllegalStateException("The tokenizer is closed, load it again to use it.");
    }

    /** A call into freed memory would end the JVM, so each call keeps the tokenizer open. */
    private <T> T whileOpen(LongFunction<T> call) {
        Lock lock = lifetime.readLock();
        lock.lock();
        try {
            if (handle == 0) {
                throw closed();
            }
            return call.apply(handle);
        } finally {
            lock.unlock();
        }
    }

    /** The native library counts code points; a String counts UTF-16 units. */
    private static Encoding located(String text, int[] ids, @Nullable CharSpan[] spans, long[] mask) {
        int[] places = new int[text.codePointCount(0, text.length()) + 1];
        for (int i = 0, at = 0; i + 1 < places.length; i++) {
            places[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        places[places.length - 1] = text.length();
        int[] starts = new int[ids.length];
        int[] ends = new int[ids.length];
        boolean[] special = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            CharSpan span = spans[i];
            if (span != null) {
                starts[i] = places[Math.min(span.getStart(), places.length - 1)];
                ends[i] = places[Math.min(span.getEnd(), places.length - 1)];
            }
            special[i] = mask[i] != 0;
        }
        return new Encoding(ids, starts, ends, special);
    }

    private static int[] narrowed(long[] ids) {
        int[] narrow = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            narrow[i] = (int) ids[i];
        }
        return narrow;
    }
}

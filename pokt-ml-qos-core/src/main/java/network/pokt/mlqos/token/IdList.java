package network.pokt.mlqos.token;

import java.util.Arrays;

/** The ids of one text as they are found, or only their number. Not thread-safe. */
final class IdList {

    private static final int FEW = 16;

    private final boolean kept;
    private int[] ids;
    private int size;

    private IdList(boolean kept) {
        this.kept = kept;
        this.ids = new int[kept ? FEW : 0];
    }

    static IdList keeping() {
        return new IdList(true);
    }

    static IdList counting() {
        return new IdList(false);
    }

    void add(int[] more, int count) {
        if (kept) {
            if (size + count > ids.length) {
                ids = Arrays.copyOf(ids, Math.max(size + count, 2 * ids.length));
            }
            System.arraycopy(more, 0, ids, size, count);
        }
        size += count;
    }

    void add(int id) {
        if (kept) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, 2 * size);
            }
            ids[size] = id;
        }
        size++;
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(ids, size);
    }
}

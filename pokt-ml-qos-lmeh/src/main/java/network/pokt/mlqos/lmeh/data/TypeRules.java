package network.pokt.mlqos.lmeh.data;

/** How {@code datasets} finds out the types of columns, which depends on what reads the file. */
enum TypeRules {
    /** Objects with different names stay as they are, and dates become points in time. */
    JSON(true, true, Long.SIZE - 1),
    /** Objects with different names get null for what they lack, and dates stay texts. */
    TABLE(false, false, Long.SIZE);

    final boolean keepsUnlikeObjects;
    final boolean readsTimes;

    /** Whole numbers of more bits than this are floats. */
    final int integerBits;

    TypeRules(boolean keepsUnlikeObjects, boolean readsTimes, int integerBits) {
        this.keepsUnlikeObjects = keepsUnlikeObjects;
        this.readsTimes = readsTimes;
        this.integerBits = integerBits;
    }
}

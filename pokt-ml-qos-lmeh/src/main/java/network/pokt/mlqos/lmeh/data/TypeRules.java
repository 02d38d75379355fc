package network.pokt.mlqos.lmeh.data;

/** How {@code datasets} finds out the types of columns, which depends on what reads the file. */
enum TypeRules {
    /** Objects with different names stay as they are, and dates become points in time. */
    JSON(true, true),
    /** Objects with different names get null for what they lack, and dates stay texts. */
    TABLE(false, false);

    final boolean keepsUnlikeObjects;
    final boolean readsTimes;

    TypeRules(boolean keepsUnlikeObjects, boolean readsTimes) {
        this.keepsUnlikeObjects = keepsUnlikeObjects;
        this.readsTimes = readsTimes;
    }
}

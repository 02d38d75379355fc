package network.pokt.mlqos.relay.supplier.stake;

import network.pokt.mlqos.relay.shannon.PocketPrivateKey;

/** Addresses whose checksums are right. */
final class Accounts {

    static final String OWNER = address(1);
    static final String OPERATOR = address(2);
    static final String DELEGATOR = address(3);

    private Accounts() {}

    private static String address(int number) {
        byte[] secret = new byte[32];
        secret[31] = (byte) number;
        return PocketPrivateKey.of(secret).publicKey().address();
    }
}

package network.pokt.mlqos.relay.shannon;

/**
 * Who pays for relays of one service, and who signs for them.
 *
 * @param application the application's address
 * @param service the service it is staked for
 * @param key the public half of the key that signs, the application's own or a gateway's
 * @param signers the private half
 */
record Tenant(String application, String service, PocketPublicKey key, RingSigners signers) {

    @Override
    public String toString() {
        return application + " for service " + service;
    }
}

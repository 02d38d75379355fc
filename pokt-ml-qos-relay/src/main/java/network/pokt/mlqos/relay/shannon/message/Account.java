package network.pokt.mlqos.relay.shannon.message;

import network.pokt.mlqos.transport.Payload;

/**
 * An account of the chain, of which only address and key matter here ({@code cosmos.auth.v1beta1.BaseAccount}).
 *
 * @param publicKey the 33 bytes of the compressed key; empty for an account that has never sent a transaction
 */
public record Account(String address, Payload publicKey) {

    private static final String BASE_ACCOUNT = "/cosmos.auth.v1beta1.BaseAccount";
    private static final String PUBLIC_KEY = "/cosmos.crypto.secp256k1.PubKey";

    /** A periodic vesting account holds a base vesting account, which holds a base account. */
    private static final int MAX_NESTING = 2;

    /** Writes the account within the {@code google.protobuf.Any} that says its type. */
    ProtoWriter wire() {
        ProtoWriter account = new ProtoWriter().string(1, address);
        if (!publicKey.isEmpty()) {
            account.message(2, any(PUBLIC_KEY, new ProtoWriter().bytes(1, publicKey)));
        }
        return any(BASE_ACCOUNT, account);
    }

    private static ProtoWriter any(String type, ProtoWriter value) {
        return new ProtoWriter().string(1, type).message(2, value);
    }

    static Account read(ProtoReader in) {
        Any any = Any.read(in);
        ProtoReader account = ProtoReader.of("account", any.value);
        if (any.type.equals(BASE_ACCOUNT)) {
            return readBase(account);
        }
        return readNested(account, any.type, any.type.startsWith("/cosmos.vesting.") ? MAX_NESTING : 1);
    }

    /** Vesting and module accounts have the account below them as their first field. */
    private static Account readNested(ProtoReader in, String type, int depth) {
        while (in.next()) {
            if (in.field() == 1) {
                boolean last = depth == 1 || type.endsWith(".BaseVestingAccount");
                return last ? readBase(in.message()) : readNested(in.message(), type, depth - 1);
            }
            in.skip();
        }
        throw new MalformedMessageException("The account of the type '" + type + "' holds no base account.");
    }

    private static Account readBase(ProtoReader in) {
        String address = "";
        Payload key = Payload.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> address = in.string();
                case 2 -> key = readKey(Any.read(in.message()));
                default -> in.skip();
            }
        }
        return new Account(address, key);
    }

    /** A key of another kind, such as a multisignature, can sign no relay: it counts as none. */
    private static Payload readKey(Any any) {
        ProtoReader in = ProtoReader.of("public key", any.value);
        Payload key = Payload.empty();
        while (any.type.equals(PUBLIC_KEY) && in.next()) {
            switch (in.field()) {
                case 1 -> key = in.bytes();
                default -> in.skip();
            }
        }
        return key;
    }

    private record Any(String type, Payload value) {

        static Any read(ProtoReader in) {
            String type = "";
            Payload value = Payload.empty();
            while (in.next()) {
                switch (in.field()) {
                    case 1 -> type = in.string();
                    case 2 -> value = in.bytes();
                    default -> in.skip();
                }
            }
            return new Any(type, value);
        }
    }
}

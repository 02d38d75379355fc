package network.pokt.mlqos.relay.shannon.message;

/**
 * An amount of one denomination ({@code cosmos.base.v1beta1.Coin}).
 *
 * @param denomination such as {@code upokt}
 * @param amount a decimal integer, as the chain writes it
 */
public record Coin(String denomination, String amount) {

    ProtoWriter wire() {
        return new ProtoWriter().string(1, denomination).string(2, amount);
    }

    static Coin read(ProtoReader in) {
        String denomination = "";
        String amount = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> denomination = in.string();
                case 2 -> amount = in.string();
                default -> in.skip();
            }
        }
        return new Coin(denomination, amount);
    }
}

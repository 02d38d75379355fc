package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.List;
import network.pokt.mlqos.price.MintBurn;
import network.pokt.mlqos.price.MintBurnModel;

/** What a million relays a day burn and mint at the units that cover their cost. */
record BurnAndMint(Data data) {

    private static final long RELAYS = 1_000_000;
    private static final long DAYS = 365;

    String table() {
        Markdown table = new Markdown(
                "8 B, conversations, a million relays a day",
                "units per relay",
                "burned, POKT",
                "minted",
                "suppliers",
                "proposers",
                "service owner",
                "DAO",
                "supply in a year",
                "applications pay",
                "suppliers earn");
        BigDecimal cost = Study.costs(data.conversations()).mean();
        for (String price : List.of("0.01", "0.03", "0.1")) {
            MintBurnModel model = Study.EXAMPLE_NETWORK.withUsdPerPokt(new BigDecimal(price));
            long units = model.computeUnitsToCover(cost, BigDecimal.ONE).orElseThrow();
            MintBurn flow = model.of(Math.multiplyExact(units, RELAYS));
            table.row(
                    "at " + Markdown.dollars(new BigDecimal(price)) + " per POKT",
                    Markdown.whole(units),
                    Markdown.pokt(flow.burned()),
                    Markdown.pokt(flow.minted()),
                    Markdown.pokt(flow.suppliers()),
                    Markdown.pokt(flow.proposer()),
                    Markdown.pokt(flow.sourceOwner()),
                    Markdown.pokt(flow.dao()),
                    Markdown.pokt(flow.supplyChange().multiply(BigDecimal.valueOf(DAYS))),
                    Markdown.dollars(model.usd(flow.burned())),
                    Markdown.dollars(model.usd(flow.suppliers())));
        }
        return table.toString();
    }
}

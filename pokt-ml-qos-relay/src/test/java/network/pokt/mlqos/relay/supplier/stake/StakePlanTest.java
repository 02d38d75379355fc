package network.pokt.mlqos.relay.supplier.stake;

import static network.pokt.mlqos.relay.supplier.stake.Accounts.DELEGATOR;
import static network.pokt.mlqos.relay.supplier.stake.Accounts.OPERATOR;
import static network.pokt.mlqos.relay.supplier.stake.Accounts.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import network.pokt.mlqos.price.MintBurnModel;
import network.pokt.mlqos.price.ShannonTokenomics;
import network.pokt.mlqos.relay.shannon.message.RpcType;
import network.pokt.mlqos.relay.supplier.stake.MinerConfig.PocketNode;
import org.junit.jupiter.api.Test;

class StakePlanTest {

    private static StakePlan.Builder plan() {
        return StakePlan.builder("llama-3-8b", OWNER)
                .operator(OPERATOR)
                .name("Llama 3 8B")
                .computeUnitsPerRelay(1_000)
                .publicUrl(URI.create("https://relays.example.org:8545/llm"))
                .backend(URI.create("http://adapter:8080"));
    }

    @Test
    void a_short_description_makes_files_that_read_back_as_the_same() {
        StakePlan plan = plan().share(OWNER, 70)
                .share(DELEGATOR, 30)
                .gateways(List.of(OPERATOR))
                .build();

        assertThat(SupplierStake.read("s", plan.supplier().toYaml()).orThrow()).isEqualTo(plan.supplier());
        assertThat(MinerConfig.read("m", plan.miner().toYaml()).orThrow()).isEqualTo(plan.miner());
        assertThat(ApplicationStake.read("a", plan.application().toYaml()).orThrow())
                .isEqualTo(plan.application());
        assertThat(GatewayStake.read("g", plan.gateway().toYaml()).orThrow()).isEqualTo(plan.gateway());
        assertThat(plan.files().keySet())
                .containsExactly("supplier.yaml", "relayminer.yaml", "application.yaml", "gateway.yaml");
    }

    @Test
    void the_files_of_a_plan_deserve_no_advice() {
        StakePlan plan = plan().build();

        assertThat(SupplierStake.read("s", plan.supplier().toYaml()).problems()).isEmpty();
        assertThat(MinerConfig.read("m", plan.miner().toYaml()).problems()).isEmpty();
        assertThat(ApplicationStake.read("a", plan.application().toYaml()).problems())
                .isEmpty();
    }

    @Test
    void a_supplier_stake_is_written_as_the_command_line_expects_it() {
        assertThat(plan().share(OWNER, 100).build().supplier().toYaml())
                .isEqualTo("""
                owner_address: %s
                operator_address: %s
                stake_amount: "59500000000upokt"
                default_rev_share_percent:
                  %s: 100
                services:
                  - service_id: llama-3-8b
                    endpoints:
                      - publicly_exposed_url: https://relays.example.org:8545/llm
                        rpc_type: JSON_RPC
                        config:
                          timeout: "600"
                """.formatted(OWNER, OPERATOR, OWNER));
    }

    @Test
    void a_service_is_added_with_one_command_line() {
        assertThat(plan().build().listing().commandLine("owner", "main"))
                .isEqualTo("pocketd tx service add-service llama-3-8b 'Llama 3 8B' 1000 --from=owner --network=main");
    }

    @Test
    void every_miner_configuration_reads_back_whatever_its_texts_are() {
        List<String> odd = List.of(
                "yes",
                "null",
                "1e5",
                "a: b",
                "# x",
                "\"q\"",
                "back\\slash",
                "tab\tend",
                "ünï",
                "- a",
                "{b}",
                "~",
                "0x1f",
                "line\nbreak",
                "'",
                "%",
                "@at",
                "`",
                "*star",
                "&and",
                "!tag",
                "| pipe",
                " lead",
                "trail ");
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Map<String, String> headers = new LinkedHashMap<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                headers.put(odd.get(random.nextInt(odd.size())), odd.get(random.nextInt(odd.size())));
            }
            Map<String, URI> backends = new LinkedHashMap<>(Map.of("", URI.create("http://[::1]:8000/v1?x=y")));
            if (random.nextBoolean()) {
                backends.put("websocket", URI.create("wss://model.local/ws"));
            }
            MinerConfig config = new MinerConfig(
                    random.nextBoolean() ? List.of("yes", "key.1") : List.of("0123"),
                    Duration.ofSeconds(1 + random.nextInt(1_000)),
                    "20MB",
                    odd.get(random.nextInt(odd.size())),
                    new PocketNode(
                            URI.create("tcp://node:26657"), URI.create("http://node:9090"), URI.create("https://n.io")),
                    List.of(new MinedService(
                            random.nextBoolean() ? "true" : "0x1f",
                            URI.create("http://0.0.0.0:80"),
                            backends,
                            List.of(),
                            random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofMinutes(1)),
                            headers)));

            assertThat(MinerConfig.read("m", config.toYaml()).orThrow())
                    .as("seed 11, round %s", round)
                    .isEqualTo(config);
        }
    }

    @Test
    void a_plan_that_breaks_a_rule_is_refused_where_it_is_made() {
        assertThatThrownBy(() -> StakePlan.builder("llm", OWNER).build()).hasMessageContaining("publicUrl(...)");
        assertThatThrownBy(() -> plan().share(OWNER, 60).build()).hasMessageContaining("sum up to 60");
        assertThatThrownBy(() -> plan().computeUnitsPerRelay(2_097_153).build()).hasMessageContaining("2097152");
        assertThatThrownBy(() -> plan().rpcType(RpcType.UNKNOWN_RPC).build()).hasMessageContaining("no RPC type");
        assertThatThrownBy(() -> StakePlan.builder("ollama:mistral", OWNER)
                        .publicUrl(URI.create("http://h.io"))
                        .backend(URI.create("http://b"))
                        .build())
                .hasMessageContaining("ollama:mistral");
    }

    @Test
    void an_estimate_follows_from_the_models_of_prices() {
        // 1,000 units burn 145.99 uPOKT; 0.975 * 0.79 of it, 112.4487975 uPOKT, is the suppliers'; at $ 0.01 per POKT.
        MintBurnModel model = new MintBurnModel(ShannonTokenomics.recordedMainnet(), new BigDecimal("0.01"));

        StakeEstimate estimate = StakeEstimate.of(plan().build(), model, 1_000_000, BigDecimal.ONE, 50);

        assertThat(estimate.stakeUsd()).isEqualByComparingTo("595");
        assertThat(estimate.incomePerDayUsd()).isEqualByComparingTo("0.5622439875");
        assertThat(estimate.profitPerDayUsd()).isEqualByComparingTo("-0.4377560125");
        assertThat(estimate.breakEvenRelaysPerDay()).isEqualTo(OptionalLong.of(1_778_588));
        assertThat(estimate.breakEvenComputeUnits()).isEqualTo(OptionalLong.of(1_779));
        assertThat(estimate.stakeReturnDays()).isEmpty();
    }
}

package network.pokt.mlqos.relay.supplier.stake;

import static network.pokt.mlqos.relay.supplier.stake.Accounts.DELEGATOR;
import static network.pokt.mlqos.relay.supplier.stake.Accounts.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong file differs from a right one in one place; its line and the reason are told. */
class WrongConfigurationsTest {

    private static final String SUPPLIER = """
            owner_address: OWNER
            stake_amount: 60000000000upokt
            default_rev_share_percent:
              OWNER: 80
              OTHER: 20
            services:
              - service_id: llm
                endpoints:
                  - publicly_exposed_url: https://relays.example.org
                    rpc_type: json_rpc
                    config:
                      timeout: "600"
            """;

    private static final String MINER = """
            default_signing_key_names: [supplier1]
            default_request_timeout_seconds: 600
            smt_store_path: /home/pocket/.pocket/smt
            pocket_node:
              query_node_rpc_url: tcp://node:26657
              query_node_grpc_url: tcp://node:9090
              tx_node_rpc_url: tcp://node:26657
            metrics: {enabled: true, addr: ":9090"}
            suppliers:
              - service_id: llm
                listen_url: http://0.0.0.0:80
                service_config:
                  backend_url: http://adapter:8080
            """;

    private static final String APPLICATION = """
            stake_amount: 1000000000upokt
            service_ids: [llm]
            per_session_spend_limit: 1000upokt
            """;

    @Test
    void the_files_they_differ_from_are_right() {
        assertThat(SupplierStake.read("f", named(SUPPLIER)).problems()).isEmpty();
        assertThat(MinerConfig.read("f", MINER).problems()).isEmpty();
        assertThat(ApplicationStake.read("f", APPLICATION).problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            owner_address: OWNER             | owner_address: pokt1xyz              | 1  | no address
            owner_address: OWNER             | operator_address: OWNER              | 1  | owner_address: is missing
            stake_amount: 60000000000upokt   | stake_amount: 60000000000            | 2  | no stake
            stake_amount: 60000000000upokt   | stake_amount: 0upokt                 | 2  | no stake
            stake_amount: 60000000000upokt   | stake_amount: -5upokt                | 2  | no stake
            stake_amount: 60000000000upokt   | stake: 60000000000upokt              | 2  | not known here
            OTHER: 20                        | OTHER: 30                            | 3  | sum up to 110
            OTHER: 20                        | OTHER: 0                             | 5  | no share
            OTHER: 20                        | OTHER: 20.5                          | 5  | no share
            OTHER: 20                        | OWNER: 20                            | 5  | a second time
            OTHER: 20                        | pokt1abc: 20                         | 5  | no address
            - service_id: llm                | - service_id: ollama:mistral:7b      | 7  | no service id
            - service_id: llm                | - id: llm                            | 7  | not known here
            https://relays.example.org       | relays.example.org                   | 9  | schemes
            https://relays.example.org       | https:///llm                         | 9  | needs a host
            https://relays.example.org       | https://me:pw@relays.example.org     | 9  | secret
            rpc_type: json_rpc               | rpc_type: http                       | 10 | no RPC type
            timeout: "600"                   | timeout: 10m                         | 12 | no timeout
            timeout: "600"                   | timeout: "0"                         | 12 | no timeout
            timeout: "600"                   | retries: "3"                         | 12 | not known here
            config:                          | config: [                            | 13 | malformed
            """)
    void a_wrong_supplier_stake_is_refused_with_line_and_reason(String right, String wrong, int line, String reason) {
        assertRefused(SupplierStake.read("f", named(replaced(SUPPLIER, right, wrong))), line, reason);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            default_signing_key_names: [supplier1] | served_relays_buffer_size: 9   | 10 | no key signs
            seconds: 600                       | seconds: 600s                        | 2  | no timeout
            smt_store_path: /home              | smt_path: /home                      | 3  | not known here
            tcp://node:26657                   | grpc://node:26657                    | 5  | schemes
            query_node_grpc_url: tcp://node:9090 | metrics: 1                         | 6  | not known here
            enabled: true                      | enabled: 1                           | 8  | true or false
            http://0.0.0.0:80                  | https://0.0.0.0:80                   | 11 | schemes
            http://0.0.0.0:80                  | http://0.0.0.0:99999                 | 11 | does not exist
            service_config:                    | rpc_type_service_configs:            | 13 | no RPC type
            backend_url: http://adapter:8080   | backend_url: adapter:8080            | 13 | needs a host
            backend_url: http://adapter:8080   | headers: {Authorization: x}          | 12 | is missing
            """)
    void a_wrong_relay_miner_is_refused_with_line_and_reason(String right, String wrong, int line, String reason) {
        assertRefused(MinerConfig.read("f", replaced(MINER, right, wrong)), line, reason);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(delimiter = '|', textBlock = """
            [llm]         | "[llm, images]"  | 2 | exactly one
            [llm]         | "[]"             | 2 | exactly one
            [llm]         | llm              | 2 | something else than a list
            1000upokt     | 1000             | 3 | no stake
            """)
    void a_wrong_application_stake_is_refused_with_line_and_reason(
            String right, String wrong, int line, String reason) {
        String file = right.equals("1000upokt")
                ? APPLICATION.replace("limit: 1000upokt", "limit: " + wrong)
                : replaced(APPLICATION, right, wrong);
        assertRefused(ApplicationStake.read("f", file), line, reason);
    }

    @Test
    void two_mistakes_are_told_at_once() {
        Checked<GatewayStake> gateway = GatewayStake.read("gateway.yaml", "stake: 1upokt\n");

        assertThat(gateway.errors().stream().map(ConfigProblem::toString))
                .containsExactly(
                        "gateway.yaml:1: stake: is not known here, there is stake_amount",
                        "gateway.yaml:1: stake_amount: is missing, add it");
    }

    @Test
    void what_a_model_will_suffer_from_is_advised_but_not_refused() {
        String hasty = replaced(MINER, "seconds: 600", "seconds: 10");
        String local = named(replaced(SUPPLIER, "https://relays.example.org", "http://192.168.1.7:8545"));

        assertThat(MinerConfig.read("f", hasty).problems().get(0))
                .hasToString("f:10: advice: suppliers[0]: a backend has 10 s, too short for a model's long answer;"
                        + " give request_timeout_seconds: 600");
        assertThat(MinerConfig.read("f", hasty).value()).isPresent();
        assertThat(SupplierStake.read("f", local).problems().get(0).line()).isEqualTo(9);
    }

    @Test
    void a_file_made_to_exhaust_a_reader_is_refused() {
        for (String file : List.of(
                "[".repeat(100_000),
                "a: ".repeat(50),
                "x".repeat(2 << 20),
                "&a [*a, *a]",
                "!!java.net.URL x",
                "\0",
                "")) {
            assertThat(SupplierStake.read("f", file).errors()).isNotEmpty();
        }
    }

    private static void assertRefused(Checked<?> checked, int line, String reason) {
        assertThat(checked.value()).isEmpty();
        assertThat(checked.errors()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.toString()).contains(reason);
        });
    }

    private static String replaced(String file, String right, String wrong) {
        assertThat(file).contains(right);
        int at = file.indexOf(right);
        return file.substring(0, at) + wrong + file.substring(at + right.length());
    }

    private static String named(String file) {
        return file.replace("OWNER", OWNER).replace("OTHER", DELEGATOR);
    }
}

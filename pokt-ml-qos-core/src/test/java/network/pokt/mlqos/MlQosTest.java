package network.pokt.mlqos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.ModelPrice;
import network.pokt.mlqos.price.Quote;
import network.pokt.mlqos.price.Quoter;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.token.WordTokenizer;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import org.junit.jupiter.api.Test;

class MlQosTest {

    private static final Node CHEAP = Node.at(URI.create("http://cheap"), "m");
    private static final Node DEAR = Node.at(URI.create("http://dear"), "m");
    private static final ChatRequest CHAT = ChatRequest.of(
            "m",
            List.of(ChatMessage.user("What is a relay?")),
            SamplingParameters.builder().maxTokens(1_000).build());

    private static MlQos.Builder builder() {
        return MlQos.builder()
                .transport(new Silent())
                .nodes(NodeDirectory.of(CHEAP, DEAR))
                .api(ModelApi.chat().build());
    }

    @Test
    void a_call_is_quoted_at_the_price_of_the_node_that_would_get_it() {
        MlQos qos = builder()
                .quoters(node -> Quoter.builder(
                                ModelPrice.of(Rate.perMillionTokens("USD", "1", node.equals(DEAR) ? "20" : "2")),
                                TokenCounter.of(new WordTokenizer()))
                        .build())
                .build();

        Quote cheap = qos.quote(CHAT, CHEAP);
        Quote dear = qos.quote(CHAT, DEAR);

        assertThat(cheap.completionTokens().most()).isEqualTo(1_000);
        assertThat(dear.cost().maximum().subtract(cheap.cost().maximum())).isEqualByComparingTo("0.018");
    }

    @Test
    void without_quoters_it_says_what_is_missing() {
        assertThatThrownBy(() -> builder().build().quote(CHAT, CHEAP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quoters(...)");
    }

    private static final class Silent implements RelayTransport {

        @Override
        public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }
}

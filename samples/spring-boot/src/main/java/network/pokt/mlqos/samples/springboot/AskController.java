package network.pokt.mlqos.samples.springboot;

import java.util.List;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.route.RoutedAnswer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers a question in plain text. */
@RestController
class AskController {

    private static final int BAD_GATEWAY = 502;

    private final QosRouter router;

    AskController(QosRouter router) {
        this.router = router;
    }

    @PostMapping("/ask")
    ResponseEntity<String> ask(@RequestBody String question) throws InterruptedException {
        ChatRequest request = ChatRequest.of(
                "any",
                List.of(ChatMessage.user(question)),
                SamplingParameters.builder().maxTokens(256).build());
        RoutedAnswer<ChatAnswer> routed = router.chat(request);
        return routed.failure()
                .map(failure -> ResponseEntity.status(BAD_GATEWAY).body("No node answered: " + failure.cause() + "\n"))
                .orElseGet(() -> ResponseEntity.ok(routed.answer().first().content() + "\n"));
    }
}

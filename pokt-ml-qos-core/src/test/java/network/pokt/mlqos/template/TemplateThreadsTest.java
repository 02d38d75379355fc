package network.pokt.mlqos.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TemplateThreadsTest {

    private static final int THREADS = 8;
    private static final int RENDERINGS = 2_000;

    private static final String SOURCE = """
            {%- macro line(n) -%}{{ n }}:{{ loop_name }}{%- endmacro -%}
            {%- set ns = namespace(sum=0) -%}
            {%- for m in messages if m.content is defined -%}
            {%- set ns.sum = ns.sum + loop.index * seed -%}
            {{ line(loop.index) }} {{ m.content | upper | regex_replace('[AEIOU]', '_') }};
            {%- endfor -%}
            {{ ns.sum }} {{ messages | map(attribute='role') | list }}""";

    @Test
    void one_template_renders_on_many_threads_at_once() throws InterruptedException, ExecutionException {
        Template template = JinjaEnvironment.forTasks().compile(SOURCE);
        List<Map<String, String>> messages = List.of(
                Map.of("role", "user", "content", "hello"),
                Map.of("role", "system"),
                Map.of("role", "assistant", "content", "good bye"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Future<Integer>> wrong = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int seed = thread;
                wrong.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    int differences = 0;
                    for (int i = 0; i < RENDERINGS; i++) {
                        String expected = "1:t" + seed + " H_LL_;2:t" + seed + " G__D BY_;" + 3 * seed
                                + " ['user', 'system', 'assistant']";
                        String actual =
                                template.render(Map.of("messages", messages, "seed", seed, "loop_name", "t" + seed));
                        differences += actual.equals(expected) ? 0 : 1;
                    }
                    return differences;
                }));
            }
            for (Future<Integer> differences : wrong) {
                assertThat(differences.get()).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_chat_template_does_not_change_the_messages_it_is_given() {
        ChatTemplate template = ChatTemplate.compile(
                "{% for m in messages %}<{{ m.role }}>{{ m.content }}{% endfor %}", Recorded.TIME, ZoneOffset.UTC);
        List<Map<String, String>> messages =
                List.of(Map.of("role", "user", "content", "a"), Map.of("role", "assistant", "content", "b "));
        assertThat(template.renderToContinue(messages, Map.of())).isEqualTo("<user>a<assistant>b ");
        assertThat(template.render(messages, false, Map.of())).isEqualTo("<user>a<assistant>b ");
    }
}

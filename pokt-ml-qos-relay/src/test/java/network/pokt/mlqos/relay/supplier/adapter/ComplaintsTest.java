package network.pokt.mlqos.relay.supplier.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class ComplaintsTest {

    private final List<String> logged = new ArrayList<>();
    private final Logger log = (Logger) Proxy.newProxyInstance(
            Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                logged.add(method.getName() + " " + arguments[1]);
                return null;
            });

    @Test
    void each_kind_is_a_warning_once_however_often_it_comes() {
        Complaints complaints = new Complaints(log);
        for (int i = 0; i < 3; i++) {
            complaints.about(Refusal.of(404, Refusal.Kind.NOT_FOUND, "secret"));
            complaints.about(Refusal.of(413, Refusal.Kind.TOO_LARGE, "secret"));
        }

        assertThat(logged)
                .containsExactly(
                        "warn NOT_FOUND",
                        "warn TOO_LARGE",
                        "debug NOT_FOUND",
                        "debug TOO_LARGE",
                        "debug NOT_FOUND",
                        "debug TOO_LARGE");
    }
}

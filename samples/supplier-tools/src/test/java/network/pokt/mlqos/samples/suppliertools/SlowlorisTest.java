package network.pokt.mlqos.samples.suppliertools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The bound of a request's time is a property of the JVM, so it is tried in one of its own, with 2 s instead of 30. */
@Tag("long")
@Timeout(60)
class SlowlorisTest {

    @Test
    void a_client_that_never_ends_its_request_is_hung_up_on() throws Exception {
        Process serving = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Dsun.net.httpserver.maxReqTime=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SupplierTools.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--backend",
                        "vllm",
                        "--model",
                        "m",
                        "--url",
                        "http://127.0.0.1:1")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Scanner out = new Scanner(serving.getInputStream(), StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(out.nextLine().replace("serving at port ", ""));
            for (String start :
                    new String[] {"POST /v1/comp", "POST /v1/completions HTTP/1.1\r\nContent-Length: 9\r\n\r\n{"}) {
                try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
                    socket.setSoTimeout(20_000);
                    socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
                    assertThat(hungUp(socket.getInputStream())).isTrue();
                }
            }
        } finally {
            serving.destroyForcibly();
        }
    }

    private static boolean hungUp(InputStream in) throws IOException {
        try {
            return in.readAllBytes().length == 0;
        } catch (SocketException e) {
            return true;
        }
    }
}

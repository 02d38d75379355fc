package network.pokt.mlqos.lmeh.data;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import network.pokt.mlqos.lmeh.config.TaskLibrary;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of our own making, in the layout of those that GitHub makes of tags, and of wheels. */
class HarnessReleaseTest {

    private static final String SUMS = "task: sums\ndoc_to_text: '{{a}}'\n";
    private static final WireMockServer SERVER =
            new WireMockServer(options().dynamicPort().dynamicHttpsPort());

    @TempDir
    Path folder;

    private final ShortWaits time = new ShortWaits();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void forget() {
        SERVER.resetAll();
    }

    @Test
    void a_release_is_downloaded_once_and_its_task_files_and_sources_are_kept() throws Exception {
        byte[] zip = zip(Map.of(
                "harness-0.4.13/README.md", "x",
                "harness-0.4.13/lm_eval/tasks/", "",
                "harness-0.4.13/lm_eval/tasks/math/sums.yaml", SUMS,
                "harness-0.4.13/lm_eval/tasks/math/utils.py", "X = 1\n",
                "harness-0.4.13/lm_eval/api/task.py", "x",
                "harness-0.4.13/lm_eval/api/notes.md", "x"));
        SERVER.stubFor(get(urlEqualTo("/archive/v0.4.13.zip"))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader("Location", "https://localhost:" + SERVER.httpsPort() + "/zip/v0.4.13")));
        SERVER.stubFor(get(urlEqualTo("/zip/v0.4.13")).willReturn(aResponse().withBody(zip)));
        URI address = URI.create("https://localhost:" + SERVER.httpsPort() + "/archive/v0.4.13.zip");

        HarnessRelease release = HarnessRelease.builder(folder)
                .archive(address)
                .httpClient(trusting())
                .time(time)
                .build();
        Path tasks = release.tasks();
        assertThat(files(tasks.getParent()))
                .containsExactlyInAnyOrder("tasks/math/sums.yaml", "tasks/math/utils.py", "api/task.py");
        assertThat(TaskLibrary.of(tasks).task("sums").name()).isEqualTo("sums");
        assertThat(release.sha256()).isEqualTo(sha256(zip));
        assertThat(release.tasks()).isEqualTo(tasks);
        assertThat(SERVER.getAllServeEvents()).hasSize(2);

        HarnessRelease again =
                HarnessRelease.builder(folder).archive(address).offline(true).build();
        assertThat(again.tasks()).isEqualTo(tasks);
        assertThat(SERVER.getAllServeEvents()).hasSize(2);
        HarnessRelease other = HarnessRelease.builder(folder)
                .archive(address)
                .sha256("0".repeat(64))
                .build();
        assertThatThrownBy(other::tasks)
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("has the SHA-256 " + sha256(zip) + " and not 0000");
        try (Stream<Path> left = Files.list(tasks.getParent().getParent())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("lm_eval", "archive.sha256");
        }
    }

    @Test
    void an_archive_with_another_checksum_is_not_unpacked_and_not_kept() throws Exception {
        byte[] wheel = zip(Map.of("lm_eval/tasks/sums.yaml", SUMS));
        offer("other".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> release(wheel).build().tasks())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("and not " + sha256(wheel));
        assertThat(files(folder)).isEmpty();
        offer(wheel);
        assertThat(files(release(wheel).build().tasks())).containsExactly("sums.yaml");
    }

    @Test
    void what_an_interrupted_attempt_left_is_in_nobodys_way() throws Exception {
        byte[] wheel = zip(Map.of("lm_eval/tasks/sums.yaml", SUMS));
        Path left = folder.resolve("releases/localhost/wheel.zip/lm_eval.new/old/old.yaml");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "task: old");
        offer(wheel);
        assertThat(files(release(wheel).build().tasks())).containsExactly("sums.yaml");
        assertThat(left.getParent()).doesNotExist();
    }

    @Test
    void what_is_offline_or_unknown_is_said_to_be_so() throws Exception {
        byte[] wheel = zip(Map.of("lm_eval/tasks/sums.yaml", SUMS));
        assertThatThrownBy(() -> release(wheel).offline(true).build().tasks())
                .hasMessageStartingWith("There is no copy of http://localhost:")
                .hasMessageEndingWith("; download it once without the offline switch, or name a folder of task files.");
        assertThat(SERVER.getAllServeEvents()).isEmpty();
        SERVER.stubFor(get(urlEqualTo("/wheel.zip")).willReturn(aResponse().withStatus(404)));
        assertThatThrownBy(() -> release(wheel).build().tasks())
                .hasMessage("localhost does not give the release " + address() + " (status 404); check the name.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lm_eval/tasks/../../../evil.yaml",
                "x/lm_eval/tasks/..",
                "lm_eval/tasks//etc/evil.yaml",
                "lm_eval/tasks/./evil.yaml",
                "lm_eval/tasks/a\\..\\..\\evil.yaml",
                "lm_eval/tasks/C:/evil.yaml",
                "lm_eval/tasks/a\nb",
            })
    void a_name_that_leads_elsewhere_is_refused(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("lm_eval/tasks/sums.yaml", SUMS);
        entries.put(name, "task: evil");
        refused(zip(entries), TaskArchive.Limits.STANDARD, "it has a file with the name '");
    }

    @Test
    void sizes_are_bounded_whatever_an_archive_says() {
        byte[] bomb =
                zip(Map.of("lm_eval/tasks/a.yaml", "0".repeat(100_000), "lm_eval/tasks/b.yaml", "1".repeat(50_000)));
        assertThat(bomb).hasSizeLessThan(2_000);
        refused(bomb, new TaskArchive.Limits(1, 1 << 20, 1 << 20), "it has 2 entries, of which 1 are allowed");
        refused(bomb, new TaskArchive.Limits(9, 99_999, 1 << 20), "it is larger than allowed when unpacked, at a.yaml");
        refused(bomb, new TaskArchive.Limits(9, 1 << 20, 149_999), "it is larger than allowed when unpacked");
        offer(bomb);
        assertThatThrownBy(() -> release(bomb).limit(bomb.length - 1).build().tasks())
                .hasMessageContaining("larger than the limit of " + (bomb.length - 1) + " bytes");
        assertThat(release(bomb).limit(bomb.length).build().tasks()).isDirectory();
    }

    @Test
    void what_is_no_archive_of_tasks_is_refused() {
        refused(
                zip(Map.of("README.md", SUMS, "a/b/lm_eval/tasks/x.yaml", SUMS)),
                TaskArchive.Limits.STANDARD,
                "no folder");
        refused("<html>".getBytes(StandardCharsets.UTF_8), TaskArchive.Limits.STANDARD, "cannot be used");
    }

    @Test
    void settings_that_cannot_be_meant_are_refused() {
        HarnessRelease.Builder builder = HarnessRelease.builder(folder);
        assertThatThrownBy(() -> builder.tag("../main")).hasMessageContaining("a name such as v0.4.13");
        assertThatThrownBy(() -> builder.sha256("abc")).hasMessageContaining("64 hexadecimal digits");
        assertThatThrownBy(() -> builder.archive(URI.create("tasks.zip")))
                .hasMessageContaining("https://HOST/PATH.zip");
        assertThatThrownBy(() -> builder.archive(address()).build()).hasMessageContaining("give a checksum");
    }

    private void refused(byte[] archive, TaskArchive.Limits limits, String why) {
        offer(archive);
        assertThatThrownBy(() -> release(archive).limits(limits).build().tasks())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(why);
        assertThat(folder.resolve("releases/localhost/wheel.zip/lm_eval")).doesNotExist();
        assertThat(files(folder)).allMatch(file -> file.startsWith("releases/localhost/wheel.zip/lm_eval.new/"));
    }

    private HarnessRelease.Builder release(byte[] archive) {
        return HarnessRelease.builder(folder)
                .archive(address())
                .sha256(sha256(archive))
                .time(time);
    }

    private static URI address() {
        return URI.create("http://localhost:" + SERVER.port() + "/wheel.zip");
    }

    private static void offer(byte[] archive) {
        SERVER.stubFor(get(urlEqualTo("/wheel.zip")).willReturn(aResponse().withBody(archive)));
    }

    private static byte[] zip(Map<String, String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(TextFile.sha256().digest(bytes));
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A client that takes the server's certificate, which nobody signed. */
    private static HttpClient trusting() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static final class Trusting extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}

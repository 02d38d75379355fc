package network.pokt.mlqos.transport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The server's end of one connection, for scripts of a {@link ScriptedServer}. */
public final class ScriptedConnection implements AutoCloseable {

    /** A request as it came: the target is what stood in the request line, header names ignore case. */
    public record Request(String method, String target, Map<String, String> headers, byte[] body) {}

    private final Socket socket;
    private final InputStream in;

    ScriptedConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
    }

    /** Waits for the next request and reads it whole; returns nothing if the client hung up instead. */
    public Optional<Request> request() throws IOException {
        String start = line();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String field = line(); !field.isEmpty(); field = line()) {
            int colon = field.indexOf(':');
            headers.merge(field.substring(0, colon), field.substring(colon + 1).strip(), (a, b) -> a + ", " + b);
        }
        int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new SocketException("The client hung up within its request.");
        }
        String[] words = start.split(" ");
        return Optional.of(new Request(words[0], words[1], headers, body));
    }

    /** Waits for the next request, which must come. */
    public Request expectRequest() throws IOException {
        return request().orElseThrow(() -> new SocketException("The client hung up without a request."));
    }

    /** Sends ASCII text as it stands; line ends are the caller's business. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Waits until the client has closed the connection, at most {@code limit}; returns whether it has. */
    public boolean awaitHangUp(Duration limit) throws IOException {
        socket.setSoTimeout((int) Math.max(1, limit.toMillis()));
        try {
            while (in.read() >= 0) {
                // Whatever it still says is of no interest.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException | EOFException e) {
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(0);
            }
        }
    }

    /** Says nothing more, but listens on. */
    public void halfClose() throws IOException {
        socket.shutdownOutput();
    }

    /** Closes with a reset instead of a farewell. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Reads up to the end of a line; an empty line and the end of the stream look the same. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }
}

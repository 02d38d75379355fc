package network.pokt.mlqos.samples.leaderboardsite.web;

/** A request that gets an error: its status and what the caller has to change. */
public final class HttpProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    public HttpProblem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public static HttpProblem badRequest(String detail) {
        return new HttpProblem(400, detail);
    }

    public static HttpProblem notFound(String detail) {
        return new HttpProblem(404, detail);
    }

    public int status() {
        return status;
    }

    /** Returns the status in words (RFC 9110). */
    public static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 414 -> "URI Too Long";
            case 429 -> "Too Many Requests";
            case 503 -> "Service Unavailable";
            default -> "Internal Server Error";
        };
    }

    /** Returns what is wrong and what to do, in a sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}

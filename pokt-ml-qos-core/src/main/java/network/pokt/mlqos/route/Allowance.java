package network.pokt.mlqos.route;

/** A purse that each request adds a little to and that some draw on. Thread-safe. */
final class Allowance {

    private final double perRequest;
    private final double most;
    private double left;

    Allowance(double perRequest, double most, double start) {
        this.perRequest = perRequest;
        this.most = most;
        this.left = start;
    }

    synchronized void request() {
        left = Math.min(most, left + perRequest);
    }

    /** Takes {@code amount} if it is there. */
    synchronized boolean take(double amount) {
        if (amount > left) {
            return false;
        }
        left -= amount;
        return true;
    }
}

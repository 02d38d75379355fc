package network.pokt.mlqos.relay.gateway;

/** What PATH reads from a request and tells about a relay in its answer (PATH request/parser.go and its response headers). */
final class GatewayHeaders {

    static final String TARGET_SERVICE_ID = "Target-Service-Id";

    /** The application that pays, where the gateway serves several. */
    static final String APP_ADDRESS = "App-Address";

    /** Only these suppliers may serve, separated by commas; PATH then leaves out its own choice. */
    static final String TARGET_SUPPLIERS = "Target-Suppliers";

    static final String SERVED_BY = "X-Supplier-Address";
    static final String PAID_BY = "X-App-Address";
    static final String SESSION_ID = "X-Session-ID";

    /** Every supplier that was asked, separated by commas. */
    static final String SUPPLIERS_TRIED = "X-Suppliers-Tried";

    static final String RETRY_COUNT = "X-Retry-Count";

    private GatewayHeaders() {}
}

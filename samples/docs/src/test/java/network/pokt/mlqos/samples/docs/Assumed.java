package network.pokt.mlqos.samples.docs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.MlQos;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.task.ImageTask;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.leaderboard.ResultTable;
import network.pokt.mlqos.leaderboard.TaskResult;
import network.pokt.mlqos.leaderboard.Taxonomy;
import network.pokt.mlqos.lmeh.LmehTask;
import network.pokt.mlqos.lmeh.match.Closeness;
import network.pokt.mlqos.lmeh.result.RunConfig;
import network.pokt.mlqos.lmeh.result.SampleLine;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.ModelPrice;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.price.UsageRecount;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.relay.local.Mischief;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.relay.supplier.adapter.AnswerSink;
import network.pokt.mlqos.route.QosRouter;
import network.pokt.mlqos.store.LedgerHead;
import network.pokt.mlqos.store.Measurement;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import network.pokt.mlqos.task.Task;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.token.Tokenizer;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.watch.WatchPolicy;

/** What the snippets of the documentation take for granted: names that a reader understands without a declaration. */
@SuppressWarnings("NullAway.Init")
abstract class Assumed {

    // Whom to ask, how, what.
    RelayTransport transport;
    NodeDirectory directory;
    NodeDirectory nodes;
    Node node;
    Node nodeA;
    Node nodeB;
    NodeId id;
    NodeId a;
    NodeId b;
    ModelApi api;
    Task task;
    Task gsm8k;
    Task liveness;
    ImageTask imageTask;
    LmehTask arc;
    Path data;
    Path file;
    Path folder;
    TimeSource time;
    long privateSeed;

    // What comes of it.
    MlQos qos;
    Evaluation evaluation;
    EvaluationReport report;
    ResultStore store;
    Query query;
    ResultTable table;
    List<TaskResult> results;
    List<Measurement> measurements;
    ProfileBook profiles;
    ProfileBook book;
    WatchPolicy policy;
    Taxonomy taxonomy;
    QosRouter router;

    // Calls and their price.
    ChatRequest request;
    ChatRequest chatRequest;
    RelayRequest relay;
    ChatAnswer answer;
    TokenUsage usage;
    Tokenizer tokenizer;
    TokenCounter counter;
    ModelPrice price;
    Rate rate;
    UsageRecount recount;
    Duration total;
    Duration firstToken;
    long events;
    long promptTokens;
    long outputTokens;
    BigInteger stake;
    long settlementBlocks;
    BigDecimal usdPerPokt;
    BigDecimal costPerRelay;

    // Pocket.
    byte[] secret;
    String bearer;
    PocketPrivateKey gatewayKey;
    ShannonTransport.Builder builder;
    URI backend;
    Mischief mischief;
    AnswerSink sink;

    // The ledger.
    PublicKey publicKey;
    LedgerHead older;
    LedgerHead published;

    // Tasks of lm-evaluation-harness, pictures.
    List<String> subjects;
    Closeness reranker;
    SampleLine line;
    RunConfig config;
    network.pokt.mlqos.lmeh.result.TaskResult taskResult;
    Map<String, Object> spend;
    Spend spent;
    List<RgbImage> pictures;

    void keep(Payload proof) {}
}

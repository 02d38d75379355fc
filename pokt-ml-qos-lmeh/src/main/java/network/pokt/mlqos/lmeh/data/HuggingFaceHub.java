package network.pokt.mlqos.lmeh.data;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * Downloads datasets of the Hugging Face hub: their rows from the service behind the hub's dataset viewer, and files that a
 * task names from the hub itself. Thread-safe; one download at a time. A folder belongs to one process at a time.
 *
 * <p>What is downloaded stays in a folder and is never asked for again; remove the dataset's folder to get a newer version. A
 * download that was interrupted goes on where it stopped. The token is sent to the hub only, and is in no message and no log.
 *
 * <pre>{@code
 * HuggingFaceHub hub = HuggingFaceHub.builder(Path.of("cache")).token(System.getenv("HF_TOKEN")).build();
 * Documents test = hub.dataset("openai/gsm8k", Optional.of("main")).split("test");
 * }</pre>
 *
 * <p>Reference: the API of the dataset viewer, {@code https://huggingface.co/docs/dataset-viewer}.
 */
public final class HuggingFaceHub {

    private final HubRows rows;
    private final HubFiles files;
    private final Object oneAtATime = new Object();

    private HuggingFaceHub(Builder builder) {
        HttpClient http = builder.http == null ? newClient() : builder.http;
        HubClient client =
                new HubClient(http, builder.time, Optional.ofNullable(builder.token), builder.hosts, builder.timeout);
        HubCache cache = new HubCache(builder.folder);
        this.rows = new HubRows(client, cache, builder.hosts, builder.offline, builder.limit);
        this.files = new HubFiles(client, cache, builder.hosts, builder.offline, builder.limit);
    }

    /** Begins a hub that keeps what it downloads in a folder, which is created when needed. */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /**
     * Returns the splits of a dataset.
     *
     * @param path its path at the hub, such as {@code openai/gsm8k}
     * @param configuration which of its configurations; if none is named, its only one, or the one named {@code default}
     */
    public DatasetSource dataset(String path, Optional<String> configuration) {
        return split -> {
            synchronized (oneAtATime) {
                return rows.documents(path, configuration, split);
            }
        };
    }

    /**
     * Downloads a file of a dataset, unless it is there already, and returns where it is.
     *
     * @param path the dataset's path at the hub
     * @param revision a branch, tag or commit
     * @param file the file's path in the dataset
     */
    Path file(String path, String revision, String file) {
        synchronized (oneAtATime) {
            return files.file(path, revision, file);
        }
    }

    /** Downloads a file from wherever it is. */
    Path file(URI address) {
        synchronized (oneAtATime) {
            return files.file(address);
        }
    }

    static HttpClient newClient() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(20))
                .build();
    }

    /** Collects how to reach the hub. Not thread-safe. */
    public static final class Builder {

        /** A split or file of 4 GiB takes an hour at 10 Mbit/s; nobody wants that by accident. */
        private static final long DEFAULT_LIMIT = 4L << 30;

        private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(2);

        private final Path folder;
        private HubHosts hosts = HubHosts.HUGGING_FACE;
        private TimeSource time = TimeSource.system();
        private Duration timeout = DEFAULT_TIMEOUT;
        private long limit = DEFAULT_LIMIT;
        private boolean offline;
        private @Nullable String token;
        private @Nullable HttpClient http;

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** Sets the token of an account, for datasets that are not public and for higher rates; null for none. */
        public Builder token(@Nullable String token) {
            if (token != null && (token.isBlank() || !token.chars().allMatch(c -> c > ' ' && c < 0x7f))) {
                throw new IllegalArgumentException(
                        "The hub's token must be visible ASCII characters without blanks; leave it out to use none.");
            }
            this.token = token;
            return this;
        }

        /** Sets whether only what has been downloaded before is used; by default it is not so. */
        public Builder offline(boolean offline) {
            this.offline = offline;
            return this;
        }

        /** Sets how many bytes a split or file may have at most, 4 GiB by default. */
        public Builder limit(long bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException(
                        "The limit of a download must be at least 1 byte, got " + bytes + ".");
            }
            this.limit = bytes;
            return this;
        }

        /** Sets how long one request may take, 2 minutes by default; a file that takes longer goes on from there. */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("The timeout of a download must be positive, got " + timeout + ".");
            }
            this.timeout = timeout;
            return this;
        }

        /**
         * Sets where the hub is, for a mirror.
         *
         * @param rows the service that pages through rows, by default {@code https://datasets-server.huggingface.co}
         * @param files the site that has the files, by default {@code https://huggingface.co}
         */
        public Builder addresses(URI rows, URI files) {
            this.hosts = HubHosts.hub(rows, files);
            return this;
        }

        /** Sets the client to use, for a proxy; it should not follow redirects, which would show them the token. */
        public Builder httpClient(HttpClient client) {
            this.http = client;
            return this;
        }

        /** Sets whose time is waited on. */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        public HuggingFaceHub build() {
            return new HuggingFaceHub(this);
        }
    }
}

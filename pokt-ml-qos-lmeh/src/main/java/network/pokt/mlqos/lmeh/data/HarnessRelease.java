package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * The task files of a release of lm-evaluation-harness for those who have not installed it: the archive that GitHub makes of a
 * tag is downloaded once, and the task files and sources in its folder {@code lm_eval} are kept. Thread-safe. A folder belongs to one process at a time.
 *
 * <pre>{@code
 * HarnessRelease release = HarnessRelease.builder(Path.of("cache")).tag("v0.4.13").build();
 * TaskLibrary library = TaskLibrary.of(release.tasks());
 * }</pre>
 *
 * <p>The SHA-256 of the archive is compared with the one that is given. If none is given it is noted at the first download, and
 * {@link #sha256()} says it, to be given everywhere else. Nothing of an archive with another one is unpacked. Task files appear
 * all at once or not at all, and are not looked at again: whoever changes them in the folder has changed tasks.
 */
public final class HarnessRelease {

    /** The release whose rules are followed. */
    public static final String DEFAULT_TAG = "v0.4.13";

    private static final String GITHUB = "https://github.com/EleutherAI/lm-evaluation-harness/archive/refs/tags/";

    private final URI archive;
    private final Optional<String> sha256;
    private final boolean offline;
    private final long limit;
    private final TaskArchive.Limits limits;
    private final HubClient client;
    private final Path place;

    private HarnessRelease(Builder builder) {
        this.archive = builder.archive;
        this.sha256 = Optional.ofNullable(builder.sha256);
        this.offline = builder.offline;
        this.limit = builder.limit;
        this.limits = builder.limits;
        HttpClient http = builder.http == null ? HuggingFaceHub.newClient() : builder.http;
        this.client = new HubClient(http, builder.time, Optional.empty(), HubHosts.site(archive), builder.timeout);
        List<String> path = List.of(archive.getPath().substring(1).split("/", -1));
        this.place = new HubCache(builder.folder)
                .place(Stream.concat(Stream.of("releases", archive.getHost()), path.stream())
                        .toArray(String[]::new));
    }

    /** Begins a release that is kept in a folder, which is created when needed. */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /**
     * Returns the folder of the task files, which is downloaded if it is not there yet.
     *
     * @throws DatasetException if it cannot be had, or is not the one with the checksum that was given
     */
    public synchronized Path tasks() {
        Path harness = place.resolve("lm_eval");
        try {
            if (!Files.isDirectory(harness)) {
                publish(harness);
            }
        } catch (IOException e) {
            throw new DatasetException(
                    "The release in " + place + " cannot be written or read (" + e + "); check the folder.", e);
        }
        require(sha256());
        return harness.resolve("tasks");
    }

    /**
     * Returns the SHA-256 of the archive that the task files are from, as 64 hexadecimal digits.
     *
     * @throws DatasetException if nothing has been downloaded
     */
    public String sha256() {
        try {
            return Files.readString(noted());
        } catch (IOException e) {
            throw new DatasetException(
                    "The checksum of the release is not in " + noted() + "; remove the folder and download it anew.",
                    e);
        }
    }

    private Path noted() {
        return place.resolve("archive.sha256");
    }

    private void publish(Path harness) throws IOException {
        if (offline) {
            throw new DatasetException("There is no copy of " + archive + " in " + place
                    + "; download it once without the offline switch, or name a folder of task files.");
        }
        Files.createDirectories(place);
        Path file = place.resolve("archive.zip");
        if (!Files.exists(file)) {
            PartialFile part = new PartialFile(file);
            part.complete(client.get(archive, part, limit, "the release " + archive));
        }
        try {
            String found = sha256(file);
            require(found);
            Path unpacked = place.resolve("lm_eval.new");
            remove(unpacked);
            Files.createDirectories(unpacked);
            unpack(file, unpacked);
            HubCache.write(noted(), found);
            Files.move(unpacked, harness, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            // Whatever was wrong with it, the next attempt begins with a new one.
            Files.deleteIfExists(file);
        }
    }

    private void require(String found) {
        if (sha256.isPresent() && !sha256.get().equals(found)) {
            throw new DatasetException("The release " + archive + " has the SHA-256 " + found + " and not "
                    + sha256.get() + "; find out which is right, and correct the checksum or remove " + place + ".");
        }
    }

    private void unpack(Path file, Path folder) throws IOException {
        try {
            new TaskArchive(file, limits).unpack(folder);
        } catch (TaskArchive.UnfitException | ZipException e) {
            throw new DatasetException(
                    "The release " + archive + " cannot be used (" + e.getMessage() + "); name another archive.", e);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest hash = TextFile.sha256();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
            Files.copy(file, out);
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Collects which release it is. Not thread-safe. */
    public static final class Builder {

        /** The archive of version 0.4.13 has some 20 MB. */
        private static final long DEFAULT_LIMIT = 256L << 20;

        private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

        private final Path folder;
        private URI archive = URI.create(GITHUB + DEFAULT_TAG + ".zip");
        private TimeSource time = TimeSource.system();
        private Duration timeout = DEFAULT_TIMEOUT;
        private long limit = DEFAULT_LIMIT;
        private TaskArchive.Limits limits = TaskArchive.Limits.STANDARD;
        private boolean offline;
        private @Nullable String sha256;
        private @Nullable HttpClient http;

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** Sets the release by its tag at GitHub, {@value HarnessRelease#DEFAULT_TAG} by default. */
        public Builder tag(String tag) {
            if (!tag.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw new IllegalArgumentException("The tag of a release is a name such as " + DEFAULT_TAG + ", not '"
                        + tag + "'; give one, or the address of an archive.");
            }
            return archive(URI.create(GITHUB + tag + ".zip"));
        }

        /**
         * Sets the release by the address of its archive: a zip file or wheel with the folder {@code lm_eval/tasks}. An address
         * that is not encrypted needs a checksum.
         */
        public Builder archive(URI address) {
            if (address.getHost() == null || address.getPath().length() < 2) {
                throw new IllegalArgumentException(
                        "The address '" + address + "' names no archive; write https://HOST/PATH.zip.");
            }
            this.archive = address;
            return this;
        }

        /**
         * Sets the SHA-256 that the archive must have. GitHub makes archives of tags anew and does not promise that their bytes
         * stay the same; a wheel keeps its checksum, which PyPI shows.
         *
         * @param digits 64 hexadecimal digits
         */
        public Builder sha256(String digits) {
            if (!digits.matches("[0-9a-fA-F]{64}")) {
                throw new IllegalArgumentException(
                        "A SHA-256 has 64 hexadecimal digits, unlike '" + digits + "'; give all of them.");
            }
            this.sha256 = digits.toLowerCase(Locale.ROOT);
            return this;
        }

        /** Sets whether only what has been downloaded before is used; by default it is not so. */
        public Builder offline(boolean offline) {
            this.offline = offline;
            return this;
        }

        /** Sets how many bytes the archive may have at most, 256 MiB by default; unpacked, tasks may have 512 MiB. */
        public Builder limit(long bytes) {
            if (bytes <= 0) {
                throw new IllegalArgumentException(
                        "The limit of a download must be at least 1 byte, got " + bytes + ".");
            }
            this.limit = bytes;
            return this;
        }

        /** Sets how long the download may take, 10 minutes by default. */
        public Builder timeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("The timeout of a download must be positive, got " + timeout + ".");
            }
            this.timeout = timeout;
            return this;
        }

        /** Sets the client to use, for a proxy. */
        public Builder httpClient(HttpClient client) {
            this.http = client;
            return this;
        }

        /** Sets whose time is waited on. */
        public Builder time(TimeSource time) {
            this.time = time;
            return this;
        }

        Builder limits(TaskArchive.Limits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * Returns the release; nothing is downloaded yet.
         *
         * @throws IllegalArgumentException if the address is not encrypted and no checksum is given
         */
        public HarnessRelease build() {
            if (!"https".equals(archive.getScheme()) && sha256 == null) {
                throw new IllegalArgumentException("The address " + archive
                        + " is not encrypted, so that anything could come from it; give a checksum, or an"
                        + " https address.");
            }
            return new HarnessRelease(this);
        }
    }
}

package network.pokt.mlqos.samples.lmehcli;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.lmeh.data.HarnessRelease;

/** Where task files are downloaded from, for those who have no folder of them. */
record ReleaseOptions(Arguments arguments, Optional<Path> cache, boolean offline) {

    static final Set<String> NAMES = Set.of("--tasks_release", "--tasks_archive", "--tasks_sha256");

    /** Returns the release that is asked for. */
    Optional<HarnessRelease> release() {
        Optional<String> tag = arguments.text("--tasks_release");
        Optional<String> archive = arguments.text("--tasks_archive");
        if (tag.isEmpty() && archive.isEmpty()) {
            return Optional.empty();
        }
        Path folder = cache.orElseThrow(() -> new IllegalArgumentException(
                "Task files are downloaded into a folder; name one with --cache, or give --include_path instead."));
        HarnessRelease.Builder release = HarnessRelease.builder(folder).offline(offline);
        tag.ifPresent(release::tag);
        archive.map(URI::create).ifPresent(release::archive);
        arguments.text("--tasks_sha256").ifPresent(release::sha256);
        return Optional.of(release.build());
    }
}

package network.pokt.mlqos.lmeh.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The zip archive of a release, of which the folder {@code lm_eval} is taken, whether it stands at the top, as in wheels, or in
 * one folder, as in what GitHub makes of a tag. Beside the task files that are Python's sources: functions are recognised by what
 * they refer to.
 *
 * @param file the archive, which comes from outside
 * @param limits what it may contain at most
 */
record TaskArchive(Path file, Limits limits) {

    private static final Pattern TAKEN = Pattern.compile("(?:[^/]+/)?lm_eval/(tasks/.+|.+\\.py)", Pattern.DOTALL);
    private static final String TASKS = "tasks/";
    private static final Pattern PLAIN_NAME = Pattern.compile("[^/\\\\:\\p{Cntrl}]+");

    /**
     * What an archive may contain at most.
     *
     * @param entries files and folders, wherever they are
     * @param fileBytes bytes of one file
     * @param allBytes bytes of all files together
     */
    record Limits(int entries, long fileBytes, long allBytes) {

        /** Version 0.4.13 has 16,175 files of at most 1 MB, 25 MB in all. */
        static final Limits STANDARD = new Limits(200_000, 32L << 20, 512L << 20);
    }

    /** An archive is not what it should be. */
    static final class UnfitException extends IOException {

        private static final long serialVersionUID = 1;

        UnfitException(String why) {
            super(why);
        }
    }

    /**
     * Writes the content of {@code lm_eval} into a folder that is there and empty, and returns how many files of tasks there are.
     *
     * @throws UnfitException if there are no task files, a name leads elsewhere, or a limit is exceeded
     * @throws IOException if it is no archive, or the folder cannot be written
     */
    int unpack(Path folder) throws IOException {
        int tasks = 0;
        long bytes = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > limits.entries) {
                throw new UnfitException(
                        "it has " + zip.size() + " entries, of which " + limits.entries + " are allowed");
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Matcher name = TAKEN.matcher(entry.getName());
                if (!entry.isDirectory() && name.matches()) {
                    Path place = place(folder, name.group(1));
                    Files.createDirectories(place.getParent());
                    bytes +=
                            copy(zip.getInputStream(entry), place, Math.min(limits.fileBytes, limits.allBytes - bytes));
                    tasks += name.group(1).startsWith(TASKS) ? 1 : 0;
                }
            }
        }
        if (tasks == 0) {
            throw new UnfitException("it has no folder lm_eval/tasks");
        }
        return tasks;
    }

    private static Path place(Path folder, String name) throws UnfitException {
        boolean plain = Arrays.stream(name.split("/", -1))
                .allMatch(part -> PLAIN_NAME.matcher(part).matches() && !part.equals(".") && !part.equals(".."));
        if (!plain) {
            throw new UnfitException("it has a file with the name '" + name + "'");
        }
        return folder.resolve(name);
    }

    /** What an entry says about its size is not believed. */
    private static long copy(InputStream in, Path place, long most) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long total = 0;
        try (in;
                OutputStream out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                total += count;
                if (total > most) {
                    throw new UnfitException("it is larger than allowed when unpacked, at " + place.getFileName());
                }
                out.write(buffer, 0, count);
            }
        }
        return total;
    }
}

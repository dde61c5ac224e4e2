package lstm.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.cli.terminal.Console;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.file.AtomicFile;
import lstm.file.Existing;
import lstm.file.FileIdentity;
import lstm.file.FileKind;
import lstm.file.Target;

/**
 * The files of one command. Those that it reads are never written, not even with {@code --force}, and no two outputs
 * are one file; files are compared by what they are, whatever they are called.
 */
public final class CommandFiles {
    private static final Path STDIN = Path.of("/dev/stdin");
    private static final Path STDOUT = Path.of("/dev/stdout");

    private final Console console;
    private final boolean quiet;
    private final Map<FileIdentity, Path> inputs = new HashMap<>();
    private final Map<FileIdentity, Setting> outputs = new HashMap<>();

    CommandFiles(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    /** Notes what the command reads: names of files, or {@code -} for standard input. */
    public CommandFiles reads(Collection<String> names) {
        for (String name : names) {
            try {
                reads(name.equals("-") ? STDIN : Path.of(name));
            } catch (InvalidPathException e) {
                // No file has such a name; whoever reads it says so.
            }
        }
        return this;
    }

    /** Notes a file that the command reads, if it is given. */
    public CommandFiles reads(String name) {
        return name == null ? this : reads(List.of(name));
    }

    /** Notes a file that the command reads. */
    public CommandFiles reads(Path file) {
        FileIdentity.of(file).ifPresent(identity -> inputs.putIfAbsent(identity, file));
        return this;
    }

    /**
     * Notes an output, after checking all that can be checked before the slow part starts, and removes what killed
     * commands left beside it. Says so if writing it will wait for its reader.
     *
     * @param setting that names it
     * @throws LstmException {@code USAGE} if it is an input or another output, or exists and is to be kept; {@code IO}
     *     if it cannot be written
     */
    public void writes(Setting setting, Path file, Existing existing) throws LstmException {
        if (file.toString().isEmpty()) {
            throw LstmException.usage(setting, " has an empty name").remedy("name a file");
        }
        if (file.toString().equals("-")) {
            throw LstmException.usage(setting.to("-"), " would be a file of that name, not standard output")
                    .remedy("name a file, or /dev/stdout");
        }
        add(setting, file);
        AtomicFile.checkWritable(file, existing);
        AtomicFile.sweep(console.disk(), file);
        if (!quiet && isPipe(file)) {
            console.say(file + ": is a pipe; writing to it waits until its other end is opened");
        }
    }

    /** Notes that standard output gets data. */
    public void toStdout() throws LstmException {
        Optional<FileIdentity> identity = FileIdentity.of(STDOUT);
        if (identity.isEmpty()) {
            return;
        }
        if (inputs.containsKey(identity.get())) {
            throw LstmException.usage("is read by this command, and standard output would write to it")
                    .remedy("write to another file")
                    .in(inputs.get(identity.get()));
        }
        Setting other = outputs.get(identity.get());
        if (other != null) {
            throw LstmException.usage(other, " names standard output, which has other data")
                    .remedy("name a file");
        }
    }

    /** Notes an output without looking at whether it can be written. */
    public void add(Setting setting, Path file) throws LstmException {
        requireUnread(setting, file);
        Optional<FileIdentity> identity = FileIdentity.of(file);
        if (identity.isEmpty()) {
            return;
        }
        Setting other = outputs.putIfAbsent(identity.get(), setting);
        if (other != null) {
            LstmException failure = other.equals(setting)
                    ? LstmException.usage("gets two outputs").remedy("see which links lead to it")
                    : LstmException.usage("is named by ", other, " and by ", setting)
                            .remedy("name two files");
            throw failure.in(file);
        }
    }

    /** Whether the command reads this file, whatever it is called. */
    public boolean isRead(Path file) {
        return FileIdentity.of(file).filter(inputs::containsKey).isPresent();
    }

    private void requireUnread(Setting setting, Path file) throws LstmException {
        if (isRead(file)) {
            throw LstmException.usage("is read by this command, and ", setting, " would replace it")
                    .remedy("name another file with ", setting)
                    .in(file);
        }
        if (file.toAbsolutePath().getParent() == null
                || !Files.isDirectory(file.toAbsolutePath().getParent())) {
            return;
        }
        Target target = Target.of(file);
        for (Path input : inputs.values()) {
            if (hides(target, input)) {
                throw LstmException.usage("has the name of a file that lstm keeps beside ", file, " while writing it")
                        .remedy("rename it, or name another file with ", setting)
                        .in(input);
            }
        }
    }

    private static boolean hides(Target target, Path input) {
        try {
            Path folder = input.toAbsolutePath().getParent();
            return target.hides(input.toRealPath())
                    || folder != null && target.hides(folder.toRealPath().resolve(input.getFileName()));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isPipe(Path file) {
        try {
            return FileKind.of(file) == FileKind.PIPE && !isStandard(file);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a pipe is one of the process's own, which are open already. */
    private static boolean isStandard(Path file) {
        return FileIdentity.of(file).equals(FileIdentity.of(STDOUT));
    }
}

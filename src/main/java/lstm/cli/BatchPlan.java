package lstm.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lstm.cli.config.Manifest;
import lstm.cli.config.ManifestRow;
import lstm.cli.option.GlobPattern;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.file.BoundedFile;
import lstm.text.Suggestion;
import lstm.workflow.BatchJob;

/** What a batch is to do, found out and checked before anything slow begins. */
final class BatchPlan {
    private static final String NAME = "name";
    private static final int MOST_BYTES = 1 << 26;
    private static final int BEGINNING = 1 << 16;

    private final Path folder;
    private final BatchOptions words;
    private final Set<String> options;
    private final List<BatchJob> items = new ArrayList<>();
    private final Map<Path, String> outputs = new HashMap<>();

    BatchPlan(Path folder, BatchOptions words) {
        this.folder = folder;
        this.words = words;
        this.options = words.names();
    }

    /** The files to do, in order. */
    List<BatchJob> items(List<String> arguments, InputStream in) throws LstmException {
        if (arguments.equals(List.of("-"))) {
            list(Manifest.read(all(in), "stdin"));
        } else if (arguments.size() == 1 && isList(arguments.get(0))) {
            Path list = Path.of(arguments.get(0));
            list(Manifest.read(BoundedFile.read(list, MOST_BYTES, Kind.USAGE), list.toString()));
        } else {
            for (String argument : arguments) {
                for (String file : GlobPattern.files(argument)) {
                    add(file, TrainCommand.name(file), Map.of(), "");
                }
            }
        }
        checkInputsAreNoOutputs();
        return items;
    }

    private static byte[] all(InputStream in) throws LstmException {
        try {
            // A pipe's own stream would first look for its length.
            byte[] bytes = new BufferedInputStream(in).readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new LstmException(Kind.USAGE, "stdin: is too long for a list of files; split it");
            }
            return bytes;
        } catch (IOException e) {
            throw new LstmException(Kind.IO, "stdin: cannot be read: " + e.getMessage());
        }
    }

    private static boolean isList(String argument) {
        try (InputStream in = Files.newInputStream(Path.of(argument))) {
            return Manifest.isOne(
                    new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
        } catch (IOException | InvalidPathException e) {
            // Whatever is wrong with it is said when it is read as a series.
            return false;
        }
    }

    private void list(List<ManifestRow> rows) throws LstmException {
        for (ManifestRow row : rows) {
            Map<String, String> own = new LinkedHashMap<>(row.cells());
            String file = own.remove(ManifestRow.FILE);
            String name = own.remove(NAME);
            checkIsPath(file, row.place());
            for (String column : own.keySet()) {
                checkColumn(column, row.place());
            }
            add(file, name == null ? TrainCommand.name(file) : name, own, row.place());
        }
    }

    private void checkColumn(String column, String place) throws LstmException {
        if (!options.contains(column)) {
            String nearest = Suggestion.to(column, options)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("columns are file, name, and options of train and predict");
            throw BatchCommand.at(place, "unknown column " + LstmException.quote(column) + "; " + nearest);
        }
    }

    private void add(String file, String name, Map<String, String> own, String place) throws LstmException {
        if (file.equals("-")) {
            throw BatchCommand.at(place.isEmpty() ? "-" : place, "a batch reads files only; name a file");
        }
        if (!name.matches("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]*")) {
            throw BatchCommand.at(
                    place.isEmpty() ? file : place,
                    LstmException.quote(name) + " cannot name a file; give another in a column \"" + NAME + "\"");
        }
        checkIsPath(name, place);
        BatchJob item = new BatchJob(
                items.size(),
                file,
                folder.resolve(name + TrainCommand.MODEL),
                folder.resolve(name + ".forecast.csv"),
                words.train(own, place),
                words.predict(own, place));
        String other = outputs.putIfAbsent(item.model(), file);
        if (other != null) {
            throw BatchCommand.at(
                    place,
                    file + " and " + other + " would both write " + item.model()
                            + "; give them names in a list with columns \"file\" and \"" + NAME + "\"");
        }
        outputs.put(item.forecast(), file);
        items.add(item);
    }

    /** A list may hold what no file system takes: half a character, or the end of a text in C. */
    private static void checkIsPath(String file, String place) throws LstmException {
        try {
            Objects.requireNonNull(Path.of(file));
        } catch (InvalidPathException e) {
            throw BatchCommand.at(place, LstmException.quote(file) + " cannot name a file; mend it");
        }
    }

    private void checkInputsAreNoOutputs() throws LstmException {
        Map<Path, String> absolute = new HashMap<>();
        outputs.forEach((path, file) -> absolute.put(path.toAbsolutePath().normalize(), file));
        for (BatchJob item : items) {
            String other = absolute.get(Path.of(item.file()).toAbsolutePath().normalize());
            if (other != null) {
                throw BatchCommand.at(
                        item.file(), "is where the forecast of " + other + " goes; use another folder with -o");
            }
        }
    }

    /** Makes a folder, and those that it stands in. */
    static void make(Path folder) throws LstmException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw LstmException.in(Kind.USAGE, folder, "is not a folder; name another with -o");
        } catch (IOException | UncheckedIOException e) {
            throw LstmException.in(Kind.IO, folder, "cannot be made: " + e.getMessage() + "; name another with -o");
        }
    }
}

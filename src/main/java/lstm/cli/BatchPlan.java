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
import java.util.Optional;
import java.util.Set;
import lstm.cli.config.Manifest;
import lstm.cli.config.ManifestRow;
import lstm.cli.option.CommandFiles;
import lstm.cli.option.GlobPattern;
import lstm.error.LstmException;
import lstm.error.LstmException.Kind;
import lstm.error.Place;
import lstm.error.Reason;
import lstm.error.Setting;
import lstm.file.BoundedFile;
import lstm.series.KeyedSeries;
import lstm.text.Suggestion;
import lstm.workflow.BatchJob;

/** Plans the jobs of a batch and checks them before anything slow starts. */
final class BatchPlan {
    private static final String NAME = "name";
    private static final String STDIN = "stdin";
    private static final int MOST_BYTES = 1 << 26;
    private static final int BEGINNING = 1 << 16;

    private final Path folder;
    private final BatchOptions words;
    private final Set<String> options;
    private final List<BatchJob> items = new ArrayList<>();
    /** The files by the base name of their outputs. */
    private final Map<String, String> outputs = new HashMap<>();

    BatchPlan(Path folder, BatchOptions words) {
        this.folder = folder;
        this.words = words;
        this.options = words.names();
    }

    /**
     * The jobs, in order.
     *
     * @param files where the files of the batch are noted
     */
    List<BatchJob> jobs(List<String> arguments, InputStream in, CommandFiles files) throws LstmException {
        if (arguments.equals(List.of("-"))) {
            files.reads("-");
            list(Manifest.read(readAll(in), STDIN));
        } else if (arguments.size() == 1 && isList(arguments.get(0))) {
            Path list = Path.of(arguments.get(0));
            files.reads(list);
            list(Manifest.read(BoundedFile.read(list, MOST_BYTES, Kind.USAGE), list.toString()));
        } else {
            for (String argument : arguments) {
                for (String file : GlobPattern.files(argument)) {
                    add(file, TrainCommand.name(file), Map.of(), Optional.empty());
                }
            }
        }
        requireInputsApartFromOutputs(files);
        return items;
    }

    /**
     * The jobs of a table: one for each of its series.
     *
     * @param arguments the files of the table
     * @param files where they are noted
     */
    List<BatchJob> jobs(TableOfBatch table, List<String> arguments, CommandFiles files) throws LstmException {
        files.reads(arguments);
        BatchJob.Work work = words.work(Map.of(), Optional.empty(), folder);
        for (KeyedSeries one : table.read(arguments, work.reading())) {
            String name = SeriesFileName.of(one.key());
            items.add(new BatchJob(
                    items.size(), one.series().source(), Optional.of(one), forecast(name), work.to(model(name))));
        }
        requireInputsApartFromOutputs(files);
        return items;
    }

    private Path model(String name) {
        return folder.resolve(name + TrainCommand.MODEL);
    }

    private Path forecast(String name) {
        return folder.resolve(name + ".forecast.csv");
    }

    private static byte[] readAll(InputStream in) throws LstmException {
        try {
            // A pipe's own stream would first look for its length.
            byte[] bytes = new BufferedInputStream(in).readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw LstmException.usage("is too long for a list of files")
                        .remedy("split it")
                        .in(STDIN);
            }
            return bytes;
        } catch (IOException e) {
            throw LstmException.io("cannot be read: ", Reason.of(e)).in(STDIN).because(e);
        }
    }

    private static boolean isList(String argument) {
        try (InputStream in = Files.newInputStream(Path.of(argument))) {
            return Manifest.isOne(
                    new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).replaceFirst("^\ufeff", ""));
        } catch (IOException | InvalidPathException e) {
            // Reading it as a series will report the problem.
            return false;
        }
    }

    private void list(List<ManifestRow> rows) throws LstmException {
        for (ManifestRow row : rows) {
            Map<String, String> own = new LinkedHashMap<>(row.cells());
            String file = own.remove(ManifestRow.FILE);
            String name = own.remove(NAME);
            Optional<Place> place = Optional.of(row.place());
            checkIsPath(file, place);
            for (String column : own.keySet()) {
                checkColumn(column, row.place());
            }
            add(file, name == null ? TrainCommand.name(file) : name, own, place);
        }
    }

    private void checkColumn(String column, Place place) throws LstmException {
        if (!options.contains(column)) {
            String nearest = Suggestion.to(column, options)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("columns are file, name, and options of train and predict");
            throw LstmException.usage("unknown column ", LstmException.quote(column))
                    .remedy(nearest)
                    .at(place);
        }
    }

    private void add(String file, String name, Map<String, String> own, Optional<Place> place) throws LstmException {
        if (file.equals("-")) {
            throw LstmException.usage("a batch reads files only")
                    .remedy("name a file")
                    .at(place.orElse(Place.of(file)));
        }
        if (!name.matches("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]*")) {
            throw LstmException.usage(LstmException.quote(name), " cannot name a file")
                    .remedy("give another name in a column \"", NAME, "\"")
                    .at(place.orElse(Place.of(file)));
        }
        checkIsPath(name, place);
        BatchJob item =
                new BatchJob(items.size(), file, Optional.empty(), forecast(name), words.work(own, place, model(name)));
        String other = outputs.putIfAbsent(name, file);
        if (other != null) {
            LstmException failure = LstmException.usage(
                            file,
                            " and ",
                            other,
                            " would both write ",
                            item.model().orElse(item.forecast()))
                    .remedy("give them names in a list with columns \"file\" and \"", NAME, "\"");
            throw place.map(failure::at).orElse(failure);
        }
        items.add(item);
    }

    /** Refuses names that no file system accepts, such as half a surrogate pair or a NUL. */
    private static void checkIsPath(String file, Optional<Place> place) throws LstmException {
        try {
            Objects.requireNonNull(Path.of(file));
        } catch (InvalidPathException e) {
            LstmException failure = LstmException.usage(LstmException.quote(file), " cannot name a file")
                    .remedy("give another name");
            throw place.map(failure::at).orElse(failure);
        }
    }

    /** Compares the files by what they are: a link in the folder may make an output of an input. */
    private void requireInputsApartFromOutputs(CommandFiles files) throws LstmException {
        for (BatchJob item : items) {
            files.reads(item.file());
            item.predict().future().ifPresent(future -> files.reads(future.name()));
        }
        for (BatchJob item : items) {
            if (item.model().isPresent()) {
                add(files, item, item.model().get(), "model");
            }
            add(files, item, item.forecast(), "forecast");
        }
    }

    private static void add(CommandFiles files, BatchJob item, Path output, String what) throws LstmException {
        if (files.isRead(output)) {
            throw LstmException.usage("is read, and where the ", what, " of ", item.file(), " goes")
                    .remedy("use another folder with ", Setting.OUTPUT)
                    .in(output);
        }
        files.add(Setting.OUTPUT, output);
    }

    /** Creates a folder and its parents. */
    static void createFolder(Path folder) throws LstmException {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
        } catch (FileAlreadyExistsException e) {
            throw LstmException.usage("is not a folder")
                    .remedy("name another with ", Setting.OUTPUT)
                    .in(folder);
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
            throw LstmException.io("cannot be made: ", Reason.of(cause))
                    .remedy("name another with ", Setting.OUTPUT)
                    .in(folder)
                    .because(e);
        }
    }
}

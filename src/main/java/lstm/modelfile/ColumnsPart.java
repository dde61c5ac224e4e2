package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.csv.DateFormats;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.prepare.StaticFeatures;
import lstm.series.ColumnRoles;
import lstm.series.Missing;
import lstm.series.ReadOptions;
import lstm.series.StampKind;
import lstm.series.TableLayout;

/** The field {@code columns}: how the CSV was read. */
record ColumnsPart(ReadOptions reading, int targets, int ahead, StampKind stamps, StaticFeatures statics) {
    /** More columns tell nothing apart that fewer would not. */
    private static final int MOST_KEYS = 100;

    static void write(JsonFieldWriter out, Model model) throws IOException {
        ReadOptions reading = model.reading();
        out.at("columns").object();
        out.at("target").text(reading.target());
        out.at("features").list();
        for (String feature : reading.features()) {
            out.text(feature);
        }
        out.endList();
        out.at("targets").whole(model.preparation().plan().targets());
        out.at("known_ahead").whole(model.preparation().plan().ahead());
        out.at("date").text(reading.date());
        out.at("stamps").choice(model.stamps());
        out.at("delimiter").text(reading.delimiter().map(String::valueOf));
        out.at("date_format").text(reading.dateFormat());
        out.at("missing").choice(reading.missing());
        NumbersPart.write(out, reading);
        if (reading.headerLine().isPresent()) {
            out.at("header_line").whole(reading.headerLine().get());
        }
        if (!reading.keys().isEmpty()) {
            out.at("by").list();
            for (String key : reading.keys()) {
                out.text(key);
            }
            out.endList();
        }
        LayoutPart.write(out, reading.layout());
        if (reading.weight().isPresent()) {
            out.at("weight").text(reading.weight());
        }
        StaticsPart.write(out, model);
        out.end();
    }

    /** @param inputs of the network: the target and the features */
    static ColumnsPart read(JsonFieldReader in, int inputs) throws IOException, LstmException {
        in.at("columns").object();
        String target = in.at("target").text();
        in.at("features").list();
        List<String> features = new ArrayList<>();
        while (in.more()) {
            String feature = in.text();
            if (feature.equals(target) || features.contains(feature)) {
                throw in.fault(LstmException.quote(feature) + " is a column already");
            }
            features.add(feature);
            if (features.size() >= inputs) {
                throw in.fault("is one more than the inputs in \"config\" allow");
            }
        }
        int targets = in.at("targets").whole();
        int ahead = in.at("known_ahead").whole();
        Optional<String> date = in.at("date").textOrNone();
        if (date.isPresent() && (date.get().equals(target) || features.contains(date.get()))) {
            throw in.fault(LstmException.quote(date.get()) + " is a column of values already");
        }
        StampKind stamps = in.at("stamps").choice(StampKind.values());
        Optional<Character> delimiter = delimiter(in);
        Optional<String> dateFormat = in.at("date_format").textOrNone();
        if (dateFormat.isPresent() && !DateFormats.isFormat(dateFormat.get())) {
            throw in.fault(LstmException.quote(dateFormat.get()) + " is not a date format");
        }
        Missing missing = in.at("missing").choice(Missing.values());
        NumbersPart numbers = NumbersPart.read(in, target, features);
        Optional<Integer> headerLine = headerLine(in);
        List<String> keys = in.has("by") ? keys(in, target, features, date) : List.of();
        TableLayout layout = keys.isEmpty() ? TableLayout.LONG : LayoutPart.read(in);
        Optional<String> weight = in.has("weight") ? weight(in, keys, date) : Optional.empty();
        List<String> taken = new ArrayList<>(features);
        taken.add(target);
        StaticsPart statics = StaticsPart.read(in, taken);
        in.end();
        return new ColumnsPart(
                new ReadOptions(
                        Optional.of(target),
                        features,
                        date,
                        delimiter,
                        dateFormat,
                        missing,
                        numbers.style(),
                        numbers.marks(),
                        headerLine,
                        new ColumnRoles(targets, ahead, keys, layout, weight, statics.columns())),
                targets,
                ahead,
                stamps,
                statics.features());
    }

    private static List<String> keys(JsonFieldReader in, String target, List<String> features, Optional<String> date)
            throws IOException, LstmException {
        in.list();
        List<String> keys = new ArrayList<>();
        while (in.more()) {
            String key = in.text();
            if (key.equals(target) || features.contains(key) || date.equals(Optional.of(key)) || keys.contains(key)) {
                throw in.fault(LstmException.quote(key) + " is a column already");
            } else if (keys.size() == MOST_KEYS) {
                throw in.fault("is one key column too many");
            }
            keys.add(key);
        }
        if (keys.isEmpty()) {
            throw in.fault("has no key column");
        }
        return keys;
    }

    private static Optional<String> weight(JsonFieldReader in, List<String> keys, Optional<String> date)
            throws IOException, LstmException {
        String weight = in.text();
        if (keys.isEmpty() || keys.contains(weight) || date.equals(Optional.of(weight))) {
            throw in.fault(LstmException.quote(weight) + " weighs nothing");
        }
        return Optional.of(weight);
    }

    private static Optional<Integer> headerLine(JsonFieldReader in) throws IOException, LstmException {
        if (!in.has("header_line")) {
            return Optional.empty();
        }
        int line = in.whole();
        if (line < ReadOptions.NO_HEADER) {
            throw in.fault("is not the number of a line");
        }
        return Optional.of(line);
    }

    private static Optional<Character> delimiter(JsonFieldReader in) throws IOException, LstmException {
        Optional<String> text = in.at("delimiter").textOrNone();
        if (text.isPresent() && text.get().length() != 1) {
            throw in.fault("is not one character");
        } else if (text.isPresent() && !ReadOptions.isDelimiter(text.get().charAt(0))) {
            throw in.fault("cannot separate fields");
        }
        return text.map(delimiter -> delimiter.charAt(0));
    }
}

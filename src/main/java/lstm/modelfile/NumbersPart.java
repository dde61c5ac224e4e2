package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.series.DecimalSign;
import lstm.series.NumberStyle;
import lstm.series.ReadOptions;
import lstm.series.ThousandsSign;

/**
 * The fields {@code numbers} and {@code missing_marks} of {@code columns}: how numbers are written. Files of plain
 * numbers have neither.
 */
record NumbersPart(NumberStyle style, Optional<List<Double>> marks) {
    static void write(JsonFieldWriter out, ReadOptions reading) throws IOException {
        NumberStyle style = reading.numbers();
        if (style.firm()) {
            out.at("numbers").object();
            out.at("decimal").text(style.decimal().map(DecimalSign::toString));
            out.at("thousands").text(style.thousands().map(ThousandsSign::toString));
            out.at("units").object();
            for (Map.Entry<String, String> unit : style.sortedUnits().entrySet()) {
                out.at(unit.getKey()).text(unit.getValue());
            }
            out.end();
            out.end();
        }
        if (reading.missingMarks().isPresent()) {
            out.at("missing_marks").list();
            for (double mark : reading.missingMarks().get()) {
                out.number(mark);
            }
            out.endList();
        }
    }

    static NumbersPart read(JsonFieldReader in, String target, List<String> features)
            throws IOException, LstmException {
        NumberStyle style = in.has("numbers") ? style(in, target, features) : NumberStyle.PLAIN;
        if (!in.has("missing_marks")) {
            return new NumbersPart(style, Optional.empty());
        }
        in.list();
        List<Double> marks = new ArrayList<>();
        while (in.more()) {
            marks.add(in.number());
        }
        return new NumbersPart(style, Optional.of(marks));
    }

    private static NumberStyle style(JsonFieldReader in, String target, List<String> features)
            throws IOException, LstmException {
        in.object();
        in.at("decimal");
        Optional<DecimalSign> decimal = in.isNone() ? Optional.empty() : Optional.of(in.choice(DecimalSign.values()));
        in.at("thousands");
        Optional<ThousandsSign> thousands =
                in.isNone() ? Optional.empty() : Optional.of(in.choice(ThousandsSign.values()));
        in.at("units").object();
        List<String> columns = new ArrayList<>(List.of(target));
        columns.addAll(features);
        Map<String, String> units = new HashMap<>();
        for (String column : columns.stream().sorted().toList()) {
            if (in.has(column)) {
                units.put(column, in.text());
            }
        }
        in.end();
        NumberStyle style = NumberStyle.ofModel(decimal, thousands, units);
        if (style.isContradictory()) {
            throw in.fault("gives one sign two meanings");
        }
        in.end();
        return style;
    }
}

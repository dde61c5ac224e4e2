package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lstm.csv.SeriesDates;
import lstm.error.LstmException;
import lstm.series.TableLayout;

/** The field {@code layout} of the columns of a table: absent if each row is one date of one series. */
final class LayoutPart {
    private LayoutPart() {}

    static void write(JsonFieldWriter out, TableLayout layout) throws IOException {
        if (layout.isLong()) {
            return;
        }
        out.at("layout").object();
        out.at("form").choice(layout.form());
        out.at("start").text(layout.start());
        out.at("step").text(layout.step());
        if (layout.isOfTargets()) {
            out.at("targets").list();
            for (String target : layout.targets()) {
                out.text(target);
            }
            out.endList();
        }
        out.end();
    }

    static TableLayout read(JsonFieldReader in) throws IOException, LstmException {
        if (!in.has("layout")) {
            return TableLayout.LONG;
        }
        in.object();
        TableLayout.Form form = in.at("form").choice(TableLayout.Form.values());
        Optional<String> start = in.at("start").textOrNone();
        Optional<String> step = in.at("step").textOrNone();
        if (start.isPresent() != step.isPresent() || start.isPresent() && form != TableLayout.Form.ROWS) {
            throw in.fault("has no step, or no start, or dates for no rows");
        } else if (start.isPresent() && !SeriesDates.areDates(start.get(), step.get())) {
            throw in.fault("has no date as start, or no unit of time as step");
        }
        List<String> targets = in.has("targets") ? targets(in) : List.of();
        in.end();
        return in.valid("columns", () -> new TableLayout(form, start, step, targets));
    }

    private static List<String> targets(JsonFieldReader in) throws IOException, LstmException {
        in.list();
        List<String> targets = new ArrayList<>();
        while (in.more()) {
            if (targets.size() == TableLayout.MOST_TARGETS) {
                throw in.fault("is one target more than the " + TableLayout.MOST_TARGETS + " there may be");
            }
            targets.add(in.text());
        }
        if (targets.isEmpty()) {
            throw in.fault("has no target");
        }
        return targets;
    }
}

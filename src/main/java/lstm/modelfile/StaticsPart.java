package lstm.modelfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.prepare.Scaler;
import lstm.prepare.StaticFeature;
import lstm.prepare.StaticFeatures;
import lstm.series.StaticColumn;

/**
 * The field {@code statics} of the columns: what is known of each series beside its rows, and how it becomes inputs.
 * Absent if nothing is.
 */
record StaticsPart(List<StaticColumn> columns, StaticFeatures features) {
    private static final StaticsPart NONE = new StaticsPart(List.of(), StaticFeatures.NONE);
    private static final int MOST_COLUMNS = 100;
    private static final int MOST_CATEGORIES = (1 << 20) - 1;

    static void write(JsonFieldWriter out, Model model) throws IOException {
        List<StaticFeature> features = model.preparation().statics().each();
        if (features.isEmpty()) {
            return;
        }
        out.at("statics").list();
        for (int k = 0; k < features.size(); k++) {
            out.object();
            out.at("column").text(model.reading().statics().get(k).name());
            if (features.get(k) instanceof StaticFeature.Category category) {
                out.at("categories").list();
                for (String text : category.vocabulary()) {
                    out.text(text);
                }
                out.endList();
            } else if (features.get(k) instanceof StaticFeature.Amount amount) {
                out.at("offset").number(amount.scaler().offset());
                out.at("scale").number(amount.scaler().scale());
            }
            out.end();
        }
        out.endList();
    }

    /** @param taken names of other columns */
    static StaticsPart read(JsonFieldReader in, List<String> taken) throws IOException, LstmException {
        if (!in.has("statics")) {
            return NONE;
        }
        in.list();
        Set<String> names = new HashSet<>(taken);
        List<StaticColumn> columns = new ArrayList<>();
        List<StaticFeature> features = new ArrayList<>();
        while (in.more()) {
            in.object();
            String name = in.at("column").text();
            if (!names.add(name)) {
                throw in.fault(LstmException.quote(name) + " is a column already");
            } else if (columns.size() == MOST_COLUMNS) {
                throw in.fault("is one column too many");
            }
            boolean isCategory = in.has("categories");
            features.add(isCategory ? category(in) : amount(in));
            columns.add(
                    StaticColumn.named(name).of(isCategory ? StaticColumn.Kind.CATEGORY : StaticColumn.Kind.NUMBER));
            in.end();
        }
        if (columns.isEmpty()) {
            throw in.fault("has no column");
        }
        return new StaticsPart(columns, new StaticFeatures(features));
    }

    private static StaticFeature category(JsonFieldReader in) throws IOException, LstmException {
        in.list();
        List<String> vocabulary = new ArrayList<>();
        while (in.more()) {
            if (vocabulary.size() == MOST_CATEGORIES) {
                throw in.fault("is one category too many");
            }
            vocabulary.add(in.text());
        }
        return in.valid("statics", () -> new StaticFeature.Category(vocabulary));
    }

    private static StaticFeature amount(JsonFieldReader in) throws IOException, LstmException {
        double offset = in.at("offset").number();
        double scale = in.at("scale").number();
        return in.valid("statics", () -> new StaticFeature.Amount(new Scaler(offset, scale)));
    }
}

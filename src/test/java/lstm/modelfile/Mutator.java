package lstm.modelfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Changes JSON documents in one to three places, as one who knows what they are made of would. */
public final class Mutator {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String[] VALUES = {
        "null",
        "true",
        "false",
        "-1",
        "0",
        "1",
        "2",
        "3",
        "1.5",
        "-0.0",
        "1e-400",
        "1e400",
        "-1e308",
        "5e-324",
        "2147483647",
        "2147483648",
        "-2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "1e9",
        "123456789012345678901234567890",
        "NaN",
        "\"\"",
        "\"NaN\"",
        "\"none\"",
        "\"lstm\"",
        "\"gru\"",
        "\"rnn\"",
        "\"adam\"",
        "\"sgd\"",
        "\"date\"",
        "\"date-time\"",
        "\"months\"",
        "\"seconds\"",
        "\"weekday-seconds\"",
        "\"finished\"",
        "\"unfinished\"",
        "\"2020-04-29\"",
        "\"+999999999-12-31\"",
        "\"-999999999-01-01\"",
        "\"9999-12-31T23:59:59\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"AAAA\"",
        "\"//8=\"",
        "[]",
        "{}",
        "[[[[[[[[[[[[]]]]]]]]]]]]",
        "{\"a\":{\"a\":{}}}",
        "[0,0,0]"
    };

    private final Random random;
    private final String[] documents;
    private final JsonNode[] trees;

    public Mutator(Random random, String[] documents) throws JsonProcessingException {
        this.random = random;
        this.documents = documents;
        trees = new JsonNode[documents.length];
        for (int k = 0; k < trees.length; k++) {
            trees[k] = MAPPER.readTree(documents[k]);
        }
    }

    /** A document, changed; it still ends with a brace. */
    public String next() throws JsonProcessingException {
        int which = random.nextInt(documents.length);
        if (random.nextInt(5) == 0) {
            return shuffled(documents[which]);
        }
        JsonNode tree = trees[which].deepCopy();
        for (int k = random.nextInt(3); k >= 0; k--) {
            List<JsonNode> holders = new ArrayList<>();
            collect(tree, holders);
            change(holders.get(random.nextInt(holders.size())));
        }
        return MAPPER.writeValueAsString(tree);
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode() && !node.isEmpty()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    private void change(JsonNode holder) {
        int at = random.nextInt(holder.size());
        if (holder instanceof ArrayNode list) {
            change(list, at);
        } else {
            change((ObjectNode) holder, name(holder, at));
        }
    }

    private void change(ArrayNode list, int at) {
        switch (random.nextInt(5)) {
            case 0 -> list.remove(at);
            case 1 -> list.insert(at, list.get(at).deepCopy());
            case 2 -> list.insert(at, list.remove(random.nextInt(list.size())));
            case 3 -> list.set(at, changed(list.get(at)));
            default -> list.insertRawValue(at, value());
        }
    }

    private void change(ObjectNode object, String name) {
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putRawValue("more", value());
            case 2 -> object.set(name, object.get(name(object, random.nextInt(object.size()))));
            case 3 -> object.putRawValue(name, value());
            default -> object.set(name, changed(object.get(name)));
        }
    }

    private RawValue value() {
        return new RawValue(VALUES[random.nextInt(VALUES.length)]);
    }

    /** Near to what it was, so that the change may get past the first checks. */
    private JsonNode changed(JsonNode node) {
        if (node.isIntegralNumber()) {
            return MAPPER.getNodeFactory().numberNode(node.longValue() + random.nextInt(5) - 2);
        } else if (node.isNumber()) {
            return MAPPER.getNodeFactory().numberNode(node.doubleValue() * random.nextGaussian());
        } else if (node.isTextual() && !node.textValue().isEmpty()) {
            StringBuilder text = new StringBuilder(node.textValue());
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            return MAPPER.getNodeFactory().textNode(text.toString());
        }
        return MAPPER.getNodeFactory().rawValueNode(value());
    }

    private static String name(JsonNode object, int at) {
        Iterator<String> names = object.fieldNames();
        for (int k = 0; k < at; k++) {
            names.next();
        }
        return names.next();
    }

    /** Drops, doubles or moves a piece of the text between two commas. */
    private String shuffled(String document) {
        int from = document.indexOf(',', random.nextInt(document.length() / 2));
        int to = document.indexOf(',', from + 1 + random.nextInt(document.length() / 4));
        String piece = document.substring(from, to);
        int at = document.indexOf(',', random.nextInt(document.length() / 2));
        return switch (random.nextInt(3)) {
            case 0 -> document.substring(0, from) + document.substring(to);
            case 1 -> document.substring(0, from) + piece + document.substring(from);
            default -> document.substring(0, at) + piece + document.substring(at);
        };
    }
}

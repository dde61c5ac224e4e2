package lstm.cli.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import lstm.error.LstmException;
import lstm.error.Place;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.Event.ID;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML 1.2 of one level or two: names with values, lists of values, or sections of such. It is read as a stream of
 * events, so that values keep their spelling and nothing is built that could grow: aliases, anchors, tags and deeper
 * nesting are refused as they come.
 */
final class YamlConfig {
    private static final String WRITE = "write NAME: VALUE";
    private static final String QUOTED = "write the value itself, in quotes";

    private final String file;
    private final Iterator<Event> events;
    private final List<ConfigEntry> entries = new ArrayList<>();

    private YamlConfig(String text, String file) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(text.length() + 1)
                .setUseMarks(true)
                .build();
        this.file = file;
        this.events = new Parse(settings).parseString(text).iterator();
    }

    static List<ConfigEntry> read(String text, String file) throws LstmException {
        YamlConfig form = new YamlConfig(text, file);
        try {
            form.document();
        } catch (MarkedYamlEngineException e) {
            throw notYaml(e, e.getProblem(), form.place(e.getProblemMark()));
        } catch (YamlEngineException e) {
            throw notYaml(e, e.getMessage(), Place.of(file));
        }
        return form.entries;
    }

    private static LstmException notYaml(Exception e, String problem, Place place) {
        return LstmException.usage("is not YAML: ", problem.replaceAll("\\s+", " "))
                .remedy("fix it, or put the value in quotes")
                .at(place)
                .because(e);
    }

    private void document() throws LstmException {
        next();
        Event start = next();
        if (start.getEventId() == ID.StreamEnd) {
            return;
        }
        Event first = next();
        if (first.getEventId() == ID.MappingStart) {
            mapping("");
        } else if (!isNothing(first)) {
            throw fault(first, "is not a list of names with values", WRITE);
        }
        next();
        Event end = next();
        if (end.getEventId() != ID.StreamEnd) {
            throw fault(end, "begins a second document", "keep one");
        }
    }

    /** Reads up to the end of a mapping whose start was read. */
    private void mapping(String section) throws LstmException {
        for (Event key = next(); key.getEventId() != ID.MappingEnd; key = next()) {
            if (!(key instanceof ScalarEvent name)) {
                throw fault(key, "a name was expected here", WRITE);
            }
            value(section + name.getValue(), section.isEmpty(), key);
        }
    }

    private void value(String key, boolean mayBeSection, Event at) throws LstmException {
        Event value = next();
        if (value.getEventId() == ID.MappingStart) {
            if (!mayBeSection) {
                throw fault(value, "is nested too deeply", "write names with values in a section");
            }
            mapping(key + ".");
        } else if (value.getEventId() == ID.SequenceStart) {
            entries.add(new ConfigEntry(key, list(), place(at)));
        } else if (isNothing(value)) {
            throw fault(at, "key " + LstmException.quote(key) + " has no value", "write one, or remove the line");
        } else {
            entries.add(new ConfigEntry(key, ((ScalarEvent) value).getValue(), place(at)));
        }
    }

    private String list() throws LstmException {
        List<String> items = new ArrayList<>();
        for (Event item = next(); item.getEventId() != ID.SequenceEnd; item = next()) {
            if (!(item instanceof ScalarEvent scalar) || scalar.getValue().contains(",")) {
                throw fault(item, "this item of a list is not a single value", "write one value without a comma");
            }
            items.add(scalar.getValue());
        }
        return String.join(",", items);
    }

    private Event next() throws LstmException {
        Event event = events.next();
        if (event.getEventId() == ID.Alias
                || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw fault(event, "anchors and aliases (& and *) are not supported", QUOTED);
        }
        if (event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent()) {
            throw fault(event, "tags (!) are not supported", QUOTED);
        }
        return event;
    }

    private static boolean isNothing(Event event) {
        return event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && (scalar.getValue().isEmpty() || scalar.getValue().matches("~|null|Null|NULL"));
    }

    private LstmException fault(Event event, String problem, String remedy) {
        return LstmException.usage(problem).remedy(remedy).at(place(event));
    }

    private Place place(Event event) {
        return place(event.getStartMark());
    }

    private Place place(Optional<Mark> mark) {
        Place whole = Place.of(file);
        return mark.map(known -> whole.line(known.getLine() + 1)).orElse(whole);
    }
}

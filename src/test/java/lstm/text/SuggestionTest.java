package lstm.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    @Test
    void lettersToChangeAreCounted() {
        assertEquals(0, Suggestion.distance("close", "close"));
        assertEquals(3, Suggestion.distance("kitten", "sitting"));
        assertEquals(5, Suggestion.distance("", "close"));
    }

    @Test
    void theNearestNameIsFoundWhateverItsCase() {
        List<String> names = List.of("Open", "Close", "Adj Close");
        assertEquals(Optional.of("Close"), Suggestion.to("clse", names));
        assertEquals(Optional.of("Adj Close"), Suggestion.to("AdjClose", names));
    }

    @Test
    void nothingNearIsNothing() {
        assertEquals(Optional.empty(), Suggestion.to("volume", List.of("Open", "Close")));
        assertEquals(Optional.empty(), Suggestion.to("x", List.of()));
    }
}

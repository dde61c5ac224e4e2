package lstm.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void lettersToChangeAreCounted() {
        assertEquals(0, Nearest.distance("close", "close"));
        assertEquals(3, Nearest.distance("kitten", "sitting"));
        assertEquals(5, Nearest.distance("", "close"));
    }

    @Test
    void theNearestNameIsFoundWhateverItsCase() {
        List<String> names = List.of("Open", "Close", "Adj Close");
        assertEquals(Optional.of("Close"), Nearest.to("clse", names));
        assertEquals(Optional.of("Adj Close"), Nearest.to("AdjClose", names));
    }

    @Test
    void nothingNearIsNothing() {
        assertEquals(Optional.empty(), Nearest.to("volume", List.of("Open", "Close")));
        assertEquals(Optional.empty(), Nearest.to("x", List.of()));
    }
}

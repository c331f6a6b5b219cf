package io.limber.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.kit.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void hasNoNextWhenAllFits() {
        assertThat(Page.of(List.of("a", "b"), 2, Function.identity()).next()).isNull();
    }

    @Test
    void goesOnBehindItsLastItem() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, Function.identity());

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(Objects.requireNonNull(page.next()))).contains("b");
    }

    @Test
    void refusesACursorThatIsNotOneOfOurs() {
        assertThatThrownBy(() -> Cursor.decode("not a cursor")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.decode("Zm9v")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode("a\0b"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void boundsTheLimit() {
        assertThat(Limit.of(null)).isEqualTo(Limit.DEFAULT);
        assertThatThrownBy(() -> Limit.of(0)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Limit.of(Limit.MAX + 1)).isInstanceOf(ProblemException.class);
    }
}

package io.limber.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    private final Table table =
            new Table("", "per second", "seconds").row("Limber", 171_234L, 5.84).row("sql", 52_000L, 9.6);

    @Test
    void alignsFiguresOnTheRightForATerminal() {
        assertThat(table.plain()).isEqualTo("""
                        per second  seconds
                Limber     171,234     5.84
                sql         52,000     9.60""");
    }

    @Test
    void isATableOnAPage() {
        assertThat(table.markdown().lines()).hasSize(4).element(1).isEqualTo("| --- | ---: | ---: |");
        assertThat(table.markdown()).contains("| Limber |    171,234 |    5.84 |");
    }
}

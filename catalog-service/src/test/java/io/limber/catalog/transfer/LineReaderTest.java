package io.limber.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.limber.catalog.transfer.LineReader.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        assertThat(read(Format.NDJSON, "{\"a\": 1}\n\n{\n{\"b\": 2}\r\n  \n{\"c\": 3}"))
                .containsExactly("1 {\"a\":1}", "3 !", "4 {\"b\":2}", "6 {\"c\":3}");
    }

    @Test
    void aDocumentBeginsBehindTheDashes() throws IOException {
        assertThat(read(Format.YAML, "a: 1\n---\nb: 2\n--- \r\n\n---\nc: |\n  x\n  ---\n  y\n"))
                .containsExactly("1 {\"a\":1}", "3 {\"b\":2}", "7 {\"c\":\"x\\n---\\ny\\n\"}");
    }

    @Test
    void anArrayIsCountedByItsElements() throws IOException {
        assertThat(read(Format.FREE_EXERCISE_DB, "[{\"a\": 1},\n 5,\n {\"b\": [1, 2]}]"))
                .containsExactly("1 {\"a\":1}", "2 !", "3 {\"b\":[1,2]}");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertThat(read(Format.NDJSON, "\uFEFF{\"a\": \"\uFEFF\"}\n\uFEFF{}"))
                .containsExactly("1 {\"a\":\"\uFEFF\"}", "2 !");
        assertThat(read(Format.YAML, "\uFEFF---\na: 1\n")).containsExactly("2 {\"a\":1}");
        assertThat(read(Format.FREE_EXERCISE_DB, "\uFEFF[{\"a\": 1}]")).containsExactly("1 {\"a\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{} {}", "{}x", "{\"a\": 1, \"a\": 2}", "{\"a\": }", "x", "\"x\"", "null", "[{}]", "\u0000"})
    void whatIsNotOneObjectIsReported(String line) throws IOException {
        assertThat(read(Format.NDJSON, line + "\n{}")).containsExactly("1 !", "2 {}");
    }

    /** YAML has other ways to begin a document; a second one in an entry would be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"a: 1\n--- # next\nb: 2", "a: 1\n...\n--- {b: 2}", "a: [", "a: 1\na: 2", "a: *x", "x"})
    void whatIsNotOneDocumentIsReported(String document) throws IOException {
        assertThat(read(Format.YAML, document + "\n---\nb: 2"))
                .containsExactly("1 !", (document.lines().count() + 2) + " {\"b\":2}");
    }

    /** Neither as what they stand for, which may be much, nor as the text that they are. */
    @ParameterizedTest
    @ValueSource(strings = {"a: &x y\nb: *x", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "a: &x {b: c}\n<<: *x"})
    void referencesAreNotRead(String document) throws IOException {
        LineReader reader =
                new LineReader(Format.YAML, new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(reader.next().orElseThrow().mistake()).contains("has a reference (*), and those are not read");
    }

    @Test
    void aLineHasALength() throws IOException {
        String fits = "{\"a\":\"" + "x".repeat(LineReader.LONGEST - 8) + "\"}";

        assertThat(read(Format.NDJSON, fits + "\n" + fits + " \n{}"))
                .extracting(entry -> entry.substring(0, 3))
                .containsExactly("1 {", "2 !", "3 {");
    }

    @Test
    void aDocumentHasALength() throws IOException {
        String longer = "a: 1\n" + "# x\n".repeat(LineReader.LONGEST / 4);

        assertThat(read(Format.YAML, longer + "---\nb: 2")).hasSize(2).first().isEqualTo("1 !");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void readsNoMoreThanItNeedsForTheNextEntry(Format format) throws IOException {
        Endless endless = new Endless(format, "{\"a\": 1}", Long.MAX_VALUE);
        LineReader reader = new LineReader(format, endless);

        for (int entry = 1; entry <= 10; entry++) {
            assertThat(reader.next().orElseThrow().number()).isPositive();
        }

        assertThat(endless.given).isLessThan(64 << 10);
    }

    /** What is skipped of a line that is too long, and what was read before, takes no memory. */
    @ParameterizedTest
    @EnumSource(names = {"NDJSON", "YAML"})
    void aVeryLongLineTakesNoMoreMemoryThanTheLongest(Format format) throws IOException {
        LineReader reader = new LineReader(format, new Endless(format, "x".repeat(1000), 48L * MEGABYTE) {
            @Override
            String between() {
                return "";
            }
        });
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().threadId());

        Entry entry = reader.next().orElseThrow();

        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().threadId()) - before;
        assertThat(entry.mistake())
                .hasValueSatisfying(mistake -> assertThat(mistake).startsWith("is longer than"));
        assertThat(reader.next()).isEmpty();
        assertThat(taken).isLessThan(8 * MEGABYTE);
    }

    @Test
    void anElementThatIsTooLongIsNotReadToItsEnd() {
        Endless words = new Endless(Format.FREE_EXERCISE_DB, "\"x\"", Long.MAX_VALUE) {
            @Override
            String begin() {
                return "[[";
            }
        };

        assertThatThrownBy(() -> new LineReader(Format.FREE_EXERCISE_DB, words).next())
                .hasMessage("Entry 1 is longer than 1048576 bytes.");
        assertThat(words.given).isLessThan(2 * MEGABYTE);
    }

    private static List<String> read(Format format, String text) throws IOException {
        LineReader reader = new LineReader(format, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<String> entries = new ArrayList<>();
        for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
            Entry entry = next.get();
            entries.add(
                    entry.number() + " " + entry.value().map(Object::toString).orElse("!"));
            assertThat(entry.value().isEmpty()).isEqualTo(entry.mistake().isPresent());
        }
        return entries;
    }

    /** The same entry again and again, made while it is read. */
    private static class Endless extends InputStream {
        private byte @Nullable [] next;
        private final Format format;
        private final String entry;
        private final long most;
        private byte[] now = new byte[0];
        private int at;
        long given;

        Endless(Format format, String entry, long most) {
            this.format = format;
            this.entry = entry;
            this.most = most;
        }

        String begin() {
            return format == Format.FREE_EXERCISE_DB ? "[" : "";
        }

        String between() {
            return switch (format) {
                case NDJSON -> "\n";
                case YAML -> "\n---\n";
                case FREE_EXERCISE_DB -> ",";
            };
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) {
            if (given >= most) {
                return -1;
            }
            if (at == now.length) {
                now = given == 0 ? bytes(begin() + entry) : next();
                at = 0;
            }
            int some = (int) Math.min(Math.min(count, now.length - at), most - given);
            System.arraycopy(now, at, into, from, some);
            at += some;
            given += some;
            return some;
        }

        private byte[] next() {
            if (next == null) {
                next = bytes(between() + entry);
            }
            return next;
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}

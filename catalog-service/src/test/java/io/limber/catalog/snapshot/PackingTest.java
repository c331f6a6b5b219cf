package io.limber.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.stretch.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final int CASES = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("PackingTest seed " + SEED);
    }

    @Test
    void whatComesOutIsWhatWentIn() {
        for (int turn = 0; turn < CASES; turn++) {
            String text = anyText(random.nextInt(30_000));

            assertThat(Packing.unpack(Packing.pack(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4095, 4096, 4097, 8191, 8192, 8193, 16_383, 16_384, 16_385, 24_576, 81_920})
    void howeverLongItIs(int length) {
        String ascii = anyText(length).replaceAll("[^ -~]", "x").substring(0, length);
        String same = "x".repeat(length);

        assertThat(Packing.unpack(Packing.pack(ascii))).isEqualTo(ascii);
        assertThat(Packing.unpack(Packing.pack(same))).isEqualTo(same);
    }

    @Test
    void aStretchTakesLittleMoreThanAThirdOfItsRoom() throws Exception {
        long plain = 0;
        long packed = 0;
        for (Stretch stretch : Packaged.stretches()) {
            String json = JSON.writeValueAsString(stretch);
            byte[] bytes = Packing.pack(json);

            assertThat(JSON.readTree(Packing.unpack(bytes))).isEqualTo(JSON.readTree(json));
            plain += json.getBytes(StandardCharsets.UTF_8).length;
            packed += bytes.length;
        }

        assertThat((double) packed / plain).isLessThan(0.4);
    }

    @Test
    void whatAllHaveInCommonTakesHardlyAnyRoom() {
        String common = "{\"code\":\"OSTEOPOROSIS\",\"action\":\"AVOID\",\"reason\":\"\",\"sources\":[\"SRC\"]}";

        assertThat(Packing.pack(common).length).isLessThan(common.length() / 2);
    }

    @Test
    void whatIsCutOffOrSpoiltIsNoticed() {
        byte[] packed = Packing.pack(anyText(5000));

        for (int length = 0; length < packed.length; length += 1 + packed.length / 50) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Packing.unpack(cut)).isInstanceOf(IllegalStateException.class);
        }
        byte[] spoilt = packed.clone();
        spoilt[packed.length / 2] ^= 0x55;
        assertThatThrownBy(() -> Packing.unpack(spoilt)).isInstanceOf(IllegalStateException.class);
    }

    /** Of every plane, with repetitions; so many code points or a few more. */
    private String anyText(int length) {
        StringBuilder text = new StringBuilder();
        int count = 0;
        while (count < length) {
            int before = text.length();
            switch (random.nextInt(6)) {
                case 0 -> text.append("\"code\":\"OSTEOPOROSIS\",\"action\":\"AVOID\",");
                case 1 -> text.append((char) random.nextInt(' ', '~'));
                case 2 -> text.append((char) random.nextInt(0, 0x800));
                case 3 -> text.appendCodePoint(random.nextInt(0x10000, 0x10FFFF));
                case 4 -> text.append((char) random.nextInt(0xE000, 0xFFFD));
                default -> text.append("\"regions\":[\"neck\"],");
            }
            count += text.codePointCount(before, text.length());
        }
        return text.toString();
    }
}

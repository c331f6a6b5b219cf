package io.limber.catalog.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.stretch.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
            Packing packing = random.nextBoolean() ? Packing.OF_FEW : learned();
            String text = anyText(random.nextInt(30_000));

            assertThat(packing.unpack(packing.pack(text))).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4095, 4096, 4097, 8191, 8192, 8193, 16_383, 16_384, 16_385, 24_576, 81_920})
    void howeverLongItIs(int length) {
        String ascii = anyText(length).replaceAll("[^ -~]", "x").substring(0, length);
        String same = "x".repeat(length);

        assertThat(Packing.OF_FEW.unpack(Packing.OF_FEW.pack(ascii))).isEqualTo(ascii);
        assertThat(Packing.OF_FEW.unpack(Packing.OF_FEW.pack(same))).isEqualTo(same);
    }

    @Test
    void aStretchTakesLittleMoreThanAThirdOfItsRoom() throws Exception {
        long plain = 0;
        long packed = 0;
        for (Stretch stretch : Packaged.stretches()) {
            String json = JSON.writeValueAsString(stretch);
            byte[] bytes = Packing.OF_FEW.pack(json);

            assertThat(JSON.readTree(Packing.OF_FEW.unpack(bytes))).isEqualTo(JSON.readTree(json));
            plain += json.getBytes(StandardCharsets.UTF_8).length;
            packed += bytes.length;
        }

        assertThat((double) packed / plain).isLessThan(0.4);
    }

    @Test
    void whoKnowsSomeOfAnOwnersStretchesPacksTheOthersTighter() throws Exception {
        List<String> documents = new ArrayList<>();
        for (Stretch stretch : Packaged.stretches()) {
            ObjectNode tree = JSON.valueToTree(stretch);
            tree.remove(List.of("translations", "figure"));
            documents.add(JSON.writeValueAsString(tree));
        }
        Collections.shuffle(documents, random);
        Packing learned = new Packing(documents.size(), documents.subList(0, 8));
        List<String> others = documents.subList(8, documents.size());

        long few = others.stream()
                .mapToLong(other -> Packing.OF_FEW.pack(other).length)
                .sum();
        long many =
                others.stream().mapToLong(other -> learned.pack(other).length).sum();

        assertThat((double) many / few).isLessThan(0.6);
        assertThat(others)
                .allSatisfy(
                        other -> assertThat(learned.unpack(learned.pack(other))).isEqualTo(other));
    }

    @Test
    void whatAllHaveInCommonTakesHardlyAnyRoom() {
        String common = "{\"code\":\"OSTEOPOROSIS\",\"action\":\"AVOID\",\"reason\":\"\",\"sources\":[\"SRC\"]}";

        assertThat(Packing.OF_FEW.pack(common).length).isLessThan(common.length() / 2);
    }

    @Test
    void whatIsCutOffOrSpoiltIsNoticed() {
        byte[] packed = Packing.OF_FEW.pack(anyText(5000));

        for (int length = 0; length < packed.length; length += 1 + packed.length / 50) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Packing.OF_FEW.unpack(cut)).isInstanceOf(IllegalStateException.class);
        }
        byte[] spoilt = packed.clone();
        spoilt[packed.length / 2] ^= 0x55;
        assertThatThrownBy(() -> Packing.OF_FEW.unpack(spoilt)).isInstanceOf(IllegalStateException.class);
    }

    /** From samples that are too few, enough or too many for it to hold. */
    private Packing learned() {
        return new Packing(
                100,
                Stream.generate(() -> anyText(random.nextInt(10_000)))
                        .limit(random.nextInt(9))
                        .toList());
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

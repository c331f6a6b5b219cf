package io.limber.catalog.snapshot;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Compresses documents one by one. What they have in common is known to both sides beforehand (RFC 1950, preset dictionary), so that
 * a small document shrinks like a part of a large one: the names of fields and frequent codes, and of an owner with many documents
 * also some of them, because what one person writes resembles itself.
 */
final class Packing {
    private static final String WORDS = String.join(
            "",
            "\"licence\":\"LicenseRef-Own\",\"reviewStatus\":\"UNREVIEWED\",\"sources\":[{\"code\":\"\",\"tier\":\"A\"}],",
            "\"aliases\":[\"\",\"breathing\":\"Breathe freely.\",\"formerIds\":[],\"language\":\"en\",\"translations\":{\"de\":",
            "\"position\":\"seated-chair\",\"standing\",\"supine\",\"officeFit\":\"DESK\",\"FLOOR_SPACE\",\"difficulty\":\"BEGINNER\",",
            "\"kind\":\"STATIC\",\"DYNAMIC\",\"STRENGTHENING\",\"equipment\":[\"none\"],[\"mat\"],\"regions\":[\"lower-back\",\"neck\"],",
            "\"dose\":{\"note\":\"\",\"sets\":{\"max\":1,\"min\":1,\"default\":1},\"sides\":\"LEFT_AND_RIGHT\",\"BOTH_TOGETHER\",",
            "\"holdSeconds\":{\"max\":30,\"min\":5,\"default\":15},\"repetitions\":{\"max\":3,\"min\":1,\"default\":2},",
            "\"restSeconds\":10,\"timesPerDay\":{\"max\":1,\"min\":1,\"default\":1}},\"cautions\":[{\"text\":\"Stop if it hurts.\"}],",
            "\"movementClasses\":[\"HAMSTRING-TENSION\",\"NERVE-TENSION\",\"SPINE-FLEX\",\"SPINE-EXT\",\"SPINE-ROT\"],",
            "\"muscles\":[\"erector-spinae\"],\"steps\":[\"\",\"summary\":\"\",\"start\":\"Sit tall. Stand.\",\"name\":\"\",\"revision\":1,",
            "\"code\":\"VERTEBRAL_FRACTURE\",\"RECENT_SPINE_SURGERY\",\"RECENT_SURGERY_OTHER\",\"SUSPECTED_DVT\",\"HAEMATOMA\",",
            "\"INFECTION\",\"ACUTE_TEAR\",\"RADICULOPATHY\",\"OSTEOPOROSIS\",\"PREGNANCY_T2_T3\",\"HYPERMOBILITY\",\"INFLAMED_JOINT\",",
            "\"contraindications\":[{\"code\":\"FRACTURE\",\"action\":\"MODIFY\",\"AVOID\",\"reason\":\"\",\"sources\":[\"SRC\"]},",
            "{\"code\":\"\",\"action\":\"CLINICIAN\",\"reason\":\"\",\"sources\":[]},{\"id\":\"");

    /** As far back as the format can refer, less what it needs for itself. */
    private static final int LONGEST = (32 << 10) - 262;

    /** For whoever has few documents. */
    static final Packing OF_FEW = new Packing(0, List.of());

    private final int count;
    private final byte[] known;

    /** For {@code count} documents like the samples. */
    Packing(int count, List<String> samples) {
        this.count = count;
        byte[] all = (String.join("", samples) + WORDS).getBytes(StandardCharsets.UTF_8);
        this.known = Arrays.copyOfRange(all, Math.max(0, all.length - LONGEST), all.length);
    }

    /** For how many documents it was made. */
    int count() {
        return count;
    }

    byte[] pack(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Deflater deflater = new Deflater();
        try {
            deflater.setDictionary(known);
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
            byte[] buffer = new byte[4096];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    String unpack(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 6);
            byte[] buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 && inflater.needsDictionary()) {
                    inflater.setDictionary(known);
                } else if (read == 0 && !inflater.finished()) {
                    throw new IllegalStateException("a packed document ends too early");
                }
                out.write(buffer, 0, read);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException(e);
        } finally {
            inflater.end();
        }
    }
}

package io.limber.catalog.search;

import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria.Order;
import io.limber.kit.problem.ProblemException;
import java.util.HexFormat;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Where a page ended: what its last item was sorted by, and its id.
 *
 * @param order of the list it is in
 * @param key text form of the value it was sorted by; empty when it was by id
 */
public record Place(String order, String key, String id) {
    private static final String BETWEEN = "|";

    /** As one word, to go on from. */
    public String text() {
        return String.join(BETWEEN, order, key, id);
    }

    /**
     * @throws ProblemException 400 when it is none that a page in this order ended with
     */
    public static Place parse(String text, Order order, Language language) {
        String[] parts = text.split("\\|", 3);
        if (parts.length == 3 && parts[0].equals(name(order, language))) {
            Place place = new Place(parts[0], parts[1], parts[2]);
            try {
                var unused = place.fields(order);
                return place;
            } catch (IllegalArgumentException e) {
                // falls through: not made by us
            }
        }
        throw ProblemException.field("cursor", "is of a list in another order; leave it out to begin anew");
    }

    static Place of(FieldDoc last, Order order, Language language) {
        Object value = last.fields[0];
        String key = switch (order) {
            case RELEVANCE -> Integer.toHexString(Float.floatToIntBits((Float) value));
            case NAME -> HexFormat.of().formatHex(bytes((BytesRef) value));
            case SECONDS -> value.toString();
            case ID -> "";
        };
        return new Place(name(order, language), key, ((BytesRef) last.fields[last.fields.length - 1]).utf8ToString());
    }

    /** Names are in another order in each language. */
    private static String name(Order order, Language language) {
        return switch (order) {
            case RELEVANCE -> "relevance";
            case NAME -> "name." + language.code();
            case SECONDS -> "seconds";
            case ID -> "id";
        };
    }

    /** As the index compares it. */
    Object[] fields(Order by) {
        BytesRef own = new BytesRef(id);
        return switch (by) {
            case RELEVANCE -> new Object[] {Float.intBitsToFloat(Integer.parseUnsignedInt(key, 16)), own};
            case NAME -> new Object[] {new BytesRef(HexFormat.of().parseHex(key)), own};
            case SECONDS -> new Object[] {Integer.valueOf(key), own};
            case ID -> {
                if (!key.isEmpty()) {
                    throw new IllegalArgumentException("by id there is no key");
                }
                yield new Object[] {own};
            }
        };
    }

    private static byte[] bytes(BytesRef ref) {
        return BytesRef.deepCopyOf(ref).bytes;
    }
}

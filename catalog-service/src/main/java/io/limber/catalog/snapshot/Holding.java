package io.limber.catalog.snapshot;

import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.stretch.Stretch;
import java.util.Optional;

/**
 * A stretch that is or was published.
 *
 * @param retired no longer offered; its id still leads here
 * @param replacedBy of a retired one, what to do instead
 */
record Holding(String id, boolean retired, Optional<String> replacedBy, Document document) {
    /** The stretch itself, at hand or packed. */
    sealed interface Document {
        Stretch stretch();
    }

    /** At hand: for the few that everybody reads. */
    record Parsed(Stretch stretch) implements Document {}

    /** Packed to a third and less: for the many that one tenant may have. */
    record Packed(Packing packing, byte[] bytes) implements Document {
        static Packed of(Packing packing, String json) {
            return new Packed(packing, packing.pack(json));
        }

        @Override
        public Stretch stretch() {
            return DocumentJson.read(DocumentJson.parse(packing.unpack(bytes)), Stretch.class);
        }

        @Override
        public String toString() {
            return "Packed[" + bytes.length + " bytes]";
        }
    }

    Stretch stretch() {
        return document.stretch();
    }
}

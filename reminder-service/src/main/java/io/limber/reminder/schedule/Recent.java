package io.limber.reminder.schedule;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was made of bytes lately, so that equal bytes need not be understood again. Bounded by the bytes remembered: those
 * used longest ago go first. For one thread.
 *
 * @param <V> what is made of them
 */
final class Recent<V> {
    private final Map<ByteBuffer, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final int mostBytes;
    private int bytes;

    Recent(int mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Nullable
    V find(ByteBuffer key) {
        return values.get(key);
    }

    /** A copy of the bytes is kept; what is larger than a sixteenth of all is not. */
    void keep(ByteBuffer key, V value) {
        if (key.remaining() > mostBytes / 16) {
            return;
        }
        byte[] own = new byte[key.remaining()];
        key.duplicate().get(own);
        if (values.put(ByteBuffer.wrap(own), value) == null) {
            bytes += own.length;
        }
        var eldest = values.entrySet().iterator();
        while (bytes > mostBytes) {
            bytes -= eldest.next().getKey().remaining();
            eldest.remove();
        }
    }

    int size() {
        return values.size();
    }
}

/** CloudEvents on Kafka: encoding, decoding, dead letters, patient batches. */
@NullMarked
package io.limber.kit.events;

import org.jspecify.annotations.NullMarked;

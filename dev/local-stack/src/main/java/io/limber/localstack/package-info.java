/** A real PostgreSQL and a real Kafka without Docker, the sinks, and the launcher of the three services. */
@NullMarked
package io.limber.localstack;

import org.jspecify.annotations.NullMarked;

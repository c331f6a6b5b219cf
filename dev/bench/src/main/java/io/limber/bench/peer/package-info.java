/** Other ways to send what is due, each in a process of its own on the same PostgreSQL and the same Kafka. */
@NullMarked
package io.limber.bench.peer;

import org.jspecify.annotations.NullMarked;

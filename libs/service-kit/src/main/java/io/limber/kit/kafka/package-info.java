/** Topics and the broker's health. */
@NullMarked
package io.limber.kit.kafka;

import org.jspecify.annotations.NullMarked;

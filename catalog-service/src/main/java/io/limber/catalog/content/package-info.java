/** From the files under {@code content/} to the tables and the topic, and what has to be right on the way. */
@NullMarked
package io.limber.catalog.content;

import org.jspecify.annotations.NullMarked;

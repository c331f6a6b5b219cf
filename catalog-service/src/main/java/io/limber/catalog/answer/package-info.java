/** Answers as the bytes that are sent. */
@NullMarked
package io.limber.catalog.answer;

import org.jspecify.annotations.NullMarked;

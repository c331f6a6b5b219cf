/** Answers that a client may keep and ask about again, and queries read to the letter. */
@NullMarked
package io.limber.catalog.answer;

import org.jspecify.annotations.NullMarked;

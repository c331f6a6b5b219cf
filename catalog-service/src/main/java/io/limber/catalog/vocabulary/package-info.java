/** The codes that stretches and filters use, with words for people. */
@NullMarked
package io.limber.catalog.vocabulary;

import org.jspecify.annotations.NullMarked;

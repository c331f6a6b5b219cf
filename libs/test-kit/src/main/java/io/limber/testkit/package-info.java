/** What every module's tests need: real servers, tokens, a clock that can be set, readers, architecture rules. */
@NullMarked
package io.limber.testkit;

import org.jspecify.annotations.NullMarked;

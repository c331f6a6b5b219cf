package io.limber.catalog.content;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** The content cannot be loaded, and the service does not start on it. Names every file and field at fault. */
public class BrokenContent extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    BrokenContent(List<Mistake> mistakes) {
        super(mistakes.stream()
                .map(Mistake::toString)
                .collect(Collectors.joining("\n  ", "The content of the catalogue is broken:\n  ", "")));
        this.mistakes = List.copyOf(mistakes);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}

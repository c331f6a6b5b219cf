package io.limber.contracts;

/**
 * A condition that speaks against a stretch.
 *
 * @param code of the vocabulary {@code contraindications}, for example {@code RADICULOPATHY}
 * @param action what follows for a person with the condition
 * @param reason one sentence a person can read
 */
public record Contraindication(String code, Action action, String reason) {
    /** What a condition asks for. */
    public enum Action {
        /** Not for this person. */
        AVOID,
        /** In a changed form only; the reason says which. */
        MODIFY,
        /** Only after a clinician agreed. */
        CLINICIAN
    }
}

package io.limber.routine.person;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that Limber knows of a person; replaces what it knew before. */
@Schema(examples = """
        {"zone": "Europe/Berlin", "locale": "en", "exclusions": ["KNEE_INJURY"]}""")
public record DescribePerson(
        @Schema(
                description = "IANA region in whose wall time schedules are read; offsets are refused.",
                examples = "Europe/Berlin")
        @NotBlank
        String zone,

        @Schema(description = "BCP 47 language tag.", examples = "en") @NotBlank @Size(max = 35)
        String locale,

        @Schema(description = "Conditions, as codes of the vocabulary 'contraindications'. None when left out.")
        @Size(max = 100)
        @Nullable
        List<@NotNull String> exclusions) {
    /** Without the health data. */
    @Override
    public String toString() {
        return "DescribePerson[zone=" + zone + ", locale=" + locale + "]";
    }
}

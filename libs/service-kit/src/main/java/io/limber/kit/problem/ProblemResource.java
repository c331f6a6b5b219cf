package io.limber.kit.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a problem's {@code type} leads. The same in every service. */
@Path("/problems")
@PermitAll
public class ProblemResource {
    private final ProblemPages pages;

    ProblemResource(ProblemPages pages) {
        this.pages = pages;
    }

    @GET
    @Path("/{code}")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Operation(hidden = true)
    public String explain(@PathParam("code") String code) {
        return pages.find(code)
                .map(section -> code + "\n\n" + section + "\n")
                .orElseThrow(() -> ProblemException.notFound("problem", code));
    }
}

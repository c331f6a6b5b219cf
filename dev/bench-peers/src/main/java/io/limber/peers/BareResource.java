package io.limber.peers;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends the bytes of a file, kept in memory, from the event loop: no token, no tenant, no tag. What Quarkus can do at best. */
@Path("/bare")
@ApplicationScoped
public class BareResource {
    private final java.nio.file.Path folder;
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();

    BareResource(@ConfigProperty(name = "peers.answers") String folder) {
        this.folder = java.nio.file.Path.of(folder);
    }

    @GET
    @Path("/{name}")
    @Produces(MediaType.APPLICATION_JSON)
    @NonBlocking
    public byte[] answer(@PathParam("name") String name) {
        return answers.computeIfAbsent(name, this::read);
    }

    private byte[] read(String name) {
        if (!name.matches("[a-z]+")) {
            throw new NotFoundException();
        }
        try {
            return Files.readAllBytes(folder.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

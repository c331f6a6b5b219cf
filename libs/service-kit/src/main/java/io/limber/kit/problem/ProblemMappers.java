package io.limber.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.limber.kit.http.Trace;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where an exception becomes an answer. No exception's text is shown unless it was written for callers. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @Inject
    Trace trace;

    @ServerExceptionMapper
    public Response problem(ProblemException e) {
        return answer(Problem.of(e.code(), e.getMessage(), e.errors(), trace.id(), e.extensions()));
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
        return answer(Problem.of(CommonProblem.VALIDATION_FAILED, null, errors, trace.id()));
    }

    @ServerExceptionMapper
    public Response json(MismatchedInputException e) {
        return problem(JsonMistake.explain(e));
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return problem(JsonMistake.explain(e));
    }

    @ServerExceptionMapper
    public Response unauthenticated(UnauthorizedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response unauthenticated(AuthenticationFailedException e) {
        return unauthenticated();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return answer(Problem.of(
                CommonProblem.MISSING_SCOPE,
                "Ask for a token whose scope covers this call; the API description names it.",
                List.of(),
                trace.id()));
    }

    @ServerExceptionMapper
    public Response concurrent(OptimisticLockException e) {
        return answer(Problem.of(CommonProblem.CONCURRENT_CHANGE, null, List.of(), trace.id()));
    }

    @ServerExceptionMapper
    public Response rolledBack(RollbackException e) {
        return e.getCause() instanceof OptimisticLockException lock ? concurrent(lock) : unexpected(e);
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return problem(JsonMistake.explain(json));
        }
        if (e.getCause() instanceof NumberFormatException) {
            // A query parameter that is no number; the framework takes it for a path that does not exist.
            return answer(Problem.of(
                    CommonProblem.INVALID_VALUE,
                    "A parameter that must be a whole number is none.",
                    List.of(),
                    trace.id()));
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> forbidden(new ForbiddenException());
            case 404 -> plain(CommonProblem.NOT_FOUND);
            case 405 -> plain(CommonProblem.METHOD_NOT_ALLOWED);
            case 406 -> plain(CommonProblem.NOT_ACCEPTABLE);
            case 413 -> plain(CommonProblem.BODY_TOO_LARGE);
            case 415 -> plain(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
            case 503 -> plain(CommonProblem.UNAVAILABLE);
            default -> {
                if (status >= 500) {
                    yield unexpected(e);
                }
                yield status >= 400 ? plain(CommonProblem.BAD_REQUEST) : e.getResponse();
            }
        };
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        LOG.errorf(e, "Request failed: traceId=%s", trace.id());
        return plain(CommonProblem.INTERNAL);
    }

    private Response unauthenticated() {
        Problem problem = Problem.of(
                CommonProblem.UNAUTHENTICATED,
                "The token is missing, malformed, expired or signed by a key that is not trusted here.",
                List.of(),
                trace.id());
        return Response.fromResponse(answer(problem))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private Response plain(CommonProblem code) {
        return answer(Problem.of(code, null, List.of(), trace.id()));
    }

    private static Response answer(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(problem);
        if (problem.status() == 503 || problem.status() == 429) {
            Map<String, Object> extensions = problem.extensions();
            response.header(HttpHeaders.RETRY_AFTER, extensions.getOrDefault("retryAfterSeconds", 5));
        }
        if (problem.status() == CommonProblem.BODY_TOO_LARGE.status()) {
            // The rest of the body may still be on its way, and would be taken for the next request.
            response.header("Connection", "close");
        }
        return response.build();
    }

    /** The path below the method's parameter: {@code create.command.items[0].stretchId} is {@code /items/0/stretchId}. */
    private static String pointer(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, CROSS_PARAMETER, RETURN_VALUE -> {}
                case PARAMETER -> parameter = node.getName();
                case BEAN, PROPERTY, CONTAINER_ELEMENT -> {
                    if (node.getIndex() != null) {
                        steps.add(node.getIndex().toString());
                    }
                    if (node.getName() != null && !node.getName().startsWith("<")) {
                        steps.add(node.getName());
                    }
                }
            }
        }
        return steps.isEmpty() ? parameter : "/" + String.join("/", steps);
    }
}

package io.limber.kit.problem;

/** The mistakes any service can meet. */
public enum CommonProblem implements ProblemCode {
    MALFORMED_JSON("malformed-json", 400, "The body is not valid JSON."),
    UNKNOWN_FIELD("unknown-field", 400, "The body has a field that does not exist."),
    INVALID_VALUE("invalid-value", 400, "A value is not of the kind or range it must be."),
    VALIDATION_FAILED("validation-failed", 400, "Some fields need to be corrected."),
    INVALID_CURSOR("invalid-cursor", 400, "The cursor is not one this list gave out."),
    BAD_REQUEST("bad-request", 400, "The request cannot be understood."),
    UNAUTHENTICATED("unauthenticated", 401, "A valid bearer token is needed."),
    MISSING_SCOPE("missing-scope", 403, "The token does not allow this call."),
    MISSING_TENANT("missing-tenant", 403, "The token names no tenant."),
    NOT_FOUND("not-found", 404, "There is nothing here."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not available here."),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types is available."),
    CONCURRENT_CHANGE("concurrent-change", 409, "Somebody else changed it at the same time; read it and try again."),
    IDEMPOTENCY_IN_PROGRESS("idempotency-in-progress", 409, "A request with this Idempotency-Key is still running."),
    STALE_VERSION("stale-version", 412, "It has changed since you read it."),
    BODY_TOO_LARGE("body-too-large", 413, "The body is larger than allowed."),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "Send the body as application/json."),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "This Idempotency-Key was used for another request."),
    PRECONDITION_REQUIRED("precondition-required", 428, "Send If-Match with the ETag you read."),
    INTERNAL("internal", 500, "Something went wrong on our side."),
    UNAVAILABLE("unavailable", 503, "A part this call needs is not available right now.");

    private final String code;
    private final int status;
    private final String title;

    CommonProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}

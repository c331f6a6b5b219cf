package io.limber.catalog.editing;

import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what was noted of changes. */
@ApplicationScoped
public class AuditTrail {
    private final Audit audit;

    AuditTrail(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    List<Audit.Entry> read(TenantId tenant, Optional<String> subject, Optional<UUID> after, int most) {
        return audit.list(tenant, subject, after, most);
    }
}

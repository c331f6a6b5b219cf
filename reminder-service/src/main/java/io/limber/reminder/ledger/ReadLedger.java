package io.limber.reminder.ledger;

import io.limber.kit.http.Page;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads a tenant's ledger. */
@ApplicationScoped
public class ReadLedger {
    private final LedgerRepository ledger;

    ReadLedger(LedgerRepository ledger) {
        this.ledger = ledger;
    }

    /** Days on which something was due; a range has few, so they are one page. */
    @Transactional
    public Page<LedgerDay> of(TenantId tenant, LedgerRange range) {
        return new Page<>(ledger.days(tenant, range.from(), range.until()), null);
    }
}

package io.limber.reminder.delivery;

import io.limber.kit.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Acts for the tenant of a shipment; the transaction inside begins when the tenant is known. */
@ApplicationScoped
class Settlement {
    private final CurrentTenant tenant;
    private final SettleDelivery useCase;

    Settlement(CurrentTenant tenant, SettleDelivery useCase) {
        this.tenant = tenant;
        this.useCase = useCase;
    }

    @ActivateRequestContext
    boolean settle(Shipment shipment, Outcome outcome) {
        tenant.actFor(shipment.tenant());
        return useCase.settle(shipment, outcome);
    }
}

package io.limber.kit.tenancy;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.RequestScoped;

/** The first wall: the tenant that Hibernate's discriminator filters by and fills in. */
@PersistenceUnitExtension
@RequestScoped
public class HibernateTenant implements TenantResolver {
    private static final String NOBODY = "";

    private final CurrentTenant tenant;

    HibernateTenant(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @Override
    public String getDefaultTenantId() {
        return NOBODY;
    }

    @Override
    public String resolveTenantId() {
        return tenant.find().map(TenantId::value).orElse(NOBODY);
    }
}

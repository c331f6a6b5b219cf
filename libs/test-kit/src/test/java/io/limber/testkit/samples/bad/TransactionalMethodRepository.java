package io.limber.testkit.samples.bad;

import jakarta.transaction.Transactional;

class TransactionalMethodRepository {

    @Transactional
    void save() {}
}

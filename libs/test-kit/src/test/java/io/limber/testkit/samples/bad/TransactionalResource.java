package io.limber.testkit.samples.bad;

import jakarta.transaction.Transactional;

@Transactional
class TransactionalResource {}

package io.limber.reminder;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What reminder-service needs beside database, Kafka and token key: a mail server, and keys of its own. */
public class ReminderTestResource implements QuarkusTestResourceLifecycleManager {
    /** 32 bytes each, for tests only. */
    public static final String LINKS_KEY = "bGlua3MtbGlua3MtbGlua3MtbGlua3MtbGlua3MtMDE=";

    public static final String SECRETS_KEY = "c2VjcmV0cy1zZWNyZXRzLXNlY3JldHMtc2VjcmV0czE=";

    private final GreenMail mail = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @Override
    public Map<String, String> start() {
        mail.start();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", Integer.toString(mail.getSmtp().getPort()),
                "quarkus.mailer.from", "Limber <reminders@limber.test>",
                "limber.links.base-url", "https://limber.test",
                "limber.links.key", LINKS_KEY,
                "limber.secrets.key", SECRETS_KEY,
                "limber.webhooks.allowed-private-hosts", "127.0.0.1",
                "limber.webhooks.timeout", "PT2S");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
    }

    @Override
    public void stop() {
        mail.stop();
    }
}

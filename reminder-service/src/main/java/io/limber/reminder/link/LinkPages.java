package io.limber.reminder.link;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages behind a link; templates escape whatever they show. */
@CheckedTemplate(basePath = "LinkPages")
final class LinkPages {
    private LinkPages() {}

    static native TemplateInstance reminder(ReminderPage page);

    static native TemplateInstance message(MessagePage page);

    /** A page that only says something. */
    record MessagePage(String title, String text) {
        public String css() {
            return PageStyle.CSS;
        }
    }
}

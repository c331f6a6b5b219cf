package io.limber.catalog.content;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Loads the packaged content before the first request. On content that changed under an old revision the service does not start. */
@ApplicationScoped
class ContentStart {
    private static final Logger LOG = Logger.getLogger(ContentStart.class);

    private final ContentLoad load;

    ContentStart(ContentLoad load) {
        this.load = load;
    }

    void onStart(@Observes StartupEvent event) {
        ContentLoad.Loaded loaded = load.load(BuiltContent.packaged());
        LOG.infof("Content loaded: documents=%d retired=%d", loaded.documents(), loaded.retired());
    }
}

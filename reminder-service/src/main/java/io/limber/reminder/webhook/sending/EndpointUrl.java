package io.limber.reminder.webhook.sending;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a webhook may be sent, as far as its URL alone tells. What the host's name resolves to is checked at each send, on
 * the address that is then connected to, because names change what they point to.
 */
public record EndpointUrl(URI uri) {
    private static final int LONGEST = 2048;
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /** Why a URL is refused, in words for the caller. */
    public sealed interface Verdict {
        record Fine(EndpointUrl url) implements Verdict {}

        record Refused(String why) implements Verdict {}
    }

    public static Verdict check(String text, Set<String> allowedPrivateHosts) {
        if (text.length() > LONGEST) {
            return new Verdict.Refused("has at most " + LONGEST + " characters");
        }
        try {
            return check(new URI(text.strip()), allowedPrivateHosts);
        } catch (URISyntaxException e) {
            return new Verdict.Refused("must be a URL such as https://example.com/hooks/limber");
        }
    }

    private static Verdict check(URI uri, Set<String> allowedPrivateHosts) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost();
        if (host == null || !(scheme.equals("https") || scheme.equals("http"))) {
            return new Verdict.Refused("must be a URL such as https://example.com/hooks/limber");
        }
        boolean allowed = allowedPrivateHosts.contains(plain(host));
        if (!scheme.equals("https") && !allowed) {
            return new Verdict.Refused("must begin with https://");
        }
        if (uri.getRawUserInfo() != null) {
            return new Verdict.Refused("must not hold a user name or password; receivers check the signature instead");
        }
        if (uri.getRawFragment() != null) {
            return new Verdict.Refused("must not hold a fragment (#...)");
        }
        if (uri.getPort() == 0 || uri.getPort() > 65_535) {
            return new Verdict.Refused("has a port that does not exist");
        }
        if (!allowed
                && literal(host)
                        .filter(address -> !AddressGuard.isPublic(address))
                        .isPresent()) {
            return new Verdict.Refused("must name a host on the public Internet");
        }
        return new Verdict.Fine(new EndpointUrl(uri));
    }

    /** Lower case, without the brackets of an IPv6 literal. */
    public String host() {
        return plain(uri.getHost());
    }

    boolean tls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    int port() {
        return uri.getPort() > 0 ? uri.getPort() : tls() ? 443 : 80;
    }

    /** Path and query as they go on the request line. */
    String requestUri() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
    }

    private static Optional<InetAddress> literal(String host) {
        if (!host.startsWith("[") && !V4.matcher(host).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}

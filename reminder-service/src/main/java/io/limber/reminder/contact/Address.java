package io.limber.reminder.contact;

import io.limber.kit.problem.ProblemException;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a channel reaches a person. Personal data: {@link Object#toString} masks it and it is never logged. */
public sealed interface Address {

    /** As the channel needs it. */
    String value();

    /**
     * @throws ProblemException when it has not the channel's form
     */
    static Address of(Channel channel, String value) {
        return switch (channel) {
            case EMAIL ->
                Email.parse(value)
                        .orElseThrow(() -> ProblemException.field(
                                "/address", "must be an e-mail address such as name@example.com"));
        };
    }

    /**
     * An e-mail address in the form that mail servers accept in practice: RFC 5321 §4.1.2 without quoted local parts,
     * address literals and comments. International domains become their ASCII form (RFC 5890).
     */
    record Email(String value) implements Address {
        private static final int LONGEST = 254;
        private static final int LONGEST_LOCAL = 64;
        private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
        private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
        private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

        static Optional<Email> parse(String text) {
            String address = text.strip();
            int at = address.lastIndexOf('@');
            if (at < 1 || at > LONGEST_LOCAL || address.length() > LONGEST) {
                return Optional.empty();
            }
            String local = address.substring(0, at);
            String domain = ascii(address.substring(at + 1));
            return LOCAL.matcher(local).matches() && DOMAIN.matcher(domain).matches()
                    ? Optional.of(new Email(local + "@" + domain))
                    : Optional.empty();
        }

        private static String ascii(String domain) {
            try {
                return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }

        @Override
        public String toString() {
            return "***@***";
        }
    }
}

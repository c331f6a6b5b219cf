package io.limber.reminder.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * The look of the pages, inline so that a page is one request and nothing is loaded from elsewhere. The policy allows
 * exactly this text by its hash.
 */
final class PageStyle {
    /** Contrast is at least 7:1 for text in both colour schemes (WCAG 2.2 AAA). */
    static final String CSS = """
            :root{color-scheme:light dark;--ink:#1b2420;--soft:#45524c;--paper:#ffffff;--ground:#f2f6f3;--line:#a9b8af;\
            --accent:#0b5138;--on-accent:#ffffff;--good:#e3f2e9;--bad:#fdecea;--bad-ink:#7a1410}
            @media (prefers-color-scheme:dark){:root{--ink:#eef4f0;--soft:#c3d0c9;--paper:#18211d;--ground:#0f1613;\
            --line:#5c6c63;--accent:#8fdcb7;--on-accent:#07231a;--good:#16382a;--bad:#3d1614;--bad-ink:#ffc9c4}}
            *{box-sizing:border-box}
            body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif}
            main{max-width:36rem;margin:0 auto;padding:1.5rem 1rem 3rem}
            .brand{font-weight:700;letter-spacing:.04em;color:var(--accent);margin:0 0 1rem}
            .card{background:var(--paper);border:1px solid var(--line);border-radius:.9rem;padding:1.25rem;margin:0 0 1rem}
            h1{font-size:1.65rem;line-height:1.2;margin:0 0 .35rem;overflow-wrap:anywhere}
            h2{font-size:1.2rem;margin:0 0 .75rem}
            p{margin:0 0 .75rem}
            .meta{color:var(--soft)}
            ol{margin:0;padding:0;list-style:none;counter-reset:step}
            ol li{counter-increment:step;display:flex;gap:.75rem;align-items:baseline;padding:.55rem 0;\
            border-top:1px solid var(--line)}
            ol li:first-child{border-top:0}
            ol li::before{content:counter(step);font-weight:700;color:var(--accent);min-width:1.2rem}
            ol .name{flex:1;overflow-wrap:anywhere}
            ol .time{color:var(--soft);white-space:nowrap}
            form{margin:0}
            form+form{border-top:1px solid var(--line);margin-top:1rem;padding-top:1rem}
            .row{display:flex;gap:.6rem;align-items:flex-end;flex-wrap:wrap}
            .field{flex:1 1 11rem}
            label{display:block;font-weight:600;margin:0 0 .3rem}
            select,button{font:inherit;min-height:3rem;border-radius:.6rem;border:2px solid var(--accent);padding:.5rem .9rem;\
            width:100%}
            select{background:var(--paper);color:var(--ink)}
            button{background:var(--paper);color:var(--accent);font-weight:700;cursor:pointer;flex:1 1 9rem;width:auto}
            button.main{background:var(--accent);color:var(--on-accent);width:100%}
            :focus-visible{outline:3px solid var(--ink);outline-offset:3px}
            .note{border-left:.4rem solid var(--accent);background:var(--good);border-radius:.5rem;padding:.9rem 1rem;\
            margin:0 0 1rem}
            .note.bad{border-color:var(--bad-ink);background:var(--bad);color:var(--bad-ink)}
            .note p:last-child{margin:0}
            """;

    /** {@code 'sha256-...'}. */
    static final String HASH = hash();

    private PageStyle() {}

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(CSS.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

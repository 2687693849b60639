package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.DeleteSsoView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.JitForm;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.SsoForm;
import dev.latchkey.adapter.web.page.view.SsoView;
import dev.latchkey.adapter.web.page.view.View;
import dev.latchkey.adapter.web.page.view.Viewer;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.sso.CallbackMode;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The single sign-on settings in the states people meet. */
final class SsoSamples {
  private static final OrganizationFrame ACME =
      new OrganizationFrame("01KA2P7X9QJ4T8V0M6ZC3E5R1D", "Acme", "acme", Role.OWNER);
  private static final SsoView.Addresses ADDRESSES = new SsoView.Addresses(
      URI.create("https://sso.example.com/api/auth/sso/callback"),
      URI.create("https://sso.example.com/api/auth/sso/callback"),
      URI.create("https://sso.example.com/api/auth/sso/acme/callback"), URI.create("https://app.acme.example"));
  private static final JitForm JIT = new JitForm(true, Field.of("agent"), Field.of("acme.example"));

  private SsoSamples() {}

  static Map<String, View> views(Viewer viewer, Instant now) {
    Map<String, View> views = new LinkedHashMap<>();
    SsoForm empty = new SsoForm(Field.of("okta"), Field.empty(), Field.empty(), Field.empty(),
        SsoForm.Stored.NONE, null);
    SsoForm filled = new SsoForm(Field.of("oidc"), Field.of("https://login.acme.example"), Field.of("latchkey"),
        Field.empty(), SsoForm.Stored.KEPT, null);
    SsoForm lost = new SsoForm(filled.provider(), filled.issuerUrl(), filled.clientId(), Field.empty(),
        SsoForm.Stored.LOST, null);
    SsoForm wrong = new SsoForm(Field.wrong("", "Choose."), Field.wrong("acme", "That is not a URL."),
        Field.wrong("", "Enter the client ID."), Field.wrong("hidden", "Enter the secret."),
        SsoForm.Stored.KEPT, null);
    SsoView.Connected fresh = new SsoView.Connected("oidc", "https://login.acme.example", "latchkey",
        CallbackMode.SHARED, 1, now, null, null);
    SsoView.Connected proven = new SsoView.Connected("azure", "https://login.acme.example", "latchkey",
        CallbackMode.DEDICATED, 2, now.minusSeconds(9000), now.minusSeconds(60), now.minusSeconds(600));
    views.put("sso-unset", new SsoView(viewer, ACME, true, null, false, null, empty, JIT, ADDRESSES, null));
    views.put("sso-connected", new SsoView(viewer, ACME, true, "/reauthenticate", false, fresh, filled, JIT, ADDRESSES,
        null));
    views.put("sso-secret-lost", new SsoView(viewer, ACME, true, null, true, proven, lost, JIT, ADDRESSES, null));
    views.put("sso-enforced", new SsoView(viewer, ACME, true, null, true, proven, filled, JIT, ADDRESSES, null));
    views.put("sso-wrong", new SsoView(viewer, ACME, true, null, false, null, wrong, JIT, ADDRESSES, null));
    views.put("sso-jit-wrong", new SsoView(viewer, ACME, true, null, false, fresh, filled,
        new JitForm(false, Field.wrong("owner", "Nobody becomes an owner."), Field.wrong("a b", "No.")), ADDRESSES,
        null));
    views.put("sso-tested", new SsoView(viewer, ACME, true, null, false, fresh, filled, JIT, ADDRESSES,
        new SsoView.Tested(List.of(), List.of("sso.note.mixUp", "sso.note.pkce", "sso.note.signOut"))));
    SsoView.Connected google = new SsoView.Connected("google", "https://accounts.google.com", "latchkey",
        CallbackMode.SHARED, 1, now, null, null);
    views.put("sso-google", new SsoView(viewer, ACME, true, null, false, google, filled, JIT, ADDRESSES,
        new SsoView.Tested(List.of(), List.of("sso.note.google"))));
    views.put("sso-tested-bad", new SsoView(viewer, ACME, true, null, false, fresh, filled, JIT, ADDRESSES,
        new SsoView.Tested(List.of(new SsoView.Problem("NOT_JSON", "The answer is no JSON.", "Look at it."),
            new SsoView.Problem("NO_KEYS", "There are no keys.", "Publish one.")), List.of())));
    views.put("sso-read", new SsoView(viewer, ACME, false, null, false, proven, filled, JIT, ADDRESSES, null));
    views.put("sso-read-unset", new SsoView(viewer, ACME, false, null, false, null, empty, JIT, ADDRESSES, null));
    views.put("sso-delete", new DeleteSsoView(viewer, ACME, "https://login.acme.example", now.minusSeconds(60)));
    views.put("sso-delete-unused", new DeleteSsoView(viewer, ACME, "https://login.acme.example", null));
    return views;
  }
}

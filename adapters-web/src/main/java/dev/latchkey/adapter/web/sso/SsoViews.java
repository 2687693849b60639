package dev.latchkey.adapter.web.sso;

import dev.latchkey.adapter.web.mfa.ReauthenticatePage;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.JitForm;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.SsoForm;
import dev.latchkey.adapter.web.page.view.SsoView;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.adapter.web.settings.WebSettings;
import dev.latchkey.application.sso.ReadSso;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.organization.Organization;
import dev.latchkey.domain.policy.FreshProof;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.sso.CallbackAddresses;
import dev.latchkey.domain.sso.CallbackMode;
import dev.latchkey.domain.sso.JitSettings;
import dev.latchkey.domain.sso.SsoConnection;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of the single sign-on settings out of what is stored; forms that come back take the place of theirs. */
final class SsoViews {
  private final WebSettings settings;
  private final CallbackAddresses addresses;

  SsoViews(WebSettings settings) {
    this.settings = settings;
    this.addresses = new CallbackAddresses(settings.ownUrl(""));
  }

  SsoView of(Visit visit, ReadSso.Outcome.Found found, Instant now) {
    return of(visit, found, now, form(found), jit(found.jit()), null);
  }

  SsoView of(Visit visit, ReadSso.Outcome.Found found, Instant now, SsoForm form, JitForm jit,
      SsoView.@Nullable Tested tested) {
    Organization organization = found.place().organization();
    boolean changeable = Permission.CHANGE_SETTINGS.isGrantedTo(found.place().membership().role());
    boolean stale = changeable && !FreshProof.isGiven(visit.session().signedIn(), organization, now);
    return new SsoView(Pages.viewer(visit), OrganizationFrame.of(found.place()), changeable,
        stale ? ReauthenticatePage.before(OrganizationSection.SSO.path(organization.slug().value())) : null,
        organization.requirement().demandsSso(), found.connection().map(SsoViews::connected).orElse(null), form, jit,
        addresses(organization, found.connection()), tested);
  }

  static SsoForm form(ReadSso.Outcome.Found found) {
    return found.connection().map(SsoConnection::client)
        .map(client -> new SsoForm(Field.of(SsoInput.word(client.provider())), Field.of(client.issuer().value()),
            Field.of(client.clientId().value()), Field.empty(), stored(found), null))
        .orElseGet(() -> new SsoForm(Field.of(SsoForm.PROVIDERS.getFirst()), Field.empty(), Field.empty(),
            Field.empty(), stored(found), null));
  }

  static SsoForm.Stored stored(ReadSso.Outcome.Found found) {
    return found.connection().map(it -> it.client().secret().isPresent() ? SsoForm.Stored.KEPT : SsoForm.Stored.LOST)
        .orElse(SsoForm.Stored.NONE);
  }

  static JitForm jit(JitSettings jit) {
    return new JitForm(jit.enabled(), Field.of(SsoInput.word(jit.defaultRole())), Field.of(
        jit.allowedDomains().stream().map(DomainName::readable).collect(Collectors.joining(" "))));
  }

  private static SsoView.Connected connected(SsoConnection it) {
    return new SsoView.Connected(SsoInput.word(it.client().provider()), it.client().issuer().value(),
        it.client().clientId().value(), it.callback(), it.version(), it.changedAt(), it.lastSignInAt().orElse(null),
        it.ownerProvenAt().orElse(null));
  }

  private SsoView.Addresses addresses(Organization organization, Optional<SsoConnection> connection) {
    CallbackMode mode = connection.map(SsoConnection::callback).orElse(CallbackMode.SHARED);
    return new SsoView.Addresses(addresses.of(mode, organization.slug()), addresses.shared(),
        addresses.dedicated(organization.slug()), settings.appUrl());
  }
}

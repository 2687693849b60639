package dev.latchkey.application.federation;

import dev.latchkey.application.mail.MailDispatch;
import dev.latchkey.application.organization.Organizations;
import dev.latchkey.domain.account.User;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailContent.IdentityChanged.What;
import dev.latchkey.domain.mail.MailContent.SocialIdentityChanged;
import dev.latchkey.domain.organization.OrganizationId;
import dev.latchkey.domain.social.SocialProvider;
import java.time.Duration;
import java.time.InstantSource;

/** Tells the owners of accounts by mail what leads into them now and what does not any more, inside the unit of work. */
public final class IdentityNotices {
  private static final Duration WORTH_TELLING = Duration.ofDays(2);

  private final Organizations organizations;
  private final MailDispatch mail;
  private final InstantSource clock;

  public IdentityNotices(Organizations organizations, MailDispatch mail, InstantSource clock) {
    this.organizations = organizations;
    this.mail = mail;
    this.clock = clock;
  }

  void linked(User user, OrganizationId organization) {
    tell(user, organization, What.IDENTITY_LINKED);
  }

  void unlinked(User user, OrganizationId organization) {
    tell(user, organization, What.IDENTITY_UNLINKED);
  }

  public void linked(User user, SocialProvider provider) {
    tell(user, provider, SocialIdentityChanged.Linking.SOCIAL_LINKED);
  }

  void unlinked(User user, SocialProvider provider) {
    tell(user, provider, SocialIdentityChanged.Linking.SOCIAL_UNLINKED);
  }

  private void tell(User user, SocialProvider provider, SocialIdentityChanged.Linking linking) {
    mail.send(new SocialIdentityChanged(user.email(), user.name(), provider, linking, user.locale(),
        clock.instant().plus(WORTH_TELLING)));
  }

  private void tell(User user, OrganizationId organization, What what) {
    organizations.find(organization).ifPresent(it -> mail.send(new MailContent.IdentityChanged(user.email(),
        user.name(), it.name(), what, user.locale(), clock.instant().plus(WORTH_TELLING))));
  }
}

package dev.latchkey.domain.mail;

import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.organization.Slug;
import dev.latchkey.domain.social.SocialProvider;
import java.time.Instant;
import java.util.Locale;

/** What Latchkey has to say to a person; how it is worded and laid out is decided where it is written. */
public sealed interface MailContent {
  EmailAddress to();

  Locale locale();

  /** After this moment the mail is not worth sending any more. */
  Instant worthlessAfter();

  /** The code that proves the address of a sign-up. */
  record SignUpCode(EmailAddress to, PersonName name, MailedCode code, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody, probably the owner, signed up with an address that has an account already. */
  record AlreadyRegistered(EmailAddress to, Locale locale, Instant worthlessAfter) implements MailContent {}

  /** The code that allows a new password. */
  record PasswordResetCode(EmailAddress to, PersonName name, MailedCode code, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody asked for a new password for an account that has none; it tells how to sign in instead. */
  record NoPasswordToReset(EmailAddress to, PersonName name, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** The password was changed, in case it was somebody else. */
  record PasswordChanged(EmailAddress to, PersonName name, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** An authenticator app or a passkey came or went, or a first password came, in case it was somebody else. */
  record AuthenticatorChanged(EmailAddress to, PersonName name, Change change, Locale locale, Instant worthlessAfter)
      implements
        MailContent {
    /** What happened. */
    public enum Change {
      APP_ADDED, APP_REMOVED, PASSKEY_ADDED, PASSKEY_REMOVED, PASSWORD_SET
    }
  }

  /**
   * As whom an organization's identity provider knows the person was linked to the account, or is not any more, in case it
   * was somebody else.
   */
  record IdentityChanged(EmailAddress to, PersonName name, OrganizationName organization, What what, Locale locale,
      Instant worthlessAfter)
      implements
        MailContent {
    /** What happened. */
    public enum What {
      IDENTITY_LINKED, IDENTITY_UNLINKED
    }
  }

  /** The same for an account that the person has at a provider of the deployment. */
  record SocialIdentityChanged(EmailAddress to, PersonName name, SocialProvider provider, Linking linking,
      Locale locale,
      Instant worthlessAfter)
      implements
        MailContent {
    /** What happened. */
    public enum Linking {
      SOCIAL_LINKED, SOCIAL_UNLINKED
    }
  }

  /** The code by which somebody who is signed in confirms who they are. */
  record ReauthenticationCode(EmailAddress to, PersonName name, MailedCode code, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** The code that proves the address that an account is to move to. */
  record EmailChangeCode(EmailAddress to, PersonName name, MailedCode code, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody wanted to move another account to an address that has an account already. */
  record AddressInUse(EmailAddress to, Locale locale, Instant worthlessAfter) implements MailContent {}

  /** The account moved to another address, told at the one before, in case it was somebody else. */
  record EmailChanged(EmailAddress to, PersonName name, EmailAddress newEmail, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody asked for a new password for an address without an account. */
  record NoAccount(EmailAddress to, Locale locale, Instant worthlessAfter) implements MailContent {}

  /** The link that signs its reader in. */
  record MagicLink(EmailAddress to, PersonName name, LinkToken token, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** The link by which somebody who was added by hand sets up their sign-in. */
  record SetupLink(EmailAddress to, PersonName name, OrganizationName organization, LinkToken token, Locale locale,
      Instant worthlessAfter)
      implements
        MailContent {}

  /** The code that proves the address of somebody who is being set up. */
  record SetupCode(EmailAddress to, PersonName name, MailedCode code, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /**
   * Tells an owner that somebody got past single sign-on by break-glass.
   *
   * @param who got in
   * @param address from which that was
   */
  record BreakGlassUsed(EmailAddress to, PersonName name, OrganizationName organization, Slug slug, PersonName who,
      EmailAddress whoEmail, Instant at, String address, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody asked for a link or a new password, but signs in through an organization's identity provider. */
  record SignInBySso(EmailAddress to, PersonName name, Slug organization, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** The organization has moved the person to single sign-on. */
  record MovedToSso(EmailAddress to, PersonName name, OrganizationName organization, Slug slug, Locale locale,
      Instant worthlessAfter)
      implements
        MailContent {}

  /**
   * Asks somebody into an organization.
   *
   * @param inviter who answers for it
   */
  record Invitation(EmailAddress to, OrganizationName organization, PersonName inviter, Role role, LinkToken token,
      Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /**
   * The proof of a domain is gone; told to owners.
   *
   * @param suspendedAt from when on nothing follows from it
   */
  record DomainLapsed(EmailAddress to, OrganizationName organization, Slug slug, DomainName domain,
      Instant suspendedAt, Locale locale, Instant worthlessAfter)
      implements
        MailContent {}

  /** Another organization has proven a lapsed domain to be its own; told to the owners of the one before. */
  record DomainLost(EmailAddress to, OrganizationName organization, Slug slug, DomainName domain, Locale locale,
      Instant worthlessAfter)
      implements
        MailContent {}

  /** Somebody who waited for approval is a member now. */
  record MembershipApproved(EmailAddress to, PersonName name, OrganizationName organization, Locale locale,
      Instant worthlessAfter)
      implements
        MailContent {}
}

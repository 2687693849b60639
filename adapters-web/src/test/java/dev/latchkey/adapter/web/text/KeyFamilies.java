package dev.latchkey.adapter.web.text;

import dev.latchkey.adapter.web.page.Notice;
import dev.latchkey.adapter.web.page.view.CodeJourney;
import dev.latchkey.adapter.web.page.view.DomainLine;
import dev.latchkey.adapter.web.page.view.EndMemberView;
import dev.latchkey.adapter.web.page.view.LeavingView;
import dev.latchkey.adapter.web.page.view.NoFirstPasswordView;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.page.view.SocialRefusedView;
import dev.latchkey.adapter.web.page.view.SsoForm;
import dev.latchkey.application.ssomove.MovingStaff;
import dev.latchkey.application.ssomove.ReportMoves;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditOutcome;
import dev.latchkey.domain.domainclaim.AutoJoin;
import dev.latchkey.domain.domainclaim.DomainFinding;
import dev.latchkey.domain.domainclaim.PublicKind;
import dev.latchkey.domain.federation.LinkedIdentity;
import dev.latchkey.domain.mail.MailContent.AuthenticatorChanged;
import dev.latchkey.domain.mail.MailContent.IdentityChanged;
import dev.latchkey.domain.mail.MailContent.SocialIdentityChanged;
import dev.latchkey.domain.organization.AuthRequired;
import dev.latchkey.domain.organization.MembershipSource;
import dev.latchkey.domain.organization.MembershipStatus;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.Reason;
import dev.latchkey.domain.policy.RequirementChange;
import dev.latchkey.domain.policy.Scope;
import dev.latchkey.domain.policy.SsoMove;
import dev.latchkey.domain.signin.SignInForecast;
import dev.latchkey.domain.signin.SignInMethod;
import dev.latchkey.domain.social.SocialProvider;
import dev.latchkey.domain.sso.Provider;
import dev.latchkey.domain.sso.SsoFault;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of the message bundle that are put together from a beginning and what something is called elsewhere. */
final class KeyFamilies {
  private static final String[] WHOLE = {""};

  private KeyFamilies() {}

  /**
   * Keys with a beginning in common.
   *
   * @param needed the ends that have to be there, because they are shown without asking whether they are
   * @param known whether something can be called so that the key ends like this
   */
  record Family(String beginning, Set<String> needed, Predicate<String> known) {
    boolean knows(String key) {
      return key.startsWith(beginning) && known.test(key.substring(beginning.length()));
    }

    Stream<String> neededKeys() {
      return needed.stream().map(beginning::concat);
    }
  }

  static List<Family> all() {
    return Stream.of(ofPages(), ofOrganizations(), ofSingleSignOn(), spoken()).flatMap(List::stream).toList();
  }

  private static List<Family> ofPages() {
    return List.of(of("notice.", Arrays.stream(Notice.values()).map(it -> it.query().replaceFirst(".*=", ""))),
        each("codeOver.title.", CodeJourney.values(), WHOLE), each("codeOver.startAgain.", CodeJourney.values(), WHOLE),
        each("verifyEmail.title.", CodeJourney.values(), WHOLE),
        each("verifyEmail.submit.", CodeJourney.values(), WHOLE),
        each("refused.codeOver.", CodeJourney.values(), WHOLE),
        each("refused.addressTaken.", CodeJourney.values(), WHOLE),
        each("refused.lastOwner.", new CodeJourney[]{CodeJourney.EMAIL_CHANGE}, WHOLE),
        each("firstPassword.", NoFirstPasswordView.Why.values(), ".title", ".text"),
        of("firstPassword.", Stream.of("PROOF_TOO_OLD.action", "PASSKEY_OWED.action")),
        each("identities.leadsNowhere.", LinkedIdentity.Hindrance.values(), WHOLE),
        each("leaving.", LeavingView.Reason.values(), ".title", ".text"),
        each("letter.", AuthenticatorChanged.Change.values(), ".subject", ".heading", ".text", ".button", ".notYou"),
        each("letter.", IdentityChanged.What.values(), ".subject", ".heading", ".text", ".button", ".notYou"),
        each("letter.", SocialIdentityChanged.Linking.values(), ".subject", ".heading", ".text", ".button", ".notYou"),
        of("error.", Stream.of(400, 403, 404, 405, 409, 413, 415, 429, 500, 503)
            .flatMap(status -> Stream.of(".title", ".text", ".next").map(end -> status + end))));
  }

  private static List<Family> ofOrganizations() {
    return List.of(each("role.", Role.values(), WHOLE), each("role.may.", Role.values(), WHOLE),
        each("invitation.as.", Role.values(), WHOLE), each("denied.", Role.values(), WHOLE),
        of("jit.role.", words(new Role[]{Role.AGENT, Role.ADMIN})), each("scope.", Scope.values(), WHOLE),
        each("memberStatus.", MembershipStatus.values(), WHOLE),
        each("memberSource.", MembershipSource.values(), WHOLE),
        each("endMember.", EndMemberView.Way.values(), ".title", ".text", ".submit", ".back"),
        each("nav.organization.", OrganizationSection.values(), WHOLE),
        each("autoJoin.", AutoJoin.values(), "", ".hint"), each("domainStatus.", DomainLine.Status.values(), WHOLE),
        each("domain.finding.", DomainFinding.Kind.values(), WHOLE),
        of("security.method.", words(AuthRequired.values()).flatMap(word -> Stream.of(word, word + ".hint"))),
        each("security.step.", RequirementChange.Obstacle.values(), "", ".way"),
        of("security.step.", Stream.of("CONNECTION", "CONNECTION.way")),
        each("securityPreview.loss.", RequirementChange.Loss.values(), WHOLE),
        each("securityPreview.count.", RequirementChange.Loss.values(), WHOLE),
        each("breakGlass.lack.", BreakGlassOwner.Lack.values(), WHOLE),
        each("moveToSso.count.", ReportMoves.Stage.values(), WHOLE),
        each("moveToSso.standing.", SsoMove.values(), WHOLE),
        of("moveToSso.result.", names(MovingStaff.Result.values()).filter(it -> !it.equals("UNCHANGED"))));
  }

  private static List<Family> ofSingleSignOn() {
    return List.of(of("sso.provider.", words(Provider.values())), of("sso.issuer.hint.", words(Provider.values())),
        of("identities.provider.", words(Provider.values())),
        each("sso.clientSecret.", SsoForm.Stored.values(), WHOLE),
        of("ssoGuide.", words(Provider.values()).flatMap(word -> Stream.of(word, word + ".1"))),
        new Family("ssoGuide.", Set.of(), end -> words(Provider.values()).anyMatch(it -> end.matches(it + "\\.[1-9]"))),
        each("sso.refused.", SsoFault.Kind.values(), WHOLE), each("sso.fault.", SsoFault.values(), WHOLE),
        each("social.provider.", SocialProvider.values(), WHOLE),
        of("social.fault.", Arrays.stream(SsoFault.values()).map(SocialRefusedView::textOf)
            .filter(it -> it.startsWith("social.fault.")).map(it -> it.substring("social.fault.".length()))
            .distinct()),
        new Family("ssoFault.", Set.of(),
            end -> names(SsoFault.values()).flatMap(it -> Stream.of(it, it + ".todo")).anyMatch(end::equals)),
        of("whatIf.method.", words(SignInMethod.values())),
        each("whatIf.answer.", SignInForecast.Answer.values(), WHOLE));
  }

  /** Where what is said falls back on the name itself. */
  private static List<Family> spoken() {
    Set<String> literals = KeyUses.literalsOfAllModules();
    return List.of(each("audit.other.", AuditOutcome.values(), WHOLE),
        each("audit.result.", Reason.Result.values(), WHOLE),
        new Family("audit.", Set.of(), end -> names(AuditAction.values())
            .anyMatch(action -> names(AuditOutcome.values()).anyMatch(it -> end.equals(action + "." + it)))),
        new Family("audit.action.", Set.of(), end -> names(AuditAction.values()).anyMatch(end::equals)),
        new Family("rule.", Set.of(), end -> literals.contains(end)
            || names(RequirementChange.Obstacle.values())
                .anyMatch(it -> end.equals(it.toLowerCase(Locale.ROOT).replace('_', '-')))),
        new Family("problem.", Set.of(), end -> Stream.of(end.split("\\.")).allMatch(literals::contains)),
        each("problem.domain.", PublicKind.values(), WHOLE));
  }

  private static Family each(String beginning, Enum<?>[] constants, String... ends) {
    return of(beginning, names(constants).flatMap(name -> Arrays.stream(ends).map(name::concat)));
  }

  private static Family of(String beginning, Stream<String> ends) {
    Set<String> all = ends.collect(Collectors.toSet());
    return new Family(beginning, all, all::contains);
  }

  private static Stream<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name);
  }

  /** As addresses and the API spell them. */
  private static Stream<String> words(Enum<?>[] constants) {
    return names(constants).map(name -> name.toLowerCase(Locale.ROOT));
  }
}

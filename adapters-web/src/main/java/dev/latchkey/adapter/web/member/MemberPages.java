package dev.latchkey.adapter.web.member;

import dev.latchkey.adapter.web.organization.Denials;
import dev.latchkey.adapter.web.organization.OrganizationPath;
import dev.latchkey.adapter.web.page.Pages;
import dev.latchkey.adapter.web.page.view.EndMemberView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.MemberView;
import dev.latchkey.adapter.web.page.view.OrganizationFrame;
import dev.latchkey.adapter.web.page.view.OrganizationSection;
import dev.latchkey.adapter.web.request.Visit;
import dev.latchkey.application.member.ReadMember;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.organization.Member;
import dev.latchkey.domain.organization.MembershipId;
import dev.latchkey.domain.policy.BreakGlassOwner;
import dev.latchkey.domain.policy.Denial;
import dev.latchkey.domain.policy.Permission;
import dev.latchkey.domain.session.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of one member share: finding the member, and what is shown of it. */
public final class MemberPages {
  private final ReadMember readMember;

  public MemberPages(ReadMember readMember) {
    this.readMember = readMember;
  }

  static MembershipId id(String segment) {
    return OrganizationPath.child(segment, MembershipId::new);
  }

  static String path(String slug, String member) {
    return OrganizationSection.MEMBERS.path(slug) + "/" + member;
  }

  /** Where to go after a membership has ended: whoever ended their own finds nothing there any more. */
  static String afterwards(Visit visit, String slug, String member, String path) {
    boolean oneself = visit.session().signedIn().places().stream()
        .anyMatch(place -> place.organization().slug().value().equals(slug)
            && place.membership().id().value().equals(member));
    return oneself ? "/" : path;
  }

  ReadMember.Outcome read(Visit visit, String slug, String member) {
    return readMember.read(visit.actor(), OrganizationPath.ofSlug(visit, slug), id(member));
  }

  /** The member, for a page that comes back; refused if it may not be seen any more. */
  ReadMember.Outcome.Found found(Visit visit, String slug, String member) {
    return switch (read(visit, slug, member)) {
      case ReadMember.Outcome.Found found -> found;
      case ReadMember.Outcome.Denied denied -> throw Denials.refused(denied.denial());
    };
  }

  static MemberView view(Visit visit, ReadMember.Outcome.Found found, @Nullable Field contact,
      @Nullable String problem) {
    SignedIn.Place place = found.place();
    Member member = found.member();
    String address = member.profile().contactEmail().map(EmailAddress::value).orElse(null);
    return new MemberView(Pages.viewer(visit), OrganizationFrame.of(place),
        new MemberView.Facts(member.id().value(), member.name().value(), member.signInEmail().value(), address,
            member.membership().role(), member.membership().status(), member.membership().source(),
            member.membership().breakGlass(),
            found.breakGlass().map(BreakGlassOwner::lacks).orElse(List.of()).stream().map(Enum::name).toList(),
            member.mfaEnrolled(), member.hasCredential(), member.linked(),
            member.membership().createdAt(), member.lastSignInAt().orElse(null)),
        contact == null ? Field.of(address == null ? "" : address) : contact,
        MemberActions.of(place, member), problem);
  }

  /** The confirming step; refused if the viewer may not take it. */
  EndMemberView ending(Visit visit, String slug, String memberId, EndMemberView.Way way, @Nullable String problem) {
    ReadMember.Outcome.Found found = found(visit, slug, memberId);
    Member member = found.member();
    if (MemberActions.of(found.place(), member) == null) {
      throw Denials.refused(new Denial.Forbidden(Permission.MANAGE_OWNERS));
    }
    return new EndMemberView(Pages.viewer(visit), OrganizationFrame.of(found.place()), way, member.id().value(),
        member.name().value(), member.signInEmail().value(), member.id().equals(found.place().membership().id()),
        problem);
  }
}

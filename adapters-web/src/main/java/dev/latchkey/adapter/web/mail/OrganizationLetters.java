package dev.latchkey.adapter.web.mail;

import dev.latchkey.adapter.web.mail.Letter.Aside;
import dev.latchkey.adapter.web.mail.Letter.Button;
import dev.latchkey.adapter.web.mail.Letter.Paragraph;
import dev.latchkey.adapter.web.mail.Letter.Part;
import dev.latchkey.adapter.web.request.SsoEntry;
import dev.latchkey.adapter.web.text.Messages;
import dev.latchkey.adapter.web.text.Times;
import dev.latchkey.domain.domainclaim.DomainName;
import dev.latchkey.domain.mail.MailContent.BreakGlassUsed;
import dev.latchkey.domain.mail.MailContent.DomainLapsed;
import dev.latchkey.domain.mail.MailContent.DomainLost;
import dev.latchkey.domain.mail.MailContent.Invitation;
import dev.latchkey.domain.mail.MailContent.MembershipApproved;
import dev.latchkey.domain.mail.MailContent.MovedToSso;
import dev.latchkey.domain.onetime.Purpose;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Slug;
import java.util.List;

/**
 * The mails whose subject is an organization, or a domain of one.
 *
 * @param messages the recipient's texts
 * @param publicUrl without a slash at its end
 */
record OrganizationLetters(Messages messages, String productName, String publicUrl) {

  Letter of(BreakGlassUsed used) {
    String key = "letter.breakGlass";
    String organization = used.organization().value();
    return naming(organization, key,
        new Paragraph(messages.text(key + ".text", organization, used.who().value(), used.whoEmail().value(),
            used.address(), Times.exact(messages, used.at()))),
        new Button(messages.text(key + ".button"),
            page(used.slug(), "/audit?action=BREAK_GLASS_USED")),
        new Paragraph(messages.text(key + ".then")));
  }

  Letter of(MovedToSso moved) {
    String key = "letter.movedToSso";
    String organization = moved.organization().value();
    return naming(organization, key,
        new Paragraph(messages.text(key + ".text", productName, organization)),
        new Button(messages.text(key + ".button"), publicUrl + SsoEntry.path(moved.slug().value())),
        new Aside(messages.text(key + ".notYou", organization)));
  }

  Letter of(Invitation invitation) {
    String key = "letter.invitation";
    String organization = invitation.organization().value();
    String inviter = invitation.inviter().value();
    String role = messages.text("invitation.as." + invitation.role().name());
    return naming(organization, key,
        new Paragraph(messages.text(key + ".text", productName, organization, inviter, role)),
        new Button(messages.text(key + ".button"), publicUrl + "/invitation?token=" + invitation.token().value()),
        new Paragraph(messages.text(key + ".validity", Times.amount(messages, Purpose.INVITATION.lifetime()),
            Times.exact(messages, invitation.worthlessAfter()))),
        new Aside(messages.text(key + ".notYou", organization, inviter)));
  }

  Letter of(MembershipApproved approved) {
    String key = "letter.membershipApproved";
    String organization = approved.organization().value();
    return new Letter(messages, productName, messages.text(key + ".subject", organization),
        messages.text(key + ".heading", organization), List.of(
            new Paragraph(messages.text(key + ".text", organization, productName)),
            new Button(messages.text(key + ".button"), publicUrl + "/sign-in")));
  }

  Letter of(DomainLapsed lapsed) {
    return aboutDomain("letter.domainLapsed", lapsed.organization(), lapsed.slug(), lapsed.domain(),
        Times.exact(messages, lapsed.suspendedAt()));
  }

  Letter of(DomainLost lost) {
    return aboutDomain("letter.domainLost", lost.organization(), lost.slug(), lost.domain(), "");
  }

  /** Something has happened to a domain; what to do about it stands on the page of domains. */
  private Letter aboutDomain(String key, OrganizationName organization, Slug slug, DomainName domain, String until) {
    return new Letter(messages, productName, messages.text(key + ".subject", domain.value()),
        messages.text(key + ".heading", domain.value()), List.of(
            new Paragraph(messages.text(key + ".text", domain.value(), organization.value())),
            new Paragraph(messages.text(key + ".consequence", domain.value(), until)),
            new Button(messages.text(key + ".button"), page(slug, "/domains"))));
  }

  private Letter naming(String organization, String key, Part... parts) {
    return new Letter(messages, productName, messages.text(key + ".subject", productName, organization),
        messages.text(key + ".heading", organization), List.of(parts));
  }

  private String page(Slug slug, String path) {
    return publicUrl + "/organizations/" + slug.value() + path;
  }
}

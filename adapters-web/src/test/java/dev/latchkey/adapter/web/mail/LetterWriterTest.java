package dev.latchkey.adapter.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.adapter.web.page.Templates;
import dev.latchkey.domain.account.EmailAddress;
import dev.latchkey.domain.account.PersonName;
import dev.latchkey.domain.mail.MailContent;
import dev.latchkey.domain.mail.MailContent.AddressInUse;
import dev.latchkey.domain.mail.MailContent.AlreadyRegistered;
import dev.latchkey.domain.mail.MailContent.EmailChangeCode;
import dev.latchkey.domain.mail.MailContent.EmailChanged;
import dev.latchkey.domain.mail.MailContent.IdentityChanged;
import dev.latchkey.domain.mail.MailContent.Invitation;
import dev.latchkey.domain.mail.MailContent.ReauthenticationCode;
import dev.latchkey.domain.mail.MailContent.SignUpCode;
import dev.latchkey.domain.mail.MailContent.SocialIdentityChanged;
import dev.latchkey.domain.mail.MailId;
import dev.latchkey.domain.mail.OutgoingMail;
import dev.latchkey.domain.onetime.LinkToken;
import dev.latchkey.domain.onetime.MailedCode;
import dev.latchkey.domain.organization.OrganizationName;
import dev.latchkey.domain.organization.Role;
import dev.latchkey.domain.social.SocialProvider;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class LetterWriterTest {

  private static final Instant LATER = Instant.parse("2026-11-21T09:15:00Z");
  private static final EmailAddress ADA = EmailAddress.parse("ada@engines.example");
  private static final MailContent CODE = new SignUpCode(ADA, new PersonName("Free money at evil.example"),
      new MailedCode("00271958"), Locale.UK, LATER);
  private static final MailContent KNOWN = new AlreadyRegistered(ADA, Locale.UK, LATER);

  private static final String LINK = "01KA2P7X9QJ4T8V0M6ZC3E5R1C.kX3vT9bQ2mN7pL5sD8fG1hJ4wR6yZ0aC";
  private static final MailContent INVITATION = new Invitation(ADA, new OrganizationName("Engines & Sons"),
      new PersonName("Charles Babbage"), Role.ADMIN, LinkToken.parse(LINK), Locale.UK, LATER);

  private final LetterWriter writer =
      new LetterWriter(new Templates(), "Latchkey", URI.create("https://id.engines.example/"));

  @Test
  void brings_the_code_as_html_and_as_text_with_its_validity() {
    OutgoingMail mail = write(CODE);
    assertThat(mail.to()).isEqualTo(ADA);
    assertThat(mail.expiresAt()).isEqualTo(LATER);
    assertThat(mail.text()).contains("00271958").contains("15 minutes").contains("ignore this mail");
    assertThat(Jsoup.parse(mail.html()).text()).contains("00271958").contains("15 minutes");
  }

  @Test
  void keeps_the_code_out_of_the_subject_which_shows_on_locked_screens() {
    assertThat(write(CODE).subject()).isEqualTo("Confirm your e-mail address for Latchkey");
  }

  @Test
  void repeats_nothing_that_a_stranger_typed() {
    OutgoingMail mail = write(CODE);
    assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("evil.example");
  }

  @Test
  void leads_an_owner_of_an_account_to_sign_in_under_the_public_url() {
    OutgoingMail mail = write(KNOWN);
    assertThat(mail.text()).contains("\nhttps://id.engines.example/sign-in\n");
    assertThat(Jsoup.parse(mail.html()).select("a").eachAttr("href"))
        .containsOnly("https://id.engines.example/sign-in");
  }

  @Test
  void says_the_same_in_html_as_in_text() {
    Document html = Jsoup.parse(write(KNOWN).html());
    assertThat(write(KNOWN).text().lines().map(String::strip).filter(line -> !line.isEmpty() && !line.equals("--"))
        .map(line -> line.replaceAll(":$", ""))).allMatch(line -> html.text().contains(line));
  }

  @Test
  void tells_what_was_linked_and_where_to_undo_it() {
    OutgoingMail linked = write(new IdentityChanged(ADA, new PersonName("Ada Lovelace"),
        new OrganizationName("Engines & Sons"), IdentityChanged.What.IDENTITY_LINKED, Locale.UK, LATER));
    assertThat(linked.subject()).isEqualTo("Single sign-on was linked to your Latchkey account");
    assertThat(linked.text()).contains("the single sign-on of Engines & Sons just now", "If it wasn’t you, unlink it",
        "\nhttps://id.engines.example/account/identities\n");
    OutgoingMail unlinked = write(new IdentityChanged(ADA, new PersonName("Ada Lovelace"),
        new OrganizationName("Engines & Sons"), IdentityChanged.What.IDENTITY_UNLINKED, Locale.UK, LATER));
    assertThat(unlinked.subject()).isEqualTo("Single sign-on was unlinked from your Latchkey account");
    assertThat(unlinked.text()).contains("not linked to the single sign-on of Engines & Sons any more");
  }

  @Test
  void tells_at_which_provider_an_account_was_connected_and_where_to_undo_it() {
    OutgoingMail linked = write(new SocialIdentityChanged(ADA, new PersonName("Ada Lovelace"), SocialProvider.MICROSOFT,
        SocialIdentityChanged.Linking.SOCIAL_LINKED, Locale.UK, LATER));
    assertThat(linked.subject()).isEqualTo("Another way to sign in was connected to your Latchkey account");
    assertThat(linked.text()).contains("connected to an account at Microsoft just now", "If it wasn’t you, unlink it",
        "\nhttps://id.engines.example/account/identities\n");
    OutgoingMail unlinked = write(new SocialIdentityChanged(ADA, new PersonName("Ada Lovelace"), SocialProvider.GOOGLE,
        SocialIdentityChanged.Linking.SOCIAL_UNLINKED, Locale.UK, LATER));
    assertThat(unlinked.subject()).isEqualTo("A way to sign in was disconnected from your Latchkey account");
    assertThat(unlinked.text()).contains("not connected to an account at Google any more");
  }

  @Test
  void brings_the_code_that_confirms_who_one_is() {
    OutgoingMail mail = write(new ReauthenticationCode(ADA, new PersonName("Ada Lovelace"),
        new MailedCode("00271958"), Locale.UK, LATER));
    assertThat(mail.subject()).isEqualTo("Your code to confirm it’s you at Latchkey");
    assertThat(mail.text()).contains("00271958", "15 minutes", "somebody else is signed in to your account");
  }

  @Test
  void names_who_invites_where_and_as_what_and_until_when() {
    OutgoingMail mail = write(INVITATION);
    assertThat(mail.subject()).isEqualTo("Join Engines & Sons on Latchkey");
    assertThat(mail.text()).contains("Charles Babbage invites you to join Engines & Sons on Latchkey as an admin.")
        .contains("7 days").contains("21 Nov 2026").contains("\nhttps://id.engines.example/invitation?token=" + LINK);
    assertThat(Jsoup.parse(mail.html()).text()).contains("Charles Babbage invites you to join Engines & Sons");
    assertThat(Jsoup.parse(mail.html()).select("a").eachAttr("href"))
        .containsOnly("https://id.engines.example/invitation?token=" + LINK);
    assertThat(mail.subject()).doesNotContain(LINK);
  }

  @Test
  void escapes_the_name_of_the_product() {
    OutgoingMail mail = new LetterWriter(new Templates(), "<b>Keys & Co</b>", URI.create("https://id.example"))
        .write(new MailId("01KA2P7X9QJ4T8V0M6ZC3E5R1D"), CODE);
    assertThat(Jsoup.parse(mail.html()).select("b")).isEmpty();
    assertThat(Jsoup.parse(mail.html()).text()).contains("<b>Keys & Co</b>");
    assertThat(mail.text()).contains("<b>Keys & Co</b>");
  }

  @Test
  void tells_the_old_address_where_the_account_is_now_and_what_to_do() {
    OutgoingMail mail = write(new EmailChanged(ADA, new PersonName("Ada"), EmailAddress.parse("ada@new.example"),
        Locale.UK, LATER));
    assertThat(mail.to()).isEqualTo(ADA);
    assertThat(mail.subject()).doesNotContain("ada@new.example");
    assertThat(mail.text()).contains("moved to the address ada@new.example", "Tell an administrator");
    assertThat(Jsoup.parse(mail.html()).text()).contains("moved to the address ada@new.example");
  }

  @Test
  void brings_the_code_for_a_new_address_and_none_to_one_that_is_in_use() {
    assertThat(write(new EmailChangeCode(ADA, new PersonName("Ada"), new MailedCode("00271958"), Locale.UK, LATER))
        .text()).contains("00271958", "15 minutes");
    assertThat(write(new AddressInUse(ADA, Locale.UK, LATER)).text()).contains("/sign-in")
        .doesNotContainPattern("[0-9]{8}");
  }

  private OutgoingMail write(MailContent content) {
    return writer.write(new MailId("01KA2P7X9QJ4T8V0M6ZC3E5R1D"), content);
  }
}

package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The whole way of an invitation: from the form of whoever invites, by the mail, to the home of who was invited. */
@BrowserTest
class InvitationPagesIT {
  private static final Pattern LINK = Pattern.compile("/invitation\\?token=\\S+");

  @Test
  void somebody_new_is_invited_and_comes_in(Browser browser, Trial trial) {
    invite(browser, trial, true);
  }

  @Test
  void somebody_new_is_invited_and_comes_in_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    invite(browser, trial, false);
  }

  private static void invite(Browser browser, Trial trial, boolean inspect) {
    Person owner = trial.signUp(Person.anybody());
    Person guest = Person.anybody();
    SignInPage.open(browser).signIn(owner);
    browser.follow(owner.organization());
    browser.expect("General");
    browser.follow("Invitations");
    browser.expect("Invitations");
    assertThat(browser.text()).contains("Nobody is waiting to come in");
    inspect(browser, inspect, "invitations-none");
    send(browser, owner, "not an address", "Agent");
    assertThat(browser.field("E-mail address").problem()).startsWith("Enter an e-mail address");
    inspect(browser, inspect, "invite-wrong");
    browser.field("E-mail address").fill(guest.email());
    browser.find(By.xpath("//label[normalize-space()='Admin']")).click();
    browser.press("Send invitation");
    browser.expect("Invitations");
    assertThat(browser.text()).contains("The invitation is on its way.", guest.email(), "Admin", "Pending");
    browser.press("Sign out");
    new SignInPage(browser);

    open(browser, trial, guest, owner);
    assertThat(browser.text()).contains(owner.name() + " invites you as an admin.");
    inspect(browser, inspect, "invitation");
    if (inspect) {
      assertThat(browser.keyboard().stops()).containsExactly("Skip to content", "Your e-mail address", "Your name",
          "Password", "Show password", "Accept invitation");
    }
    browser.field("Your name").fill(guest.name());
    browser.field("Password").fill("too short");
    browser.press("Accept invitation");
    assertThat(browser.field("Password").problem()).startsWith("This password is too short");
    inspect(browser, inspect, "invitation-wrong");
    browser.field("Password").fill(guest.password());
    browser.press("Accept invitation");
    SetUpMfaPage setUp = new SetUpMfaPage(browser);
    assertThat(browser.text()).contains("Welcome! You’re a member now.");
    setUp.skip();
    assertThat(browser.text()).contains("Welcome, " + guest.name() + ".", owner.organization(), "Admin");

    browser.open(link(trial, guest, owner));
    browser.expect("This invitation doesn’t work");
    inspect(browser, inspect, "invitation-over");
  }

  @Test
  void an_account_signs_in_comes_back_and_joins(Browser browser, Trial trial) {
    Person owner = trial.signUp(Person.anybody());
    Person guest = trial.signUp(Person.anybody());
    SignInPage.open(browser).signIn(owner);
    inviteTo(browser, owner, guest, "Agent");
    open(browser, trial, guest, owner);
    assertThat(browser.text()).contains("This invitation is for " + guest.email(),
        "you’re signed in as " + owner.email());
    Inspection.of(browser, "invitation-other-account");
    browser.press("Sign out");
    new SignInPage(browser);

    open(browser, trial, guest, owner);
    Inspection.of(browser, "invitation-sign-in");
    browser.follow("Sign in to accept");
    SignInPage signIn = new SignInPage(browser).enterAddress(guest.email());
    signIn.field(SignInPage.PASSWORD).fill(guest.password());
    browser.press(SignInPage.SUBMIT);
    browser.expect("Join " + owner.organization());
    assertThat(browser.text()).contains("You’ll join with your account " + guest.email());
    Inspection.of(browser, "invitation-confirm");
    browser.press("Accept invitation");
    browser.expect("General");
    assertThat(browser.text()).contains("Welcome! You’re a member now.", owner.organization());
    Inspection.of(browser, "organization-joined");
  }

  @Test
  void invitations_are_sent_again_and_revoked(Browser browser, Trial trial) {
    Person owner = trial.signUp(Person.withLongNames());
    Person guest = Person.withLongNames();
    SignInPage.open(browser).signIn(owner);
    inviteTo(browser, owner, guest, "Owner");
    inviteTo(browser, owner, Person.anybody(), "Agent");
    Inspection.of(browser, "invitations");
    browser.press("Resend the invitation of " + guest.email());
    assertThat(browser.text()).contains("Another mail is on its way.");
    browser.leave(() -> browser
        .find(By.xpath("//a[normalize-space()='Revoke… the invitation of " + guest.email() + "']")).click());
    browser.expect("Revoke this invitation?");
    Inspection.of(browser, "revoke-invitation");
    browser.press("Revoke invitation");
    browser.expect("Invitations");
    assertThat(browser.text()).contains("The invitation is revoked.");
    assertThat(browser.has(By.xpath("//th[normalize-space()='" + guest.email() + "']"))).isFalse();
    browser.follow("Invite");
    browser.expect("Invite somebody to " + owner.organization());
    Inspection.of(browser, "invite");
    assertThat(browser.keyboard().stops()).endsWith("E-mail address", "Agent", "Send invitation", "Cancel");
    browser.show(trial.mailTo(guest, "Join " + owner.organization() + " on Latchkey").html());
    Inspection.of(browser, "mail-invitation");
  }

  private static void inviteTo(Browser browser, Person owner, Person guest, String role) {
    browser.open("/");
    browser.follow(owner.organization());
    browser.follow("Invitations");
    send(browser, owner, guest.email(), role);
    browser.expect("Invitations");
  }

  private static void send(Browser browser, Person owner, String email, String role) {
    browser.follow("Invite");
    browser.expect("Invite somebody to " + owner.organization());
    browser.field("E-mail address").fill(email);
    browser.find(By.xpath("//label[normalize-space()='" + role + "']")).click();
    browser.press("Send invitation");
  }

  private static void open(Browser browser, Trial trial, Person guest, Person owner) {
    browser.open(link(trial, guest, owner));
    browser.expect("Join " + owner.organization());
  }

  private static String link(Trial trial, Person guest, Person owner) {
    Matcher link = LINK.matcher(trial.mailTo(guest, "Join " + owner.organization() + " on Latchkey").text());
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private static void inspect(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}

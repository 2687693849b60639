package dev.latchkey.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An owner adds somebody by hand, who sets up their sign-in by mail, is changed, and is removed. */
@BrowserTest
class MembersPagesIT {
  private static final Pattern LINK = Pattern.compile("http://\\S+/setup\\?token=\\S+");

  @Test
  void a_member_is_added_set_up_and_removed(Browser browser, Trial trial) {
    walk(browser, trial, true);
  }

  @Test
  void a_member_is_added_set_up_and_removed_without_javascript(@WithoutJavaScript Browser browser, Trial trial) {
    walk(browser, trial, false);
  }

  private static void walk(Browser browser, Trial trial, boolean inspect) {
    Person owner = trial.signUp(Person.anybody());
    Person added = Person.anybody();
    SignInPage.open(browser).signIn(owner);
    browser.follow(owner.organization());
    browser.follow("Members");
    look(browser, inspect, "members");
    browser.follow("Add member");
    look(browser, inspect, "members-add");
    browser.press("Add member");
    look(browser, inspect, "members-add-problems");
    browser.field("Name").fill(added.name());
    browser.field("E-mail address to sign in with").fill(added.email());
    browser.press("Add member");
    browser.expect(added.name());
    look(browser, inspect, "member");
    String member = browser.path().replaceFirst("\\?.*", "");
    browser.press("Send Single Sign-On Email");
    assertThat(browser.text()).contains("The mail is on its way.");

    setUp(browser, trial, added, inspect);

    browser.open("/");
    new HomePage(browser).signOut().signIn(owner);
    browser.open(member + "/remove");
    look(browser, inspect, "member-remove");
    browser.press("Remove " + added.name());
    assertThat(browser.text()).contains("The member is removed.");
    browser.field("Search").fill("nobody");
    browser.press("Filter");
    look(browser, inspect, "members-none");
    assertThat(browser.text()).contains("Nobody found");
  }

  private static void setUp(Browser browser, Trial trial, Person added, boolean inspect) {
    Matcher link = LINK.matcher(trial.mailTo(added, "Welcome to Latchkey Single Sign-On").text());
    assertThat(link.find()).isTrue();
    browser.open(link.group());
    browser.expect("Set your password");
    look(browser, inspect, "setup-password");
    browser.field("Password").fill(added.password());
    browser.press("Continue");
    browser.expect("Confirm Your Account");
    look(browser, inspect, "setup-confirm");
    browser.field("Code from the e-mail").fill(trial.mailTo(added, "Confirm your account at Latchkey").code());
    browser.press("Confirm account");
    browser.press("No thanks, I’ll set it up later");
    browser.expect("Your Single Sign-On is now active");
    look(browser, inspect, "setup-done");
    browser.follow("Go to Latchkey");
  }

  private static void look(Browser browser, boolean inspect, String page) {
    if (inspect) {
      Inspection.of(browser, page);
    }
  }
}

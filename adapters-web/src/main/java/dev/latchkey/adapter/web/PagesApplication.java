package dev.latchkey.adapter.web;

import dev.latchkey.adapter.web.form.Forms;
import dev.latchkey.adapter.web.mail.TrialMailPage;
import dev.latchkey.adapter.web.session.HomePage;
import dev.latchkey.adapter.web.session.SignOutPage;
import dev.latchkey.adapter.web.signin.SignInPage;
import dev.latchkey.adapter.web.signin.SignUpPage;
import dev.latchkey.adapter.web.signin.VerifyEmailPage;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything for people, and whatever no other path is longer for. */
@Dependent
@ApplicationPath("/")
public final class PagesApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(SharedProviders.class, Forms.class, SignUpPage.class, VerifyEmailPage.class, SignInPage.class,
        HomePage.class, SignOutPage.class, TrialMailPage.class);
  }
}

package dev.latchkey.adapter.web.page;

import dev.latchkey.adapter.web.page.view.ConfirmSetupView;
import dev.latchkey.adapter.web.page.view.Field;
import dev.latchkey.adapter.web.page.view.SetUpPasswordView;
import dev.latchkey.adapter.web.page.view.SetupDoneView;
import dev.latchkey.adapter.web.page.view.SetupOverView;
import dev.latchkey.adapter.web.page.view.View;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages after the setup mail, in the states people meet. */
final class SetupSamples {
  private static final String TOKEN = "01KA2P7X9QJ4T8V0M6ZC3E5R1C.kX3vT9bQ2mN7pL5sD8fG1hJ4wR6yZ0aC";
  private static final String CHALLENGE = "01KA2P7X9QJ4T8V0M6ZC3E5R1C";

  private SetupSamples() {}

  static Map<String, View> views() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("setup-password", new SetUpPasswordView(TOKEN, Samples.ADDRESS, Field.empty(), 15, null));
    views.put("setup-password-wrong", new SetUpPasswordView(TOKEN, Samples.ADDRESS,
        Field.wrong("", Samples.problem("password", "TOO_SHORT")), 15, null));
    views.put("setup-confirm", new ConfirmSetupView(CHALLENGE, Samples.ADDRESS, Field.empty(), null));
    views.put("setup-confirm-wrong", new ConfirmSetupView(CHALLENGE, null,
        Field.wrong("", Samples.problem("code", "INVALID")), null));
    views.put("setup-over", new SetupOverView(Samples.text("setup.over.link")));
    views.put("setup-done", new SetupDoneView(Samples.ADDRESS, "https://sso.example.com/"));
    return views;
  }
}

package dev.latchkey.adapter.web.page.view;

/**
 * Instead of {@link VerifyEmailView} when its challenge can't be answered any more, whatever code comes.
 *
 * @param explanation why, already worded
 */
public record SignUpOverView(String explanation) implements View {

  @Override
  public String template() {
    return "signin/sign-up-over.jte";
  }
}

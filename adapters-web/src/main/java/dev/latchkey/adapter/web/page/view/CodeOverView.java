package dev.latchkey.adapter.web.page.view;

/**
 * Instead of {@link VerifyEmailView} when its challenge can't be answered any more, whatever code comes.
 *
 * @param explanation why, already worded
 */
public record CodeOverView(CodeJourney journey, String explanation) implements View {

  @Override
  public String template() {
    return "onetime/code-over.jte";
  }
}

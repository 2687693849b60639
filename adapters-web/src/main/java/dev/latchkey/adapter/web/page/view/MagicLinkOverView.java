package dev.latchkey.adapter.web.page.view;

/** A link to sign in that is wrong, or good no more; deliberately the same for all reasons. */
public record MagicLinkOverView() implements View {

  @Override
  public String template() {
    return "signin/magic-link-over.jte";
  }
}

package dev.latchkey.adapter.web.page.view;

/** The link of an invitation that is wrong, or good no more; deliberately the same for all reasons. */
public record InvitationOverView() implements View {

  @Override
  public String template() {
    return "invitation/over.jte";
  }
}

package dev.latchkey.adapter.web.page.view;

/** {@code /sign-up} where the operator has closed it. */
public record SignUpClosedView() implements View {

  @Override
  public String template() {
    return "signin/sign-up-closed.jte";
  }
}

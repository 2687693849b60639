package dev.latchkey.adapter.web.page.view;

import java.util.List;

/**
 * {@code /account/mfa}: what there is, and what can be done with it.
 *
 * @param recoveryCodesLeft those that were not used yet
 * @param demandedBy the organizations that insist on a second factor, by their names; it can't be removed then
 */
public record AccountMfaView(Viewer viewer, boolean enrolled, int recoveryCodesLeft,
    List<String> demandedBy) implements View {
  /** From here on people are told to make new ones. */
  private static final int FEW = 3;

  public AccountMfaView {
    demandedBy = List.copyOf(demandedBy);
  }

  @Override
  public String template() {
    return "mfa/account.jte";
  }

  public boolean codesRunLow() {
    return enrolled && recoveryCodesLeft <= FEW;
  }

  public boolean removable() {
    return enrolled && demandedBy.isEmpty();
  }
}

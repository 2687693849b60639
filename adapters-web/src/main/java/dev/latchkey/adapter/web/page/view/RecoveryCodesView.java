package dev.latchkey.adapter.web.page.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Recovery codes, in the one answer that ever shows them: after setting the second factor up, or renewing them.
 *
 * @param renewed whether others were replaced
 * @param wayOn where to go once they are kept
 */
public record RecoveryCodesView(List<String> codes, boolean renewed, String wayOn) implements View {
  public RecoveryCodesView {
    codes = List.copyOf(codes);
  }

  @Override
  public String template() {
    return "mfa/recovery-codes.jte";
  }

  /** All of them, one a line. */
  public String lines() {
    return String.join("\n", codes) + "\n";
  }

  /** @param heading the file's first line */
  public String file(String heading) {
    // A file made of the page itself: it needs no JavaScript, and the server doesn't have to know the codes once more.
    return "data:text/plain;charset=utf-8,"
        + URLEncoder.encode(heading + "\n\n" + lines(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Keeps the codes out of logs. */
  @Override
  public String toString() {
    return "RecoveryCodesView[hidden]";
  }
}

package dev.latchkey.domain.audit;

/**
 * Where a request came from.
 *
 * @param address the client's, taken from forwarding headers only behind a trusted proxy
 * @param device what the browser calls itself; at most 200 characters, no control characters
 * @param requestId quoted in answers and log lines, so that an event can be found by it
 */
public record Origin(String address, String device, String requestId) {
  private static final int LONGEST_DEVICE = 200;

  public Origin {
    device = device.replaceAll("\\p{Cntrl}", " ");
    device = device.substring(0, Math.min(device.length(), LONGEST_DEVICE));
  }

  /** What happens without a request, because it is time. */
  public static Origin ofItself(String job) {
    return new Origin("Latchkey", "by itself", job);
  }
}

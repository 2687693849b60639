package dev.latchkey.adapter.web.page.view;

/**
 * A QR code to be drawn by {@code components/qr.jte}.
 *
 * @param size modules along each side, the quiet zone included
 * @param path the dark modules as SVG path data
 */
public record QrPicture(int size, String path) {

  /** Keeps what the code holds out of logs. */
  @Override
  public String toString() {
    return "QrPicture[hidden]";
  }
}
